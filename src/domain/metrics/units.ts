import { Failure } from '../failure.ts'
import type { Unit } from '../judging/objective.ts'

/** Units in which sources give values, with the unit of an objective that each becomes. */
const BASE = {
  ratio: 'ratio',
  percent: 'ratio',
  milliseconds: 'milliseconds',
  seconds: 'milliseconds',
  count: 'count',
  'yes-no': 'count',
} as const satisfies Readonly<Record<string, Unit>>

/** Unit of a value as a source gives it. */
export type SourceUnit = keyof typeof BASE

/** Whether the value is a word instead of a number. */
export const isYesNo = (unit: SourceUnit): boolean => unit === 'yes-no'

/**
 * A value in the unit of its objective. NaN stays NaN.
 * @throws Failure `bad-config` where the units do not fit; `bad-answer` for what cannot be in its unit: a share above 1
 * is percent that somebody called a share, and less than nothing keeps every limit.
 */
export function inUnit(value: number, from: SourceUnit, to: Unit): number {
  if (BASE[from] !== to)
    throw new Failure(
      'bad-config',
      `the source gives the value in ${from}, and the objective has the unit ${to}`,
      'Correct one of them',
    )
  if (value < 0) throw new Failure('bad-answer', `the value is below 0, in ${from}`)
  const most = { ratio: 1, percent: 100 }[String(from)] ?? Number.POSITIVE_INFINITY
  if (value > most)
    throw new Failure(
      'bad-answer',
      `the value is above ${most}, in ${from}`,
      'Correct the unit of the value in the config',
    )
  if (from === 'percent') return value / 100
  return from === 'seconds' ? value * 1000 : value
}

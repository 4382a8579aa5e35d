import * as z from 'zod'
import type { JsonValue } from '../config/source-value.ts'
import { Failure } from '../failure.ts'
import { instantOf } from '../instant.ts'
import type { Unit } from '../judging/objective.ts'
import { resolvePointer } from './json-pointer.ts'
import { inUnit, isYesNo } from './units.ts'

/** Milliseconds by which a value may lie outside its window: clocks differ. */
const TOLERANCE_MS = 60_000

/** A stretch of time, milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What was found. */
interface Found {
  /** In the unit of the objective; NaN where the document has null. */
  readonly value: number
  readonly samples: number
}

/**
 * The value of a JSON document at the places that the config names.
 * @throws Failure `bad-answer` where something else stands there, or nothing; `stale` for a value of another time;
 * `bad-config` for a unit that does not fit.
 */
export function readJsonValue(document: unknown, spec: JsonValue, unit: Unit, window: Span): Found {
  if (spec.time !== undefined) assertInside(timeAt(document, spec.time), window)
  const value = inUnit(valueAt(document, spec), spec.unit, unit)
  if (Number.isNaN(value)) return { value, samples: 0 }
  return { value, samples: spec.samples === undefined ? 1 : countAt(document, spec.samples) }
}

function valueAt(document: unknown, spec: JsonValue): number {
  const found = resolvePointer(document, spec.value)
  if (found === undefined) throw nothingAt(spec.value)
  if (found === null) return Number.NaN
  if (isYesNo(spec.unit)) return answerOf(found, spec)
  const number = toNumber(found)
  if (number === undefined) throw wrong(spec.value, 'a number')
  return number
}

/** What is neither yes nor no is not known. */
function answerOf(found: unknown, { yes = [true], no = [false], value }: JsonValue): number {
  if (yes.some((word) => word === found)) return 1
  if (no.some((word) => word === found)) return 0
  throw wrong(value, 'what the config calls yes or no')
}

function countAt(document: unknown, pointer: string): number {
  const found = resolvePointer(document, pointer)
  if (found === undefined) throw nothingAt(pointer)
  if (found === null) return 0
  const number = toNumber(found) ?? Number.NaN
  if (!(number >= 0) || !Number.isFinite(number)) throw wrong(pointer, 'a number of observations')
  return Math.floor(number)
}

/** A number, or a text in plain decimal digits. */
function toNumber(found: unknown): number | undefined {
  if (typeof found === 'number') return found
  const isDecimal = typeof found === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(found)
  return isDecimal ? Number(found) : undefined
}

const Instant = z.iso.datetime({ offset: true })

/** Beyond this a number of seconds lies in the year 5138: it is one of milliseconds. */
const LARGEST_SECONDS = 100_000_000_000

function timeAt(document: unknown, pointer: string): number {
  const found = resolvePointer(document, pointer)
  if (found === undefined) throw nothingAt(pointer)
  if (typeof found === 'string' && Instant.safeParse(found).success) return instantOf(found)
  const number = toNumber(found)
  if (number === undefined) throw wrong(pointer, 'a time with its zone')
  return number < LARGEST_SECONDS ? number * 1000 : number
}

function assertInside(time: number, { from, to }: Span): void {
  if (time >= from - TOLERANCE_MS && time <= to + TOLERANCE_MS) return
  const [off, side] = time < from ? [from - time, 'older'] : [time - to, 'later']
  throw new Failure(
    'stale',
    `the value is ${Math.round(off / 1000)} s ${side} than the window`,
    'Check the clocks, and for a cache in front of the source',
  )
}

const nothingAt = (pointer: string) =>
  new Failure('bad-answer', `the document has nothing at ${pointer || 'its root'}`)

const wrong = (pointer: string, wanted: string) =>
  new Failure('bad-answer', `what the document has at ${pointer || 'its root'} is not ${wanted}`)

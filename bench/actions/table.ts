/** The tables of a run, as Markdown. */
import type { Cold } from './cold-start.ts'
import type { Contestant } from './contestants.ts'
import { outcomeOf, reasonOf } from './outcome.ts'
import { type Left, scenarios } from './scenarios.ts'

/** Everything that was found out about one contestant. */
export interface Row {
  readonly contestant: Contestant
  readonly cold: Cold
  /** In the order of the scenarios; the first is the happy path. */
  readonly left: readonly Left[]
}

const TITLES = { issue: 'one issue', asset: 'one file on a release' } as const

/** Cold start; then time, memory and requests of the happy path; a line a contestant. */
export function costs(rows: readonly Row[]): readonly string[] {
  return table(
    ['job', 'who', 'first request ms', '× empty', 'done ms', 'RSS MiB', 'requests'],
    rows.map(({ contestant, cold, left: [happy] }) => [
      ...[TITLES[contestant.job], contestant.name],
      ...[number(cold.requestMs), number(cold.times, 1)],
      ...[number(happy?.ran[0]?.wallMs), number(happy?.ran[0]?.rssMiB)],
      String(happy?.requests ?? '–'),
    ]),
  )
}

/** A line a scenario, a column a contestant of the job. */
export function outcomes(rows: readonly Row[], job: Contestant['job']): readonly string[] {
  const own = rows.filter(({ contestant }) => contestant.job === job)
  return table(
    [TITLES[job], ...own.map(({ contestant }) => contestant.name)],
    scenarios.map(({ name }, i) => [name, ...own.map(({ left }) => wordOf(left[i]))]),
  )
}

/** With the seconds that it took, where a person would notice them. */
function wordOf(left: Left | undefined): string {
  if (left === undefined) return '–'
  const seconds = Math.max(...left.ran.map(({ wallMs }) => wallMs)) / 1000
  return seconds < NOTICED_S ? outcomeOf(left) : `${outcomeOf(left)} (${seconds.toFixed(0)} s)`
}

const NOTICED_S = 5

/** What the red ones said, each line once. */
export function reasons(rows: readonly Row[]): readonly string[] {
  const lines = rows.flatMap(({ contestant, left }) =>
    left.flatMap((each, i) => {
      const isRed = outcomeOf(each).startsWith('red')
      return isRed
        ? [[contestant.name, scenarios[i]?.name ?? '', reasonOf(each) || '(nothing)']]
        : []
    }),
  )
  return table(['who', 'scenario', 'what it said'], lines)
}

const number = (value: number | undefined, digits = 0) =>
  value === undefined ? '–' : value.toFixed(digits)

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)]
}

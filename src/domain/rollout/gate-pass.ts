import { formatDuration } from '../config/duration.ts'
import { instantOf } from '../instant.ts'
import type { Entry } from '../ledger/entry.ts'

/** Gates whose recorded pass the first weight may need. */
export const GATES = ['observability-gate'] as const
export type GateName = (typeof GATES)[number]

/** One attempt of a run. */
export interface Attempt {
  readonly id: number
  readonly attempt: number
}

/** Whose pass is looked for. */
export interface GateNeed {
  readonly gate: GateName
  /** Who is about to move traffic. */
  readonly run: Attempt
}

/** Age from which a pass opens nothing any more, milliseconds. */
export const STALE_MS = 24 * 3_600_000

/**
 * Why a gate does not open the first weight; undefined where it does: the newest verdict of all under the plan, and the
 * newest of this very attempt, are a pass, and that is not a day old. "Re-run failed jobs" keeps the outputs of the
 * attempt before, and whoever waits for an approval waits for days.
 * @param planSeq Seq of the plan's entry: what was said before it was said of another plan.
 * @param now Milliseconds since 1970.
 */
export function unopened(
  entries: readonly Entry[],
  planSeq: number,
  { gate, run }: GateNeed,
  now: number,
): string | undefined {
  const said = entries.flatMap((e) =>
    e.kind === 'verdict' && e.seq > planSeq && e.payload.gate === gate ? [e] : [],
  )
  const last = said.at(-1)
  if (last === undefined) return `${gate} has not spoken under this plan`
  const { verdict, reason } = last.payload
  if (verdict !== 'pass') return `${gate}: ${verdict}: ${reason}`
  const own = said.findLast((e) => e.run.id === run.id && e.run.attempt === run.attempt)
  if (own === undefined)
    return `the pass of ${gate} is of ${textOf(last.run)}, and this is ${textOf(run)}`
  if (own.payload.verdict !== 'pass') return `${gate}: ${own.payload.verdict} in this attempt`
  const age = now - instantOf(own.time)
  if (age < STALE_MS) return undefined
  const [old, most] = [Math.floor(age / 60_000) * 60_000, STALE_MS].map(formatDuration)
  return `the pass of ${gate} is ${old} old, and ${most} is the most`
}

function textOf({ id, attempt }: Attempt): string {
  return `run ${id}, attempt ${attempt}`
}

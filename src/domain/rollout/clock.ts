import { formatDuration, parseDuration } from '../config/duration.ts'
import type { Config } from '../config/schema.ts'
import { Failure } from '../failure.ts'
import { type Plan, type PlannedClock, plannedDuration } from './plan.ts'

const HOUR = 3_600_000
/** Longest rollout that stays in one run: a job ends after 6 hours. */
const LONGEST_RUN = 5.5 * HOUR
/** GitHub starts a scheduled run up to so late, or drops it (measured gaps: a minute to 12 hours). */
const LATEST_START = 12 * HOUR
/** So long a watch that is handed over may wait for its runner, and an old one for GitHub. */
const NEXT_WATCH = 15 * 60_000
/** How often the example's cron looks. */
const SCHEDULE = 6 * HOUR
/** Dollars for a started minute of a Linux runner with two cores in a private repository, since January 2026. */
const DOLLARS = 0.006

/** The clock that a config asks for; undefined for `inline`. */
export function clockOf({ kind, unattended, overdue }: Config['clock']): PlannedClock | undefined {
  if (kind === 'inline') return undefined
  return { kind, unattended: parseDuration(unattended) ?? 0, overdue }
}

/** @throws Failure `needs-clock` for a plan that its clock cannot keep. */
export function assertKept(plan: Plan): void {
  const { clock } = plan
  const all = plannedDuration(plan)
  if (clock === undefined && all > LONGEST_RUN)
    throw new Failure(
      'needs-clock',
      `the rollout takes ${formatDuration(all)}, and a run that watches it ends after 5h30m`,
      'Shorten the bakes, or name a clock in the config: clock: { kind: watch }, schedule or external',
    )
  if (clock?.kind === 'watch' && clock.unattended < NEXT_WATCH)
    throw new Failure(
      'needs-clock',
      `clock.unattended is ${formatDuration(clock.unattended)}, and the next watch may wait 15m for a runner`,
      'Give at least 15m',
    )
  if (clock?.kind !== 'schedule') return
  if (clock.unattended < LATEST_START)
    throw new Failure(
      'needs-clock',
      `clock.unattended is ${formatDuration(clock.unattended)}, and GitHub starts a schedule up to 12h late`,
      'Give at least 12h, or use clock: { kind: external }',
    )
  const short = plan.stages.find(({ bake }) => bake < SCHEDULE)
  if (short !== undefined)
    throw new Failure(
      'needs-clock',
      `the stage of ${short.weight} % bakes for ${formatDuration(short.bake)}, and a schedule looks every 6h at best`,
      'Give each stage 6h or more, or use clock: { kind: external } or inline',
    )
}

/** What drives the stages, what it can promise, and what it costs, in a line. */
export function clockLine(plan: Plan): string {
  const { clock, stages, interval } = plan
  const all = plannedDuration(plan)
  if (clock === undefined)
    return `Clock: inline: one run watches every stage for ${formatDuration(all)}; ${cost(all / 60_000)}.`
  const late = `a stage that nobody looks at for ${formatDuration(clock.unattended)} after its bake: ${clock.overdue}`
  if (clock.kind === 'external')
    return `Clock: external: release-tick moves a stage when it is dispatched after its bake; ${late}; ${cost(stages.length)}, and as much for each tick that comes early.`
  if (clock.kind === 'watch')
    return `Clock: watch: release-watch looks every ${formatDuration(interval)}, run after run of ${formatDuration(LONGEST_RUN)}; ${late}; ${cost(all / 60_000)}.`
  const ticks = stages.reduce((sum, { bake }) => sum + Math.ceil(bake / SCHEDULE), 0)
  return `Clock: schedule: release-tick every 6h; GitHub starts it up to 12h late; ${late}; ${cost(ticks)}.`
}

/** A job is billed by the started minute. */
function cost(minutes: number): string {
  const started = Math.max(1, Math.ceil(minutes))
  const dollars = (started * DOLLARS).toFixed(2)
  return `about ${started} runner ${started === 1 ? 'minute' : 'minutes'}, $${dollars} in a private repository`
}

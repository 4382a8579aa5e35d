import { Failure, failureLine } from '../domain/failure.ts'
import { decide } from '../domain/rollout/decide.ts'
import type { Workflows } from '../ports/workflows.ts'
import { hasOpenEnd } from './open-end.ts'
import { type Attended, type TickPorts, type TickRequest, tick } from './tick.ts'

export interface WatchRequest extends TickRequest {
  /** How long this run watches, milliseconds. */
  readonly duration: number
  /** File of the workflow that goes on after it. */
  readonly successor: string
}

export interface WatchPorts extends TickPorts {
  readonly workflows: Workflows
}

interface Ending {
  /** Page of the run that goes on, or that there is one; undefined where nothing is left to watch. */
  readonly successor: string | undefined
  /** Why nobody watches any more although something is open; undefined where all is in order. */
  readonly trouble: Failure | undefined
}

/** What came of a watch. */
export interface Watched extends Ending {
  /** Every release that it has looked at, as it was at last. */
  readonly attended: readonly Attended[]
}

/** Between two looks at the ledger's head, milliseconds. */
const HEAD_MS = 120_000
/** Between two looks where no stage bakes: a freeze or a person holds it. */
const IDLE_MS = 300_000
/** How long a watch goes on that could not start its successor. */
const GRACE_MS = 600_000

/**
 * Look at every open release again and again, until none is open whose clock is `watch`, or until the time is over: then
 * another run is started. Two watches at once do no harm: the ledger lets only one of them take a step.
 */
export async function watch(request: WatchRequest, ports: WatchPorts): Promise<Watched> {
  const { clock } = ports
  const seen = new Map<string, Attended>()
  const begun = clock.now().getTime()
  const end = begun + request.duration
  let open = await look(request, seen, ports)
  for (let headAt = begun; ; ) {
    const ending = await endingOf(open, end, request, ports)
    if (ending !== undefined) return { attended: [...seen.values()], ...ending }
    await clock.sleep(pause(open, end - clock.now().getTime()))
    headAt = headSince(headAt, ports)
    open = (await tried(() => look(request, seen, ports), ports)) ?? open
  }
}

/** How a watch ends at this moment; undefined where it goes on. */
async function endingOf(
  open: readonly Attended[],
  end: number,
  request: WatchRequest,
  ports: WatchPorts,
): Promise<Ending | undefined> {
  if (ports.signal.aborted) return { successor: undefined, trouble: cancelled() }
  if (open.length === 0 || request.dryRun) return { successor: undefined, trouble: undefined }
  const late = ports.clock.now().getTime() - end
  return late < 0 ? undefined : handOver(request, late >= GRACE_MS, ports)
}

/** What is left to watch after one more look. */
async function look(
  request: WatchRequest,
  seen: Map<string, Attended>,
  ports: WatchPorts,
): Promise<readonly Attended[]> {
  const attended = await tick(request, ports)
  for (const one of attended) remember(one, seen)
  return attended.filter(isWatched)
}

/** Undefined where it failed, which the next one may not. */
async function tried<T>(
  work: () => Promise<T>,
  { log, ledger }: WatchPorts,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(failureLine(error))
    ledger.refresh()
    return undefined
  }
}

/** What others have written is seen two minutes later at most. */
function headSince(before: number, { clock, ledger }: WatchPorts): number {
  const now = clock.now().getTime()
  if (now - before < HEAD_MS) return before
  ledger.refresh()
  return now
}

function isWatched({ rollout }: Attended): boolean {
  return rollout?.result === undefined && rollout?.plan.clock?.kind === 'watch'
}

/** Looks that changed nothing leave no line, and what stopped a release is told as long as it stops it. */
function remember(now: Attended, seen: Map<string, Attended>): void {
  const { product, channel, version } = now.release
  const key = `${product}/${channel}/${version}`
  const before = seen.get(key)
  if (before === undefined) {
    seen.set(key, now)
    return
  }
  const stands = standOf(before) === standOf(now)
  const isStopped = [before, now].every(({ rollout }) => rollout?.breach !== undefined)
  seen.set(key, {
    ...now,
    verdict: isStopped ? before.verdict : now.verdict,
    steps: stands ? before.steps : [...before.steps, ...now.steps],
    notes: [...before.notes, ...now.notes],
  })
}

function standOf({ rollout }: Attended): string {
  if (rollout === undefined) return ''
  const { plan, ...state } = rollout
  return JSON.stringify(state)
}

/**
 * As often as the plan says while a stage bakes; a stage that waits for others is looked at now and then.
 * @param left Milliseconds until the time of this run is over; none once it is.
 */
function pause(open: readonly Attended[], left: number): number {
  const baking = open.flatMap(({ rollout }) =>
    rollout !== undefined && decide(rollout).kind === 'analyse' ? [rollout.plan.interval] : [],
  )
  const usual = Math.min(baking.length === 0 ? IDLE_MS : HEAD_MS, ...baking)
  return left > 0 ? Math.min(usual, left) : usual
}

/** Undefined: it is tried again, because GitHub may only have been busy. */
async function handOver(
  { successor, profile, product }: WatchRequest,
  isLast: boolean,
  { workflows, log }: WatchPorts,
): Promise<Ending | undefined> {
  try {
    const inputs = { environment: profile, ...(product === undefined ? {} : { product }) }
    const page = await workflows.dispatch(successor, inputs)
    return { successor: page ?? successor, trouble: undefined }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const mayPass = error.code === 'rate-limited' || hasOpenEnd(error)
    if (!mayPass || isLast)
      return { successor: undefined, trouble: notHandedOver(successor, error) }
    log.warning(`not handed over yet: ${failureLine(error)}`)
    return undefined
  }
}

function notHandedOver(file: string, error: Failure): Failure {
  return new Failure(
    'not-handed-over',
    `nobody watches any more: ${failureLine(error)}`,
    `Start the next watch: gh workflow run ${file}. Until then release-tick only repairs`,
  )
}

function cancelled(): Failure {
  return new Failure(
    'cancelled',
    'the watch was cancelled',
    'Start it again while a release is open',
  )
}

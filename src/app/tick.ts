import type { Config } from '../domain/config/schema.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import { inconclusive, passed, type Verdict } from '../domain/judging/verdict.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { OPEN_RELEASES, releaseOfMarker } from '../domain/ledger/path.ts'
import { lastEnd } from '../domain/ledger/told.ts'
import { tagPrefixOf } from '../domain/release/scheme.ts'
import { decide } from '../domain/rollout/decide.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Releases } from '../ports/releases.ts'
import type { AdvancePorts } from './advance.ts'
import { alarmOf, pageAgain } from './alarm.ts'
import { finalize } from './finalize.ts'
import { freezeOnce } from './freeze-once.ts'
import type { FreezePorts } from './freeze-state.ts'
import type { NoticePorts } from './notify.ts'
import { tellEnds } from './tell-ends.ts'
import { tellOnce } from './tell-once.ts'
import { tickRelease } from './tick-release.ts'

/** What moves the traffic of one profile, and looks at it. */
export type Delivery = Pick<AdvancePorts, 'traffic' | 'metrics' | 'start' | 'mirror'>

export interface TickPorts
  extends FreezePorts,
    Pick<AdvancePorts, 'clock' | 'log' | 'signal' | 'digest'> {
  readonly releases: Releases
  /** What belongs to the product of a release and the profile that it was planned with. @throws Failure */
  readonly connect: (planned: Planned) => Promise<Connected>
}

/** Which config a release goes by. */
export interface Planned {
  readonly product: string
  /** Empty means none. */
  readonly profile: string
}

interface Connected {
  readonly config: Config
  readonly delivery: Delivery
  readonly notices: NoticePorts
}

export interface TickRequest {
  /** Product whose releases are looked at; absent means all. */
  readonly product?: string | undefined
  /** Profile whose releases are looked at; empty means all. */
  readonly profile: string
  readonly runUrl: string
  readonly dryRun: boolean
}

/** One open release after a tick. */
export interface Attended {
  readonly release: ReleaseKey
  readonly verdict: Verdict
  readonly steps: readonly string[]
  /** Where it stands; undefined where its record cannot be read. */
  readonly rollout: Rollout | undefined
  /** Who was told what, for the summary. */
  readonly notes: readonly string[]
}

/**
 * Look at every open release once, each by itself: what goes wrong with one of them does not keep the others waiting.
 * Without an open release it costs one look at the ledger.
 */
export async function tick(request: TickRequest, ports: TickPorts): Promise<readonly Attended[]> {
  const markers = await ports.ledger.markers(OPEN_RELEASES)
  const attended: Attended[] = []
  const strangers: string[] = []
  for (const path of [...markers.keys()].sort()) {
    const release = releaseOfMarker(path)
    const isOthers = request.product !== undefined && release?.product !== request.product
    const one =
      release === undefined || isOthers ? undefined : await attend(release, request, ports)
    if (release === undefined) strangers.push(path)
    if (one !== undefined) attended.push(one)
  }
  await tellEnds(request, ports)
  if (strangers.length === 0) return attended
  throw new Failure(
    'bad-ledger',
    `${strangers.join(', ')} on the branch release-ledger stands for no release`,
    'Remove it; every other release was looked at',
  )
}

async function attend(
  release: ReleaseKey,
  request: TickRequest,
  ports: TickPorts,
): Promise<Attended | undefined> {
  const nothing = { release, steps: [], rollout: undefined, notes: [] }
  try {
    const before = rolloutOf(await ports.ledger.entries(release))
    if (before === undefined) throw new Failure('bad-ledger', 'its marker stands for no plan')
    if (request.profile !== '' && before.plan.profile !== request.profile) return undefined
    if (request.dryRun)
      return {
        ...nothing,
        verdict: passed(`dry run: next is ${decide(before).kind}`),
        rollout: before,
      }
    return await moveOrLookAgain(release, before, request, ports)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ...nothing, verdict: troubled(error), rollout: await stand(release, ports) }
  }
}

/** A freeze is no trouble: what it holds is looked at all the same. */
function troubled(error: Failure): Verdict {
  const line = failureLine(error)
  return error.code === 'frozen' ? passed(`nothing was moved: ${line}`) : inconclusive(line)
}

/** How often another run may be faster: a step of a stage is four entries. */
const TRIES = 5

/** Where another run was faster, what it left is looked at once more. */
async function moveOrLookAgain(
  release: ReleaseKey,
  before: Rollout,
  request: TickRequest,
  ports: TickPorts,
): Promise<Attended> {
  for (let tries = 1, now = before; ; tries++) {
    try {
      return await move(release, now, request, ports)
    } catch (error) {
      const isOvertaken = error instanceof Failure && error.code === 'overtaken'
      if (!isOvertaken || tries === TRIES) throw error
      ports.log.info(failureLine(error))
      ports.ledger.refresh()
      now = rolloutOf(await ports.ledger.entries(release)) ?? before
    }
  }
}

async function stand(release: ReleaseKey, { ledger }: TickPorts): Promise<Rollout | undefined> {
  try {
    return rolloutOf(await ledger.entries(release))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return undefined
  }
}

async function move(
  release: ReleaseKey,
  before: Rollout,
  request: TickRequest,
  ports: TickPorts,
): Promise<Attended> {
  const { config, delivery, notices } = await ports.connect(before.plan)
  delivery.mirror.begin(await ports.ledger.entries(release))
  const freezing = freezeOnce(release, request.runUrl, { ...ports, notices })
  const alarm = alarmOf(request.runUrl, { ...ports, notices })
  const { verdict, steps } = await tickRelease(release, {
    ...ports,
    ...delivery,
    alarm,
    beforeBack: freezing.tried,
  })
  const entries = await ports.ledger.entries(release)
  const after = rolloutOf(entries) ?? before
  if (before.breach === undefined && after.breach !== undefined) await freezing.now()
  await pageAgain(after, alarm)
  await delivery.mirror.show(entries)
  const one = {
    release,
    verdict,
    steps,
    rollout: after,
    notes: [...freezing.notes, ...alarm.notes],
  }
  const isOut = decide(after).kind === 'complete' && after.plan.clock !== undefined
  if (!isOut && after.result === undefined) return one
  const { plan, planHash } = after
  // No job has a result here: the record alone tells.
  const jobs = { results: new Map(), expectedSkips: [] }
  const own = { tagPrefix: tagPrefixOf(config), isOneOfSeveral: config.products !== undefined }
  const end = await finalize(
    { plan, planHash, ...own, ...jobs, runUrl: request.runUrl },
    { ...ports, traffic: delivery.traffic },
  )
  await delivery.mirror.show(end.entries)
  const rollout = rolloutOf(end.entries) ?? after
  const verdictOf = isOut ? end.verdict : verdict
  return told({ ...one, rollout, verdict: verdictOf }, request, { ...ports, notices })
}

/** People hear of an end in the tick that wrote it. */
async function told(
  one: Attended,
  { runUrl }: TickRequest,
  ports: TickPorts & Pick<Connected, 'notices'>,
): Promise<Attended> {
  const { release, rollout, verdict } = one
  if (rollout?.result === undefined) return one
  const time = ports.clock.now().getTime()
  const notice = { event: rollout.result, release, reason: verdict.reason, runUrl, time }
  const about = { chain: release, entry: lastEnd }
  const { summary } = await tellOnce({}, { ...notice, issueUrl: undefined }, about, ports)
  return { ...one, notes: [...one.notes, ...summary] }
}

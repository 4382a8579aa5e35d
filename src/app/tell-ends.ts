import { Failure, failureLine } from '../domain/failure.ts'
import type { Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { OPEN_NOTICES, openNoticePath, releaseOfMarker } from '../domain/ledger/path.ts'
import { lastEnd } from '../domain/ledger/told.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Log } from '../ports/log.ts'
import { meantBy, type NoticePorts } from './notify.ts'
import { type TellPorts, tellOnce } from './tell-once.ts'

/** How long it is tried to tell of an end, milliseconds. */
const LONGEST_MS = 86_400_000

interface Wanted {
  /** Product whose releases are meant; absent means all. */
  readonly product?: string | undefined
  /** Profile whose releases are meant; empty means all. */
  readonly profile: string
  readonly runUrl: string
  readonly dryRun: boolean
}

interface TellEndsPorts extends Omit<TellPorts, 'notices'> {
  readonly log: Log
  readonly connect: (planned: Rollout['plan']) => Promise<{ readonly notices: NoticePorts }>
}

/**
 * Tell of the ends that somebody is still to be told of, because the run that wrote them died, or could not tell. Never
 * throws a `Failure`.
 */
export async function tellEnds(wanted: Wanted, ports: TellEndsPorts): Promise<void> {
  if (wanted.dryRun) return
  try {
    for (const path of [...(await ports.ledger.markers(OPEN_NOTICES)).keys()].sort()) {
      const release = releaseOfMarker(path)
      const isOthers = wanted.product !== undefined && release?.product !== wanted.product
      if (release !== undefined && !isOthers) await tellEnd(release, wanted, ports)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    ports.log.warning(`not everybody was told of every end: ${failureLine(error)}`)
  }
}

async function tellEnd(
  release: ReleaseKey,
  { profile, runUrl }: Wanted,
  ports: TellEndsPorts,
): Promise<void> {
  const entries = await ports.ledger.history(release)
  const [rollout, entry] = [rolloutOf(entries), lastEnd(entries)]
  // What was planned anew tells of its own end.
  if (rollout?.result === undefined || entry === undefined) return
  if (profile !== '' && rollout.plan.profile !== profile) return
  const { result: event, reason } = rollout
  const { notices } = await ports.connect(rollout.plan)
  const now = ports.clock.now().getTime()
  const isLate = now - Date.parse(entry.time) > LONGEST_MS
  if (isLate || meantBy(event, notices).length === 0) return giveUp(release, event, entry, ports)
  const notice = { event, release, reason, runUrl, issueUrl: undefined, time: now }
  const { summary } = await tellOnce(
    {},
    notice,
    { chain: release, entry: lastEnd },
    { ...ports, notices },
  )
  for (const line of summary) ports.log.info(line)
}

/** Nobody is interested any more. */
async function giveUp(
  release: ReleaseKey,
  event: NonNullable<Rollout['result']>,
  { seq }: Entry,
  { ledger }: TellEndsPorts,
): Promise<void> {
  await ledger.append(release, (entries) => {
    if (lastEnd(entries)?.seq !== seq) return undefined
    return {
      draft: { kind: 'told', payload: { event, about: seq, channels: [] } },
      planHash: entries.at(-1)?.planHash ?? null,
      close: [openNoticePath(release)],
    }
  })
}

import { Failure, failureLine } from '../domain/failure.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { type FreezeMarker, freezeMarkerText } from '../domain/ledger/freeze.ts'
import { openFreezePath, type Scope } from '../domain/ledger/path.ts'
import {
  FREEZE_LABELS,
  type FreezeFacts,
  freezeBody,
  freezeTitle,
} from '../domain/report/freeze-issue.ts'
import type { Clock } from '../ports/clock.ts'
import type { Issue } from '../ports/issues.ts'
import { type FreezePorts, type Lift, openMarker, readFreeze, scopeName } from './freeze-state.ts'
import type { Ledger } from './ledger.ts'
import { oneIssue, sinceEntry } from './one-issue.ts'

/**
 * Record who lifted a freeze and remove its marker; nothing where another run has done so.
 * @throws Failure `frozen` when the scope was frozen anew meanwhile.
 */
export async function recordLift({ release, seq, by, issue }: Lift, ledger: Ledger): Promise<void> {
  await ledger.append(release, async () => {
    const marker = await openMarker(release, ledger)
    if (marker === undefined) return undefined
    if (marker.version !== release.version || marker.seq !== seq)
      throw new Failure('frozen', `${scopeName(release)} was frozen anew`, 'Run the job again')
    return {
      draft: { kind: 'lift', payload: { by, reason: `issue ${issue} was closed`, issue } },
      planHash: null,
      close: [openFreezePath(release)],
    }
  })
}

/** What is frozen and why, before there is an entry. */
export type FreezeRequest = Omit<FreezeFacts, 'seq'>

export interface Frozen {
  /** Version in whose record the freeze stands, and the seq of its entry. */
  readonly entry: Pick<FreezeMarker, 'version' | 'seq'>
  readonly issue: Issue | undefined
  readonly created: boolean
  /** Labels that GitHub did not take. */
  readonly missingLabels: readonly string[]
  /** The record that holds the freeze. */
  readonly chain: readonly Entry[]
}

/**
 * Freeze a scope: ledger first, then exactly one issue. Repeatable: a scope that is frozen stays frozen once.
 * @throws Failure; one about a right names both that are needed.
 */
export async function freeze(
  request: FreezeRequest,
  ports: FreezePorts & { clock: Clock },
): Promise<Frozen> {
  try {
    return await writeBoth(request, ports)
  } catch (error) {
    if (!(error instanceof Failure && ['forbidden', 'refused'].includes(error.code))) throw error
    throw new Failure(error.code, failureLine(error), RIGHTS, { cause: error })
  }
}

/** GitHub names only the right that its first refusal was about. */
const RIGHTS =
  'A freeze needs contents: write and issues: write, and the runs of forks and of Dependabot have neither'

/** How often a freeze is begun anew that people lift as fast as it is written. */
const TRIES = 3

async function writeBoth(
  request: FreezeRequest,
  ports: FreezePorts & { clock: Clock },
  { tries, ...before }: Before & { readonly tries: number } = { tries: TRIES },
): Promise<Frozen> {
  const { ledger } = ports
  await closeLifted(request.scope, ports)
  const { marker, isOwn, sent } = await writeFreeze(request, ledger, before)
  const since = sinceEntry(marker.time)
  const chain = await ledger.history({ ...request.scope, version: marker.version })
  const facts = factsOf(request, marker, chain)
  const content = { title: freezeTitle(facts), body: freezeBody(facts), labels: FREEZE_LABELS }
  const assertWanted = isOwn || tries <= 1 ? undefined : () => assertNotLifted(request.scope, ports)
  try {
    const { issue, created } = await oneIssue(
      freezeMarkerText(request.scope),
      content,
      { ...ports, assertWanted },
      { since },
    )
    const labels = issue.labels.map((l) => l.toLowerCase())
    const missingLabels = FREEZE_LABELS.filter((l) => !labels.includes(l))
    return { entry: marker, issue, created, missingLabels, chain }
  } catch (error) {
    if (error instanceof Failure && error.code === 'lifted')
      return writeBoth(request, ports, { tries: tries - 1, over: marker, sent })
    if (!(error instanceof Failure && error.code === 'gone')) throw error
    return { entry: marker, issue: undefined, created: false, missingLabels: [], chain }
  }
}

/**
 * A freeze whose issue was closed is over, though nobody wrote it down yet: a new one needs its own entry, which
 * overtakes whoever is about to go on. Where that cannot be known, what stands stays frozen.
 */
async function closeLifted(scope: Scope, ports: FreezePorts): Promise<void> {
  try {
    const lift = await liftOf(scope, ports)
    if (lift !== undefined && lift !== UNKNOWN) await recordLift(lift, ports.ledger)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

const UNKNOWN = 'unknown'

/** Who has lifted the freeze that stands in the record; undefined where nobody has, unknown where nobody can tell. */
async function liftOf(
  scope: Scope,
  ports: FreezePorts,
): Promise<Lift | typeof UNKNOWN | undefined> {
  try {
    if ((await openMarker(scope, ports.ledger)) === undefined) return undefined
    const state = await readFreeze(scope, ports)
    return 'lift' in state ? state.lift : undefined
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return UNKNOWN
  }
}

/**
 * An issue for the entry of another run would freeze without the record, where a person has closed the one that it had,
 * or may have.
 * @throws Failure `lifted`.
 */
async function assertNotLifted(scope: Scope, ports: FreezePorts): Promise<void> {
  if ((await liftOf(scope, ports)) !== undefined)
    throw new Failure('lifted', `the freeze of ${scopeName(scope)} may have been lifted meanwhile`)
}

/** Another version may have been frozen before: then its issue is written, with what its entry knows. */
function factsOf(
  request: FreezeRequest,
  { version, seq }: FreezeMarker,
  chain: readonly Entry[],
): FreezeFacts {
  if (version === request.version) return { ...request, seq }
  const entry = chain.find((e) => e.seq === seq)
  const reason = entry?.kind === 'freeze' ? entry.payload.reason : request.reason
  return { ...request, version, seq, reason, commit: undefined }
}

/** What an earlier turn of the same work has found. */
interface Before {
  /** A freeze that may have been lifted: what stands for it does not count. */
  readonly over?: FreezeMarker | undefined
  /** Everything that was sent: the answer to any of it may have been lost, not only to the last. */
  readonly sent?: readonly FreezeMarker[]
}

/** The entry and its marker in one commit; the marker that stands already where another run was faster. */
async function writeFreeze(
  { scope, version, reason }: FreezeRequest,
  ledger: Ledger,
  { over, sent: before = [] }: Before,
): Promise<{ marker: FreezeMarker; isOwn: boolean; sent: readonly FreezeMarker[] }> {
  const release = { ...scope, version }
  let marker: FreezeMarker | undefined
  let isOwn = false
  const sent = [...before]
  await ledger.append(release, async (entries) => {
    marker = await openMarker(scope, ledger)
    const isSent = sent.some((one) => isSame(marker, one))
    isOwn = marker === undefined || isSent || isSame(marker, over)
    if (!isOwn || isSent) return undefined
    return {
      draft: { kind: 'freeze', payload: { reason } },
      planHash: entries.at(-1)?.planHash ?? null,
      open: ({ seq, time }) => {
        marker = { version, seq, time }
        sent.push(marker)
        return { path: openFreezePath(scope), text: JSON.stringify(marker) }
      },
    }
  })
  if (marker !== undefined) return { marker, isOwn, sent }
  throw new Failure('unexpected', 'the freeze was not written', 'Run the job again')
}

function isSame(one: FreezeMarker | undefined, other: FreezeMarker | undefined): boolean {
  return (
    one !== undefined &&
    one.version === other?.version &&
    one.seq === other.seq &&
    one.time === other.time
  )
}

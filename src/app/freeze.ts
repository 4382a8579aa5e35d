import { Failure } from '../domain/failure.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { FreezeMarker, freezeMarkerText } from '../domain/ledger/freeze.ts'
import { openFreezePath, type Scope } from '../domain/ledger/path.ts'
import {
  FREEZE_LABELS,
  type FreezeFacts,
  freezeBody,
  freezeEntryMarker,
  freezeTitle,
} from '../domain/report/freeze-issue.ts'
import type { Clock } from '../ports/clock.ts'
import type { Issue, IssueFilter, Issues } from '../ports/issues.ts'
import type { Repository } from '../ports/repository.ts'
import type { Ledger } from './ledger.ts'
import { oneIssue, sinceEntry } from './one-issue.ts'

/** Whether a scope is frozen. A freeze that cannot be read is a `Failure`, which refuses as well. */
export type FreezeState =
  | { readonly frozen: false }
  /** A person closed the issue: whoever writes next records the lift. */
  | { readonly frozen: false; readonly lift: Lift }
  | { readonly frozen: true; readonly reason: string }

export interface Lift {
  readonly release: ReleaseKey
  /** Seq of the freeze entry that is lifted. */
  readonly seq: number
  readonly by: string
  readonly issue: number
}

export interface FreezePorts {
  readonly ledger: Ledger
  readonly issues: Issues
  readonly repository: Repository
}

/**
 * Frozen = an open ledger entry or an open issue with our marker. Without an entry only labelled issues are looked for:
 * an issue that could not be labelled has an entry, which is written first.
 */
export async function readFreeze(scope: Scope, ports: FreezePorts): Promise<FreezeState> {
  const marker = await openMarker(scope, ports.ledger)
  if (marker === undefined) {
    const [open] = await withMarker(scope, 'open', ports.issues, { label: FREEZE_LABELS[0] })
    return open === undefined ? { frozen: false } : { frozen: true, reason: frozenBy(open, scope) }
  }
  const issues = await withMarker(scope, 'all', ports.issues, { since: sinceEntry(marker.time) })
  const open = issues.find((i) => i.state === 'open')
  if (open !== undefined) return { frozen: true, reason: frozenBy(open, scope) }
  const own = issues.find((i) => i.body.includes(freezeEntryMarker(marker.version, marker.seq)))
  if (own === undefined)
    return {
      frozen: true,
      reason: `${scopeName(scope)} is frozen since ${marker.time}; it has no issue: run auto-freeze-issue again, with issues switched on, then close its issue`,
    }
  return closedBy(own, { ...scope, version: marker.version }, marker.seq, ports)
}

async function closedBy(
  { number }: Issue,
  release: ReleaseKey,
  seq: number,
  ports: FreezePorts,
): Promise<FreezeState> {
  const { state, closedBy: by, url } = await ports.issues.get(number)
  // The list may be behind: it was reopened.
  if (state === 'open') return { frozen: true, reason: frozenBy({ number, url }, release) }
  const permission = by === undefined ? 'none' : await ports.repository.permission(by)
  if (by !== undefined && ['admin', 'write'].includes(permission))
    return { frozen: false, lift: { release, seq, by, issue: number } }
  const reason = `${scopeName(release)} is frozen: issue ${number} was not closed by a person with write access; reopen it and have such a person close it`
  return { frozen: true, reason }
}

async function openMarker(scope: Scope, ledger: Ledger): Promise<FreezeMarker | undefined> {
  const path = openFreezePath(scope)
  const text = (await ledger.markers(path)).get(path)
  if (text === undefined) return undefined
  try {
    return FreezeMarker.parse(JSON.parse(text))
  } catch {
    throw new Failure(
      'bad-ledger',
      `the freeze marker ${path} cannot be read, which counts as frozen`,
      'Correct it on the branch release-ledger',
    )
  }
}

/** Issues may be switched off: then the ledger alone says what is frozen. */
async function withMarker(
  scope: Scope,
  state: 'open' | 'all',
  issues: Issues,
  filter: IssueFilter,
): Promise<readonly Issue[]> {
  try {
    return await issues.withMarker(freezeMarkerText(scope), state, filter)
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return []
    throw error
  }
}

function frozenBy({ number, url }: Pick<Issue, 'number' | 'url'>, scope: Scope): string {
  return `${scopeName(scope)} is frozen by issue ${number} (${url}); the freeze is lifted when a person with write access closes that issue`
}

function scopeName({ product, channel }: Scope): string {
  return `${product} ${channel}`
}

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
  readonly issue: Issue | undefined
  readonly created: boolean
  /** Labels that GitHub did not take. */
  readonly missingLabels: readonly string[]
}

/** Freeze a scope: ledger first, then exactly one issue. Repeatable: a scope that is frozen stays frozen once. */
export async function freeze(
  request: FreezeRequest,
  ports: FreezePorts & { clock: Clock },
): Promise<Frozen> {
  const { ledger } = ports
  await closeLifted(request.scope, ports)
  const marker = await writeFreeze(request, ledger)
  const since = sinceEntry(marker.time)
  const facts = await factsOf(request, marker, ledger)
  const content = { title: freezeTitle(facts), body: freezeBody(facts), labels: FREEZE_LABELS }
  try {
    const { issue, created } = await oneIssue(freezeMarkerText(request.scope), content, ports, {
      since,
    })
    const missingLabels = FREEZE_LABELS.filter((l) => !issue.labels.includes(l))
    return { issue, created, missingLabels }
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'gone')) throw error
    return { issue: undefined, created: false, missingLabels: [] }
  }
}

/**
 * A freeze whose issue was closed is over, though nobody wrote it down yet: a new one needs its own entry, which
 * overtakes whoever is about to go on. Where that cannot be known, what stands stays frozen.
 */
async function closeLifted(scope: Scope, ports: FreezePorts): Promise<void> {
  try {
    if ((await openMarker(scope, ports.ledger)) === undefined) return
    const state = await readFreeze(scope, ports)
    if ('lift' in state) await recordLift(state.lift, ports.ledger)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

/** Another version may have been frozen before: then its issue is written, with what its entry knows. */
async function factsOf(
  request: FreezeRequest,
  { version, seq }: FreezeMarker,
  ledger: Ledger,
): Promise<FreezeFacts> {
  if (version === request.version) return { ...request, seq }
  const entries = await ledger.entries({ ...request.scope, version })
  const entry = entries.find((e) => e.seq === seq)
  const reason = entry?.kind === 'freeze' ? entry.payload.reason : request.reason
  return { ...request, version, seq, reason, commit: undefined }
}

/** The entry and its marker in one commit; the marker that stands already where another run was faster. */
async function writeFreeze(
  { scope, version, reason }: FreezeRequest,
  ledger: Ledger,
): Promise<FreezeMarker> {
  const release = { ...scope, version }
  let marker: FreezeMarker | undefined
  await ledger.append(release, async (entries) => {
    marker = await openMarker(scope, ledger)
    if (marker !== undefined) return undefined
    return {
      draft: { kind: 'freeze', payload: { reason } },
      planHash: entries.at(-1)?.planHash ?? null,
      open: ({ seq, time }) => {
        marker = { version, seq, time }
        return { path: openFreezePath(scope), text: JSON.stringify(marker) }
      },
    }
  })
  if (marker !== undefined) return marker
  throw new Failure('unexpected', 'the freeze was not written', 'Run the job again')
}

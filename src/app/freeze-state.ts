import { Failure, failureLine } from '../domain/failure.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { FreezeMarker, freezeMarkerText } from '../domain/ledger/freeze.ts'
import { openFreezePath, type Scope } from '../domain/ledger/path.ts'
import { FREEZE_LABELS, freezeEntryMarker } from '../domain/report/freeze-issue.ts'
import type { Issue, IssueFilter, Issues } from '../ports/issues.ts'
import { type AuthorityPorts, authorise } from './authority.ts'
import type { Ledger } from './ledger.ts'
import { asTheyAre, sinceEntry } from './one-issue.ts'

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

export interface FreezePorts extends AuthorityPorts {
  readonly ledger: Ledger
  readonly issues: Issues
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
  const issues = await issuesSince(marker, scope, ports.issues)
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

/** As they are now, one by one: a list may be behind with a new issue, and with one that was closed or reopened. */
async function issuesSince(
  { time }: FreezeMarker,
  scope: Scope,
  issues: Issues,
): Promise<readonly Issue[]> {
  const listed = await withMarker(scope, 'all', issues, { since: sinceEntry(time) })
  const newest = await unlessGone(issues.newest(freezeMarkerText(scope)))
  return asTheyAre([...listed, ...newest], issues)
}

async function closedBy(
  { number, closedBy: by }: Issue,
  release: ReleaseKey,
  seq: number,
  ports: FreezePorts,
): Promise<FreezeState> {
  const permission = by === undefined ? 'none' : await ports.repository.permission(by)
  if (by !== undefined && ['admin', 'write'].includes(permission)) {
    const refusal = await refusalOf(by, ports)
    if (refusal === undefined) return { frozen: false, lift: { release, seq, by, issue: number } }
    return { frozen: true, reason: `${scopeName(release)} is frozen: ${refusal}` }
  }
  const reason = `${scopeName(release)} is frozen: issue ${number} was not closed by a person with write access; reopen it and have such a person close it`
  return { frozen: true, reason }
}

/** Why a person may not lift a freeze; undefined where they may. */
async function refusalOf(login: string, ports: FreezePorts): Promise<string | undefined> {
  try {
    await authorise('lift', login, ports)
    return undefined
  } catch (error) {
    if (error instanceof Failure && error.code === 'refused') return failureLine(error)
    throw error
  }
}

/** The marker of the freeze that holds a scope; undefined when none does. @throws Failure `bad-ledger`. */
export async function openMarker(scope: Scope, ledger: Ledger): Promise<FreezeMarker | undefined> {
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

function withMarker(
  scope: Scope,
  state: 'open' | 'all',
  issues: Issues,
  filter: IssueFilter,
): Promise<readonly Issue[]> {
  return unlessGone(issues.withMarker(freezeMarkerText(scope), state, filter))
}

/** Issues may be switched off: then the ledger alone says what is frozen. */
async function unlessGone(asked: Promise<readonly Issue[]>): Promise<readonly Issue[]> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return []
    throw error
  }
}

function frozenBy({ number, url }: Issue, scope: Scope): string {
  return `${scopeName(scope)} is frozen by issue ${number} (${url}); the freeze is lifted when a person with write access closes that issue`
}

/** A scope for people. */
export function scopeName({ product, channel }: Scope): string {
  return `${product} ${channel}`
}

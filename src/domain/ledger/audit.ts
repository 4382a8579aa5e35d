import { Failure } from '../failure.ts'
import { grouped } from '../grouped.ts'
import { type Result, rolloutOf } from '../rollout/state.ts'
import { canonical, type Digest } from './canonical.ts'
import { walkChain } from './chain.ts'
import type { Entry, ReleaseKey } from './entry.ts'
import { chainFolder, entryPath } from './path.ts'
import type { KnownKey } from './signature.ts'

/** A file of the branch at one commit. */
export interface LedgerText {
  readonly path: string
  /** Undefined where the bytes are no UTF-8. */
  readonly text: string | undefined
}

/** One thing that is wrong, and where. */
export interface Fault {
  readonly path: string
  readonly why: string
}

/** The chain of one release, as far as it is whole. */
export interface AuditedChain {
  readonly release: ReleaseKey
  readonly entries: readonly Entry[]
  /** Hash of the last whole entry; null where there is none. */
  readonly head: string | null
  readonly result: Result | 'open' | 'unplanned'
  /** The first thing that is wrong. */
  readonly fault: Fault | undefined
}

const ENTRY = /^(releases\/[^/]+\/[^/]+\/[^/]+\/)\d{6}-[a-z-]+\.json$/

/**
 * Every chain of a ledger, by its folder; whatever else lies below `releases/` is a fault of its own.
 * @param keys Who may have signed; empty where nobody's key is known.
 */
export function auditChains(
  files: readonly LedgerText[],
  digest: Digest,
  keys: readonly KnownKey[] = [],
): { readonly chains: readonly AuditedChain[]; readonly strangers: readonly Fault[] } {
  const own = files.filter(({ path }) => path.startsWith('releases/'))
  const strangers = own
    .filter(({ path }) => !ENTRY.test(path))
    .map(({ path }) => ({ path, why: 'it is no entry' }))
  const folders = grouped(
    own.flatMap((file) => {
      const folder = ENTRY.exec(file.path)?.[1]
      return folder === undefined ? [] : [{ ...file, folder }]
    }),
    ({ folder }) => folder,
  )
  const chains = [...folders]
    .sort(byName)
    .map(([folder, texts]) => audit(folder, texts, digest, keys))
  return { chains, strangers }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1

function audit(
  folder: string,
  files: readonly LedgerText[],
  digest: Digest,
  keys: readonly KnownKey[],
): AuditedChain {
  const release = releaseIn(folder)
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const unread = sorted.findIndex(({ text }) => text === undefined)
  const readable = unread < 0 ? sorted : sorted.slice(0, unread)
  const { entries, head, broken } = walkChain(
    readable.map(({ text }) => text ?? ''),
    release,
    digest,
    keys,
  )
  const at = (index: number, why: string) => ({ path: sorted[index]?.path ?? folder, why })
  const faults = [
    ...(broken === undefined ? [] : [at(broken.seq - 1, broken.why)]),
    ...misplaced(entries, sorted),
    ...foreignPlans(entries, digest).map(({ index, why }) => at(index, why)),
    ...(unread < 0 ? [] : [at(unread, 'it is no UTF-8')]),
  ]
  const [fault] = faults.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return { release, entries, head, result: resultOf(entries), fault }
}

/** The name of the folder says whose chain it is. */
function releaseIn(folder: string): ReleaseKey {
  const [, product = '', channel = '', version = ''] = folder.split('/').map(decoded)
  return { product, channel, version }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Entries whose file is not where their content belongs. */
function misplaced(entries: readonly Entry[], files: readonly LedgerText[]): Fault[] {
  return entries.flatMap((entry, index) => {
    const path = files[index]?.path ?? ''
    const wanted = entryPath(entry.release, entry.seq, entry.kind)
    return path === wanted ? [] : [{ path, why: `it belongs to ${wanted}` }]
  })
}

/** A plan's hash is that of its content, and what follows names the plan that it was decided by. */
function foreignPlans(entries: readonly Entry[], digest: Digest) {
  let hash: string | null = null
  return entries.flatMap((entry, index) => {
    if (entry.kind === 'plan') hash = digest(canonical(entry.payload.plan))
    if (entry.planHash === hash || (entry.kind !== 'plan' && entry.planHash === null)) return []
    return [{ index, why: `it names the plan ${entry.planHash}, the chain holds ${hash}` }]
  })
}

function resultOf(entries: readonly Entry[]): AuditedChain['result'] {
  const rollout = rolloutOf(entries)
  if (rollout === undefined) return 'unplanned'
  return rollout.result ?? 'open'
}

/** The chain of a version. @throws Failure `absent`, or `ambiguous` where several products have it. */
export function chainOfVersion(
  chains: readonly AuditedChain[],
  { version, product, channel }: Pick<ReleaseKey, 'version'> & Partial<ReleaseKey>,
): AuditedChain {
  const found = chains.filter(
    ({ release }) =>
      release.version === version &&
      (product === undefined || release.product === product) &&
      (channel === undefined || release.channel === channel),
  )
  const [first, ...others] = found
  if (first === undefined)
    throw new Failure(
      'absent',
      `the ledger has no release ${version}`,
      'See release-actions status --all',
    )
  if (others.length === 0) return first
  const names = found.map(({ release }) => chainFolder(release)).join(', ')
  throw new Failure('ambiguous', `${version} is ${names}`, 'Name it with --product and --channel')
}

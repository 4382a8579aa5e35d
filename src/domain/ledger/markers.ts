import type { AuditedChain, Fault, LedgerText } from './audit.ts'
import type { Entry, ReleaseKey } from './entry.ts'
import { FreezeMarker } from './freeze.ts'
import { OPEN_NOTICES, openFreezePath, openNoticePath, openReleasePath } from './path.ts'

/** The markers are an index of what is open: each stands for something, and nothing that is open lacks its own. */
export function auditMarkers(
  files: readonly LedgerText[],
  chains: readonly AuditedChain[],
): readonly Fault[] {
  const markers = new Map(
    files.filter(({ path }) => path.startsWith('open/')).map((f) => [f.path, f.text ?? '']),
  )
  const expected = new Map(
    chains.filter(({ fault }) => fault === undefined).map((c) => [openReleasePath(c.release), c]),
  )
  const missing = [...expected]
    .filter(([path, { result }]) => result === 'open' && !markers.has(path))
    .map(([path]) => ({ path, why: 'it is missing: the release is open' }))
  const wrong = [...markers].flatMap(([path, text]) => {
    const named = NAMING.find(({ folder }) => path.startsWith(folder))
    const why =
      named === undefined
        ? releaseFault(expected.get(path))
        : namingFault(path, text, named, chains)
    return why === undefined ? [] : [{ path, why }]
  })
  return [...missing, ...wrong]
}

function releaseFault(chain: AuditedChain | undefined): string | undefined {
  if (chain === undefined) return 'it stands for no release'
  return chain.result === 'open' ? undefined : `its release is ${chain.result}`
}

/** A marker that names an entry. */
interface Naming {
  readonly folder: string
  readonly pathOf: (release: ReleaseKey) => string
  /** What the entry is, in words. */
  readonly what: string
  readonly isMeant: (entry: Entry) => boolean
}

const NAMING: readonly Naming[] = [
  {
    ...{ folder: 'open/freezes/', pathOf: openFreezePath, what: 'freeze' },
    isMeant: ({ kind }) => kind === 'freeze',
  },
  {
    ...{ folder: OPEN_NOTICES, pathOf: openNoticePath, what: 'end' },
    isMeant: ({ kind, payload }) => kind === 'outcome' && payload.effect === 'release',
  },
]

function namingFault(
  path: string,
  text: string,
  { pathOf, what, isMeant }: Naming,
  chains: readonly AuditedChain[],
): string | undefined {
  const marker = FreezeMarker.safeParse(jsonOf(text)).data
  if (marker === undefined) return 'it cannot be read'
  const chain = chains.find(
    ({ release }) => pathOf(release) === path && release.version === marker.version,
  )
  const entry = chain?.entries[marker.seq - 1]
  return entry !== undefined && isMeant(entry) && entry.time === marker.time
    ? undefined
    : `it names no ${what}: entry ${marker.seq} of ${marker.version}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

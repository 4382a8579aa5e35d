import type { AuditedChain, Fault, LedgerText } from './audit.ts'
import { FreezeMarker } from './freeze.ts'
import { openFreezePath, openReleasePath } from './path.ts'

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
    const why = path.startsWith('open/freezes/')
      ? freezeFault(path, text, chains)
      : releaseFault(expected.get(path))
    return why === undefined ? [] : [{ path, why }]
  })
  return [...missing, ...wrong]
}

function releaseFault(chain: AuditedChain | undefined): string | undefined {
  if (chain === undefined) return 'it stands for no release'
  return chain.result === 'open' ? undefined : `its release is ${chain.result}`
}

function freezeFault(
  path: string,
  text: string,
  chains: readonly AuditedChain[],
): string | undefined {
  const marker = FreezeMarker.safeParse(jsonOf(text)).data
  if (marker === undefined) return 'it cannot be read'
  const chain = chains.find(
    ({ release }) => openFreezePath(release) === path && release.version === marker.version,
  )
  const entry = chain?.entries[marker.seq - 1]
  return entry?.kind === 'freeze' && entry.time === marker.time
    ? undefined
    : `it names no freeze: entry ${marker.seq} of ${marker.version}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import canonicalize from 'canonicalize'
import { Failure } from '../failure.ts'
import { Entry, type ReleaseKey } from './entry.ts'

/** SHA-256 of UTF-8 text as `sha256:<hex>`. */
export type Digest = (text: string) => string

/** Canonical JSON (RFC 8785): one text for one value, so that a hash means the value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('no canonical form')
  return text
}

/**
 * Read a chain from its texts in order: every entry is canonical and has its schema, its seq, its release and the hash
 * of the one before.
 * @throws Failure `broken-chain` naming the first bad entry.
 */
export function readChain(texts: readonly string[], release: ReleaseKey, digest: Digest): Entry[] {
  const entries: Entry[] = []
  const key = canonical(release)
  let previous: string | null = null
  for (const [index, text] of texts.entries()) {
    const entry = parseEntry(text)
    const right =
      entry !== undefined &&
      entry.seq === index + 1 &&
      entry.previous === previous &&
      canonical(entry.release) === key
    if (!right) throw broken(release, index + 1)
    entries.push(entry)
    previous = digest(text)
  }
  return entries
}

/** Undefined too for what is not canonical, or has no canonical form: half of a surrogate pair has none. */
function parseEntry(text: string): Entry | undefined {
  try {
    const entry = Entry.safeParse(JSON.parse(text)).data
    return entry !== undefined && canonical(entry) === text ? entry : undefined
  } catch {
    return undefined
  }
}

function broken(release: ReleaseKey, seq: number): Failure {
  const name = `${release.product} ${release.channel} ${release.version}`
  return new Failure(
    'broken-chain',
    `the ledger of ${name} is broken at entry ${seq}`,
    'Restore the branch release-ledger from before the change, see docs/ledger.md',
  )
}

import { createHash } from 'node:crypto'
import { readChain } from '../../src/domain/ledger/chain.ts'
import { Entry } from '../../src/domain/ledger/entry.ts'
import { REPOSITORY } from './consumer.ts'
import type { ReleaseWorld } from './release-world.ts'

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** What stands on the branch `release-ledger`. */
export interface LedgerContents {
  /** Entries of the version, checked as a chain. */
  readonly entries: readonly Entry[]
  readonly kinds: readonly string[]
  /** Paths below `open/`. */
  readonly open: readonly string[]
}

/** Read past the API; empty while there is no branch. */
export async function ledgerOf(
  { github }: ReleaseWorld,
  version = '1.1.0',
  channel = 'stable',
): Promise<LedgerContents> {
  const { git } = github.repository(REPOSITORY)
  const head = await git.objectAt('refs/heads/release-ledger')
  if (head === undefined) return { entries: [], kinds: [], open: [] }
  const tree = await git.tree(head, true)
  const release = { product: 'checkout', channel, version }
  const paths = tree.map(({ path }) => path).sort()
  const own = paths.filter((p) => p.startsWith(`releases/checkout/${channel}/${version}/`))
  const texts = await Promise.all(
    own.map(async (path) => (await github.fileText(REPOSITORY, 'release-ledger', path)) ?? ''),
  )
  const entries = readChain(texts, release, sha256).map((entry) => Entry.parse(entry))
  return {
    entries,
    kinds: entries.map((e) => e.kind),
    open: paths.filter((p) => p.startsWith('open/') && p.endsWith('.json')),
  }
}

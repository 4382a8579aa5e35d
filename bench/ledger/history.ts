/** Ledgers of any size, written by the suite's own ledger and put into a bare repository by `git fast-import`. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { digest } from '../../src/adapters/digest.ts'
import { ROOT_FILES } from '../../src/adapters/github/ledger-root.ts'
import { Ledger } from '../../src/app/ledger.ts'
import type { ReleaseKey } from '../../src/domain/ledger/entry.ts'
import { openReleasePath } from '../../src/domain/ledger/path.ts'
import type { LedgerStore } from '../../src/ports/ledger-store.ts'

/** What a ledger holds. */
export interface Size {
  /** Entries of finished releases, twenty each. */
  readonly finished: number
  /** Releases that are open, with the markers that say so. */
  readonly open: number
  /** Entries of the first open release; the others have two. */
  readonly entries: number
}

const ENTRIES = 20
const SCOPE = { product: 'checkout', channel: 'stable' }

/** The open releases of a ledger: the first is the one that is worked on. */
export const openRelease = (index: number): ReleaseKey => ({ ...SCOPE, version: `9.${index}.0` })

/** One more entry, of the size that entries have. */
export const entry = (text: string) => ({
  draft: { kind: 'freeze' as const, payload: { reason: `${text} ${'because '.repeat(30)}` } },
  planHash: null,
})

/** Makes a bare repository whose branch `release-ledger` has this size; its folder. */
export async function ledgerRepository(root: string, size: Size): Promise<string> {
  const files = new Map(ROOT_FILES.map(({ path, text }) => [path, text] as const))
  const releases = Math.ceil(size.finished / ENTRIES)
  for (let i = 0; i < releases; i++) {
    const entries = Math.min(ENTRIES, size.finished - i * ENTRIES)
    await writeChain(files, { ...SCOPE, version: `1.${i}.0` }, entries, false)
  }
  for (let i = 0; i < size.open; i++)
    await writeChain(files, openRelease(i), i === 0 ? size.entries : 2, true)
  const gitDir = join(root, `ledger-${size.finished}-${size.open}-${size.entries}.git`)
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', gitDir])
  const input = importOf(files)
  execFileSync('git', ['--git-dir', gitDir, 'fast-import', '--quiet'], { input })
  return gitDir
}

/** The entries of one release, as `Ledger` writes them. */
async function writeChain(
  files: Map<string, string>,
  release: ReleaseKey,
  entries: number,
  isOpen: boolean,
): Promise<void> {
  const clock = { now: () => new Date('2026-01-05T01:00:00Z'), sleep: async () => {} }
  const writer = { actor: 'alice', run: { id: 1, attempt: 1 }, suite: '' }
  const ledger = new Ledger({ store: into(files), clock, digest, random: () => 0.5 }, writer)
  const marker = { path: openReleasePath(release), text: '{}' }
  for (let i = 0; i < entries; i++)
    await ledger.append(release, () => ({
      ...entry(`look ${i}`),
      ...(isOpen && i === 0 && { open: () => marker }),
    }))
}

/** A store without a history: what is written lands in the files. */
function into(files: Map<string, string>): LedgerStore {
  let commits = 0
  return {
    head: async () => ({ commit: '0', open: new Map() }),
    create: async () => {},
    files: async () => new Map(),
    names: async () => [],
    async commit({ additions }) {
      for (const { path, text } of additions) files.set(path, text)
      commits += 1
      return { kind: 'committed', head: String(commits) }
    },
  }
}

/** A commit on `main` and one on the ledger's branch, for `git fast-import`. */
function importOf(files: ReadonlyMap<string, string>): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  const commit = (branch: string) =>
    `commit refs/heads/${branch}\ncommitter alice <alice@acme.example> 1767574800 +0000\n${data('x')}`
  const lines = [...files].map(([path, text]) => `M 100644 inline "${path}"\n${data(text)}`)
  const main = `${commit('main')}M 100644 inline README.md\n${data('shop')}\n`
  return `${main}${commit('release-ledger')}${lines.join('')}\n`
}

/** The branches of the repository as somebody with push rights sees and changes them. */
import { execFileSync } from 'node:child_process'
import type { ReleaseWorld } from './release-world.ts'

const BRANCH = 'refs/heads/release-ledger'

/** Path → text. */
export type GitFiles = Map<string, string>

const git = ({ gitDir }: ReleaseWorld, args: readonly string[], input = '') =>
  execFileSync('git', ['--git-dir', gitDir, ...args], { input, encoding: 'utf8' })

/** As `git fast-import` reads it. */
const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`

/** What stands in the ledger. */
export function ledgerFiles(world: ReleaseWorld): GitFiles {
  const paths = git(world, ['ls-tree', '-r', '-z', '--name-only', BRANCH]).split('\0')
  return new Map(
    paths
      .filter((path) => path !== '')
      .map((path) => [path, git(world, ['cat-file', 'blob', `${BRANCH}:${path}`])]),
  )
}

/** One more commit, with what `change` does to the files. */
export function rewriteLedger(world: ReleaseWorld, change: (files: GitFiles) => void): void {
  const files = ledgerFiles(world)
  change(files)
  const lines = [...files].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`)
  const head = `commit ${BRANCH}\ncommitter x <x@example.com> 1767225600 +0000\n${data('by hand')}`
  const from = `from ${git(world, ['rev-parse', BRANCH]).trim()}\ndeleteall\n`
  git(world, ['fast-import', '--quiet'], `${head}${from}${lines.join('')}\n`)
}

/** The branch is deleted. */
export function deleteLedger(world: ReleaseWorld): void {
  git(world, ['update-ref', '-d', BRANCH])
}

/** A branch from the default one, with another config. */
export function pushBranch(
  world: ReleaseWorld,
  name: string,
  change: (config: string) => string,
): void {
  const path = '.github/release-actions.yml'
  const config = change(git(world, ['show', `main:${path}`]))
  const head = `commit refs/heads/${name}\ncommitter x <x@example.com> 1767225600 +0000\n${data('by hand')}`
  const from = `from ${git(world, ['rev-parse', 'main']).trim()}\n`
  git(world, ['fast-import', '--quiet'], `${head}${from}M 100644 inline ${path}\n${data(config)}\n`)
}

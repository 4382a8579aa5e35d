import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { git } from '../cli/ledger-repository.ts'
import { cli } from '../cli/run-cli.ts'

/** Both verifiers: ours, and the one that was written from the page. */
export function verified(gitDir: string, ...args: readonly string[]) {
  const { exit, lines } = cli('verify-ledger', '--repository', gitDir, ...args)
  const program = join(import.meta.dirname, '../cli/verify_ledger.py')
  const { status, stdout } = spawnSync('python3', [program, gitDir], { encoding: 'utf8' })
  return {
    exit,
    last: lines.at(-1) ?? '',
    failed: lines.filter((l) => l.startsWith('FAILED')),
    status,
    stdout,
  }
}

/** Somebody pushes to the ledger's branch; empty content removes the file. */
export function push(gitDir: string, path: string, content: string): void {
  const text = [
    'commit refs/heads/release-ledger',
    'committer mallory <mallory@acme.example> 1767225600 +0000',
    'data 2\nx\n',
    'from refs/heads/release-ledger^0',
    content === '' ? `D ${path}` : `M 100644 inline ${path}\ndata ${content.length}\n${content}`,
    '',
  ]
  git(gitDir, ['fast-import', '--quiet'], `${text.join('\n')}\n`)
}

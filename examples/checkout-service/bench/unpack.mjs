import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of an unpacked version: `path` itself, the one folder in it, or for a tarball a
 * temporary one. `discard` removes what was unpacked here.
 */
export function unpacked(path) {
  if (statSync(path).isDirectory()) return { home: homeIn(path), discard: () => {} }
  const directory = mkdtempSync(join(tmpdir(), 'checkout-bench-'))
  execFileSync('tar', ['-xzf', path, '-C', directory])
  const discard = () => rmSync(directory, { recursive: true, force: true })
  return { home: homeIn(directory), discard }
}

function homeIn(directory) {
  const names = readdirSync(directory)
  if (names.includes('server.mjs')) return directory
  if (names.length === 1) return homeIn(join(directory, names[0]))
  throw new Error(`${directory} holds no server.mjs`)
}

/**
 * `node bundle-in-turn.ts <out> <from> <to> [<from> <to> …]`: bundles one entry after the other into folders below `out`.
 * One process for all of them: the bundler's own start and its first, cold build cost as much as five more.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLicenses } from './licenses.ts'

/** The command line of ncc, as a function that throws what it would print. */
type Ncc = (args: readonly string[]) => Promise<unknown>

const ncc = createRequire(import.meta.url)('@vercel/ncc/dist/ncc/cli.js') as Ncc
const aside = mkdtempSync(join(tmpdir(), 'bundle-'))
const stats = join(aside, 'stats.json')
const OPTIONS = ['--stats-out', stats, '--no-cache', '--quiet']

try {
  const [out = '', ...entries] = process.argv.slice(2)
  for (let i = 0; i < entries.length; i += 2) {
    const [from = '', to = ''] = entries.slice(i)
    await ncc(['build', from, '--out', join(out, to), ...OPTIONS])
    writeLicenses(readFileSync(stats, 'utf8'), join(out, to))
  }
} finally {
  rmSync(aside, { recursive: true })
}

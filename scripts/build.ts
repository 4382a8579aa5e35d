/** `npm run build`: src/ to dist/. `--check` builds aside and compares byte for byte, untracked and missing files included. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildInto } from './build/bundle.ts'
import { differences } from './build/compare.ts'
import { entriesOf } from './build/entries.ts'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

async function build(): Promise<void> {
  if (entriesOf(root).length === 0) throw new Error('nothing to bundle: src/actions has no main.ts')
  for (const { to } of await buildInto(root, dist)) {
    const kib = Math.round(statSync(join(dist, to, 'index.js')).size / 1024)
    console.log(`dist/${to}/index.js ${kib} KiB`)
  }
}

async function check(): Promise<void> {
  const aside = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    await buildInto(root, aside)
    const found = differences(aside, dist)
    for (const line of found) console.error(`dist/${line}: run npm run build`)
    if (found.length > 0) process.exitCode = 1
    else console.log('dist/ is what the sources give')
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

try {
  await (process.argv.includes('--check') ? check() : build())
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

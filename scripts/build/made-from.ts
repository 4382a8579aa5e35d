/** What the bundles were made from and what came of it, by hash: whether they are stale is seen without building them. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** File beside the bundles that says it. */
export const MADE_FROM = 'made-from.json'

/** Everything that the bytes of a bundle follow from. */
const SOURCES = [
  'src/**/*.ts',
  'scripts/build/*.ts',
  'vendor/undici-none/*',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

export interface MadeFrom {
  /** SHA-256 of the sources, the packages' lock, the compiler's settings and the build, with their paths. */
  readonly sources: string
  /** SHA-256 of the bundles, with their paths. */
  readonly bundles: string
}

/** As the tree is now. @param dist Folder of the bundles. */
export function madeFrom(root: string, dist: string): MadeFrom {
  const bundles = globSync('**', { cwd: dist }).filter((path) => path !== MADE_FROM)
  return { sources: hashOf(root, globSync(SOURCES, { cwd: root })), bundles: hashOf(dist, bundles) }
}

/** Written by the build, when the bundles are there. */
export function writeMadeFrom(root: string, dist: string): void {
  writeFileSync(join(dist, MADE_FROM), `${JSON.stringify(madeFrom(root, dist), null, 2)}\n`)
}

function hashOf(folder: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.toSorted()) {
    const file = join(folder, path)
    if (statSync(file).isFile()) hash.update(`${path}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

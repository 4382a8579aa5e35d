/** The licences of packages that the bundler has merged into other modules: its own list leaves them out. */
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bundler says above each module that it has merged where it came from. */
const MERGED =
  /^;\/\/ CONCATENATED MODULE: (?<folder>\S*\bnode_modules\/(?:@[^/\s]+\/)?[^/\s]+)\//gm
const LICENSE = /^(licen[cs]e|copying)(\.(md|txt))?$/i

/**
 * Completes `licenses.txt` of a bundle, in the form that it has: name, licence, and its text where the package has one.
 * @param root The folder from which the bundler has named the modules.
 */
export function addMergedLicenses(root: string, bundle: string): void {
  const file = join(bundle, 'licenses.txt')
  const listed = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const isListed = (entry: string) => `\n\n${listed}\n`.includes(`\n\n${headOf(entry)}\n`)
  const merged = mergedPackages(bundle).map((folder) => entryOf(join(root, folder)))
  const missing = [...new Set(merged)].filter((entry) => !isListed(entry)).sort()
  const all = [listed, ...missing].filter((text) => text !== '')
  if (missing.length > 0) writeFileSync(file, `${all.join('\n\n\n')}\n`)
}

/** Folders of the packages, as the bundler names them. */
function mergedPackages(bundle: string): readonly string[] {
  const files = globSync('*.js', { cwd: bundle })
  const texts = files.map((name) => readFileSync(join(bundle, name), 'utf8'))
  const modules = texts.flatMap((text) => [...text.matchAll(MERGED)])
  return [...new Set(modules.map(({ groups }) => groups?.folder ?? ''))]
}

function entryOf(folder: string): string {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly license: string
  }
  const file = readdirSync(folder).find((each) => LICENSE.test(each))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return `${name}\n${license}\n${text}`.trim()
}

const headOf = (entry: string) => entry.split('\n', 2).join('\n')

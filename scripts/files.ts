/** Reading a tree: what the scripts and the house rules look at. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const SKIPPED = new Set(['node_modules', '.git', '.tools', '.sandbox', 'lib', 'dist'])

/** The names of the folders directly inside a folder, sorted; none if it does not exist. */
export function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Paths below `root` that match, sorted, without what is installed or generated. */
export function filesIn(root: string, ...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: (path) => SKIPPED.has(path) }).sort()
}

/** The text of a file below `root`, or undefined if there is none. */
export function textOf(root: string, path: string): string | undefined {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** A YAML file below `root` as data; undefined if there is none. Throws one line that names file and place. */
export const yamlOf = (root: string, path: string): unknown =>
  parseYaml(path, textOf(root, path) ?? '')

/** YAML text as data, undefined for nothing; `path` says in the error where the text stands. */
export function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text) ?? undefined
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new Error(`${path}: ${line}`)
  }
}

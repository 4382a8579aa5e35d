/** The licences of what is in a bundle. The bundler's own list has the packages of one of the bundle's files only. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A module as the bundler's statistics tell of it; merged ones are inside of another. */
interface Module {
  /** Its file; absent for what the bundler made itself. */
  readonly nameForCondition?: string | null
  /** The files of the bundle that it is in; none when it was left out. */
  readonly chunks?: readonly unknown[]
  readonly modules?: readonly Module[]
}

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
const LICENSE = /^(licen[cs]e|copying)(\.(md|txt))?$/i

/**
 * Writes `licenses.txt` beside a bundle: name, licence, and its text where the package has one, of each package in it.
 * Nothing is written where there is none.
 * @param stats Statistics of the bundler, JSON.
 */
export function writeLicenses(stats: string, bundle: string): void {
  const { modules = [] } = JSON.parse(stats) as Pick<Module, 'modules'>
  const kept = modules.filter(({ chunks = [] }) => chunks.length > 0)
  const folders = kept.flatMap(filesOf).flatMap((file) => PACKAGE.exec(file)?.[0] ?? [])
  const entries = new Set([...new Set(folders)].map(entryOf))
  if (entries.size > 0)
    writeFileSync(join(bundle, 'licenses.txt'), `${[...entries].sort().join('\n\n\n')}\n`)
}

function filesOf({ nameForCondition, modules = [] }: Module): readonly string[] {
  return [nameForCondition ?? '', ...modules.flatMap(filesOf)]
}

function entryOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly license?: string
  }
  const file = readdirSync(folder).find((each) => LICENSE.test(each))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return `${about.name}\n${about.license ?? 'names no licence'}\n${text}`.trim()
}

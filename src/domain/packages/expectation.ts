import { versionInFileName } from './file-name.ts'
import type { IndexFile } from './listing.ts'

/** What an index must have of one version of one project. */
export interface Expectation {
  readonly project: string
  /** As `pythonVersionKey` spells it. */
  readonly versionKey: string
  /** File name → hex digest; undefined where none is declared. Empty when no file is declared at all. */
  readonly files: ReadonlyMap<string, string | undefined>
}

/** The files of a listing that belong to the version. */
export function filesOfVersion(
  { project, versionKey }: Expectation,
  files: readonly IndexFile[],
): readonly IndexFile[] {
  return files.filter((file) => versionInFileName(file.name, project) === versionKey)
}

/**
 * Names of the files of a local version (`1.2.0+cpu`): pip takes one for the version itself, before the files that were
 * published.
 */
export function localFiles(
  { project, versionKey }: Expectation,
  files: readonly IndexFile[],
): readonly string[] {
  return files
    .map((file) => file.name)
    .filter((name) => versionInFileName(name, project)?.startsWith(`${versionKey}+`))
}

/** Names of the files that are no wheel and no source archive of the project; nobody installs them. */
export function unknownFiles(
  { project }: Expectation,
  files: readonly IndexFile[],
): readonly string[] {
  return files
    .map((file) => file.name)
    .filter((name) => versionInFileName(name, project) === undefined)
}

/** Names of the declared files that a listing lacks. Files appear one by one: an upload is not atomic. */
export function missingFiles(
  expectation: Expectation,
  files: readonly IndexFile[],
): readonly string[] {
  const there = new Set(filesOfVersion(expectation, files).map((file) => file.name))
  return [...expectation.files.keys()].filter((name) => !there.has(name))
}

/** Names of the version's files that nobody declared; none where nothing is declared at all. */
export function undeclaredFiles(
  expectation: Expectation,
  files: readonly IndexFile[],
): readonly string[] {
  if (expectation.files.size === 0) return []
  return filesOfVersion(expectation, files)
    .map((file) => file.name)
    .filter((name) => !expectation.files.has(name))
}

/** The version is there and nothing declared is missing. */
export function isComplete(expectation: Expectation, files: readonly IndexFile[]): boolean {
  return (
    filesOfVersion(expectation, files).length > 0 && missingFiles(expectation, files).length === 0
  )
}

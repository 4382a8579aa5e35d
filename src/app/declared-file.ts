import type { FileArtefact } from '../domain/config/artefact.ts'
import { Failure } from '../domain/failure.ts'
import { toPythonVersion } from '../domain/packages/python-version.ts'
import type { Checksums } from '../domain/release/checksums.ts'
import { fill } from '../domain/release/template.ts'

/** A declared file as a release has it. */
export interface DeclaredFile {
  readonly name: string
  /** 64 hex digits. */
  readonly sha256: string
}

/**
 * The file of an artefact as the checksums name it: with the release's version; that of a Python package also with
 * Python's spelling (`1.4.0b2` for `1.4.0-beta.2`).
 * @param list Name of the checksum file, for the message.
 * @throws Failure `absent`.
 */
export function declaredFile(
  artefact: FileArtefact,
  version: string,
  list: string,
  sums: Checksums,
): DeclaredFile {
  const names = namesOf(artefact, version)
  for (const name of names) {
    const sha256 = sums.get(name)
    if (sha256 !== undefined) return { name, sha256 }
  }
  throw new Failure(
    'absent',
    `${list} has no line for ${names.at(-1)}`,
    'Build the checksums again',
  )
}

function namesOf(artefact: FileArtefact, version: string): readonly string[] {
  if (artefact.kind === 'release-asset') return [fill(artefact.name, { version })]
  const python = toPythonVersion(version)
  const spellings = python === undefined || python === version ? [version] : [version, python]
  return spellings.map((spelling) => fill(artefact.file, { version: spelling }))
}

import type { Evidence } from '../judging/verdict.ts'
import type { Expectation } from './expectation.ts'
import type { IndexFile } from './listing.ts'
import { normaliseName } from './name.ts'
import { pythonVersionKey } from './python-version.ts'

/** The metadata of a wheel as an index serves them beside it (PEP 658). */
export interface CoreMetadata {
  readonly text: string
  /** Hex digest of the bytes. */
  readonly sha256: string
}

/** Evidence that the metadata, by which pip resolves without the wheel, are of the same name and version as its file. */
export function judgeMetadata(
  file: IndexFile,
  { project, versionKey }: Expectation,
  { text, sha256 }: CoreMetadata,
  question: string,
): Evidence {
  const [name, version] = [headerOf(text, 'Name'), headerOf(text, 'Version')]
  const announced = file.metadata?.sha256
  const problems = [
    ...(announced === undefined || announced === sha256 ? [] : ["not of the index's digest"]),
    ...(normaliseName(name) === normaliseName(project) ? [] : [`of the project ${name}`]),
    ...(pythonVersionKey(version) === versionKey ? [] : [`of the version ${version}`]),
  ]
  return {
    name: `${file.name} metadata`,
    verdict: problems.length === 0 ? 'pass' : 'fail',
    question,
    answer: problems.length === 0 ? `${name} ${version}` : problems.join(', '),
    limit: 'the name and version of the file',
  }
}

/** A header of the head, which ends with an empty line; `unnamed` where there is none. */
function headerOf(text: string, header: string): string {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  const line = head.split(/\r?\n/).find((each) => each.startsWith(`${header}:`))
  return (
    line
      ?.slice(header.length + 1)
      .trim()
      .slice(0, 128) || 'unnamed'
  )
}

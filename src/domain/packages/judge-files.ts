import type { Evidence, VerdictKind } from '../judging/verdict.ts'
import type { Measured } from '../release/measured.ts'
import {
  type Expectation,
  filesOfVersion,
  localFiles,
  missingFiles,
  undeclaredFiles,
} from './expectation.ts'
import type { IndexFile } from './listing.ts'

/** Evidence about the files that an index lists for a version: complete, not yanked, nothing undeclared. */
export function judgeListed(
  expectation: Expectation,
  listed: readonly IndexFile[],
  question: string,
): readonly Evidence[] {
  const { project } = expectation
  const files = filesOfVersion(expectation, listed)
  const missing = missingFiles(expectation, listed)
  const yanked = files.filter((file) => file.yanked).map((file) => file.name)
  const extra = undeclaredFiles(expectation, listed)
  const local = localFiles(expectation, listed)
  const complete = files.length > 0 && [...missing, ...extra, ...local].length === 0
  return [
    {
      name: `${project} files`,
      verdict: complete ? 'pass' : 'fail',
      question,
      answer: [
        ...(missing.length === 0 ? [] : [`missing ${missing.join(', ')}`]),
        ...(extra.length === 0 ? [] : [`undeclared ${extra.join(', ')}`]),
        ...(local.length === 0 ? [] : [`of a local version ${local.join(', ')}`]),
        ...(complete ? [files.map((file) => file.name).join(', ')] : []),
      ].join('; '),
      limit: expectation.files.size === 0 ? 'at least one file' : 'exactly the declared files',
      samples: files.length,
    },
    {
      name: `${project} yanked`,
      verdict: yanked.length === 0 ? 'pass' : 'fail',
      question,
      answer: yanked.length === 0 ? 'no' : yanked.join(', '),
      limit: 'no file yanked',
    },
  ]
}

/** Evidence about one file: what the index says, what was declared and what its bytes are must be one digest and size. */
export function judgeBytes(
  file: IndexFile,
  declared: string | undefined,
  { sha256: bytes, size }: Measured,
  question: string,
): Evidence {
  const differing = [
    ...(declared === undefined || declared === bytes ? [] : ['the declared']),
    ...(file.sha256 === undefined || file.sha256 === bytes ? [] : ["the index's"]),
  ]
  const sized = file.size === undefined || file.size === size
  const compared = [declared, file.sha256].some((digest) => digest !== undefined)
  return {
    name: `${file.name} sha256`,
    verdict: sized ? verdictOf(differing, compared) : 'fail',
    question,
    answer: [
      compared ? answerOf(bytes, differing) : `${bytes}, with nothing to compare it with`,
      ...(sized ? [] : [`${size} bytes, not the ${file.size} that the index names`]),
    ].join('; '),
    limit: declared ?? file.sha256 ?? 'a declared digest',
  }
}

function verdictOf(differing: readonly string[], compared: boolean): VerdictKind {
  if (differing.length > 0) return 'fail'
  return compared ? 'pass' : 'inconclusive'
}

function answerOf(bytes: string, differing: readonly string[]): string {
  return differing.length === 0 ? bytes : `${bytes} is not ${differing.join(' nor ')} digest`
}

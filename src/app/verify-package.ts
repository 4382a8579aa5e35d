import { formatDuration } from '../domain/config/duration.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import { type Evidence, overall, type Verdict } from '../domain/judging/verdict.ts'
import { judgeMetadata } from '../domain/packages/core-metadata.ts'
import { type Expectation, filesOfVersion, unknownFiles } from '../domain/packages/expectation.ts'
import { judgeBytes, judgeListed } from '../domain/packages/judge-files.ts'
import type { IndexFile } from '../domain/packages/listing.ts'
import type { Clock } from '../ports/clock.ts'
import type { PackageIndex } from '../ports/package-index.ts'
import { type Awaited, awaitVersion } from './await-version.ts'

export interface Patience {
  /** Milliseconds to wait for all packages together; 0 looks once. */
  readonly ms: number
  /** The command that asks again. */
  readonly retry: string
}

export interface Verified {
  readonly verdict: Verdict
  /** Host of the index; empty when none was asked. */
  readonly index: string
  /** Every package is visible; undefined where that could not be found out. */
  readonly available: boolean | undefined
  /** Until the last package was visible; undefined unless all are. */
  readonly delayMs: number | undefined
  /** What is unusual about the pages that were read, for people. */
  readonly warnings: readonly string[]
  /** Files on these pages that are no packages. */
  readonly ignored: readonly string[]
}

/**
 * Verify what is declared; the index is opened only if something is. Nothing declared is a pass that says so.
 */
export async function verifyDeclared(
  expectations: readonly Expectation[],
  version: string,
  wait: Patience,
  open: () => Promise<PackageIndex>,
  clock: Clock,
): Promise<Verified> {
  if (expectations.length > 0)
    return verifyPackages(expectations, version, wait, { index: await open(), clock })
  const verdict: Verdict = { verdict: 'pass', reason: 'nothing declared', evidence: [] }
  const nothing = { available: undefined, delayMs: undefined, warnings: [], ignored: [] }
  return { verdict, index: '', ...nothing }
}

/**
 * Wait for every package on the index, then check its files: complete, not yanked, and bytes, index and declaration
 * agree on one digest.
 */
async function verifyPackages(
  expectations: readonly Expectation[],
  version: string,
  wait: Patience,
  ports: { readonly index: PackageIndex; readonly clock: Clock },
): Promise<Verified> {
  const from = ports.clock.now().getTime()
  const evidence: Evidence[] = []
  const outcomes: Awaited[] = []
  const warnings: string[] = []
  const ignored: string[] = []
  for (const expectation of expectations) {
    const question = `page of ${expectation.project} on ${ports.index.host}`
    const outcome = await awaitVersion(expectation, { from, ms: wait.ms }, ports)
    outcomes.push(outcome)
    evidence.push(visibility(outcome, `${expectation.project} ${version}`, question, wait))
    if (outcome.kind !== 'visible') continue
    const { files, warnings: said } = outcome.listing
    evidence.push(...(await judgeFiles(expectation, files, question, ports.index)))
    warnings.push(...said.map((line) => `${expectation.project}: ${line}`))
    ignored.push(...unknownFiles(expectation, files))
  }
  const { host, quiet } = ports.index
  const said = { warnings: warnings.map(quiet), ignored: ignored.map(quiet) }
  const verdict = overall(evidence.map((each) => quietly(each, quiet)))
  return { verdict, index: host, ...availability(outcomes), ...said }
}

/** Names of files, versions and hosts are the index's own words. */
function quietly(evidence: Evidence, quiet: PackageIndex['quiet']): Evidence {
  const { name, question, answer, limit } = evidence
  return {
    ...evidence,
    name: quiet(name),
    question: quiet(question),
    answer: quiet(answer),
    limit: quiet(limit),
  }
}

function availability(outcomes: readonly Awaited[]): Pick<Verified, 'available' | 'delayMs'> {
  if (outcomes.some((o) => o.kind === 'absent')) return { available: false, delayMs: undefined }
  if (outcomes.some((o) => o.kind === 'trouble'))
    return { available: undefined, delayMs: undefined }
  const delays = outcomes.flatMap((o) => (o.kind === 'visible' ? [o.afterMs] : []))
  return { available: true, delayMs: Math.max(0, ...delays) }
}

function visibility(outcome: Awaited, what: string, question: string, wait: Patience): Evidence {
  const base = { name: `${what} visible`, question, limit: 'complete on two reads in a row' }
  const after = wait.ms === 0 ? 'now' : `after ${formatDuration(wait.ms)}`
  switch (outcome.kind) {
    case 'visible':
      return { ...base, verdict: 'pass', answer: `yes, after ${formatDuration(outcome.afterMs)}` }
    case 'absent':
      return {
        ...base,
        verdict: 'fail',
        answer: `${outcome.answer} ${after}; to ask again: ${wait.retry}`,
      }
    case 'trouble':
      return { ...base, verdict: 'inconclusive', answer: failureLine(outcome.failure) }
  }
}

async function judgeFiles(
  expectation: Expectation,
  listed: readonly IndexFile[],
  question: string,
  index: PackageIndex,
): Promise<readonly Evidence[]> {
  const files = filesOfVersion(expectation, listed)
  const evidence = [...judgeListed(expectation, listed, question)]
  for (const file of files) {
    evidence.push(await bytesOf(file, expectation, index))
    if (file.metadata !== undefined) evidence.push(await metadataOf(file, expectation, index))
  }
  return evidence
}

async function metadataOf(
  file: IndexFile,
  expectation: Expectation,
  index: PackageIndex,
): Promise<Evidence> {
  const question = `metadata of ${file.name} from ${new URL(file.url).host}`
  try {
    return judgeMetadata(file, expectation, await index.metadata(file), question)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const answer = failureLine(error)
    return { name: `${file.name} metadata`, verdict: 'inconclusive', question, answer, limit: '' }
  }
}

async function bytesOf(
  file: IndexFile,
  { files }: Expectation,
  index: PackageIndex,
): Promise<Evidence> {
  const question = `bytes of ${file.name} from ${new URL(file.url).host}`
  const declared = files.get(file.name)
  try {
    return judgeBytes(file, declared, await index.measure(file), question)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return {
      name: `${file.name} sha256`,
      verdict: error.code === 'other-size' ? 'fail' : 'inconclusive',
      question,
      answer: failureLine(error),
      limit: declared ?? file.sha256 ?? '',
    }
  }
}

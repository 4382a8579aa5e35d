import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Verdict } from '../domain/judging/verdict.ts'
import type { Limits } from '../domain/performance/compare.ts'
import { thresholdNotice } from '../domain/performance/judge.ts'
import type { Versions } from '../domain/performance/report.ts'
import { parseResultFile } from '../domain/performance/result-file.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import {
  type Compared,
  comparePerformance,
  performanceReport,
  type ReportPorts,
  reportRegression,
} from './compare-performance.ts'
import {
  fetchSubject,
  type MeasurePorts,
  measureVersions,
  performanceSection,
  runOnce,
} from './measure.ts'
import {
  downloadResults,
  performanceArtifact,
  type ResultFiles,
  uploadResults,
} from './performance-artifact.ts'

/** A result file beyond this is none. */
const LARGEST_FILE = 4 * 1024 * 1024

export interface PerformanceRequest {
  readonly phase: 'compare' | 'prepare' | 'measure' | 'analyse'
  readonly versions: Partial<Versions>
  /** Paths inside the workspace. */
  readonly files: { readonly baseline: string; readonly current: string } | undefined
  readonly limits: Limits
  readonly createIssue: boolean
  readonly dryRun: boolean
  readonly attempt: number
  /** URL of this run. */
  readonly run: string
}

export interface PerformancePorts extends MeasurePorts, ReportPorts {
  readonly artifacts: Artifacts
  /** Asked for only by the phases that run the configured command. */
  readonly config: () => Promise<Config>
}

export interface PerformanceReport {
  readonly verdict: Verdict
  readonly outputs?: Readonly<Record<string, string>>
  readonly summary?: readonly string[]
}

/** One phase of a performance comparison. @throws Failure */
export function perfRegression(
  request: PerformanceRequest,
  ports: PerformancePorts,
): Promise<PerformanceReport> {
  const notice = thresholdNotice(request.limits.threshold)
  if (notice !== undefined) ports.log.warning(notice)
  const phases = { compare, prepare, measure, analyse }
  return phases[request.phase](request, ports)
}

async function compare(request: PerformanceRequest, ports: PerformancePorts) {
  return performanceReport(await comparedFiles(request, ports))
}

async function prepare({ versions, dryRun }: PerformanceRequest, ports: PerformancePorts) {
  const config = await ports.config()
  const subject = await fetchSubject(versionOf(versions, 'baseline'), config, ports)
  if (dryRun) return done(`dry run: ${subject.asset.name} is verified, nothing was run`)
  const sample = await runOnce(subject, performanceSection(config), ports)
  const metrics = Object.keys(sample.metrics).length
  return done(`${subject.version} is verified and runs, ${metrics} metrics; nothing was measured`)
}

async function measure(request: PerformanceRequest, ports: PerformancePorts) {
  const config = await ports.config()
  const section = performanceSection(config)
  const versions = bothVersions(request)
  const baseline = await fetchSubject(versions.baseline, config, ports)
  const current = await fetchSubject(versions.current, config, ports)
  if (request.dryRun)
    return done(`dry run: would run each version ${section.iterations} times, nothing was measured`)
  const files = await measureVersions({ baseline, current }, section, ports)
  const name = performanceArtifact(versions, request.attempt)
  await uploadResults(files, name, ports.artifacts)
  const text = `${versions.current} and ${versions.baseline} ran ${section.iterations} times each, in turns`
  return { ...done(`${text}; nothing was compared`), outputs: { artifact: name } }
}

async function analyse(request: PerformanceRequest, ports: PerformancePorts) {
  const compared =
    request.files === undefined
      ? comparePerformance(await downloaded(request, ports), request.versions, request.limits)
      : await comparedFiles(request, ports)
  const report = performanceReport(compared)
  if (compared.verdict.verdict !== 'fail' || !request.createIssue) return report
  if (request.dryRun) return withBlock(report, 'Dry run: would open an issue.')
  const { number, text } = await reportRegression(compared, request.run, ports)
  return { ...withBlock(report, text), outputs: { ...report.outputs, issue_number: number } }
}

function downloaded(
  request: PerformanceRequest,
  { artifacts }: PerformancePorts,
): Promise<ResultFiles> {
  return downloadResults(bothVersions(request), request.attempt, artifacts)
}

async function comparedFiles(
  { files, versions, limits }: PerformanceRequest,
  ports: PerformancePorts,
): Promise<Compared> {
  if (files === undefined)
    throw new Failure('bad-input', 'input baseline-file: name the two result files of the phase')
  const read = async (path: string) =>
    parseResultFile(await ports.files.read(path, LARGEST_FILE), path)
  const results = { baseline: await read(files.baseline), current: await read(files.current) }
  return comparePerformance(results, versions, limits)
}

function bothVersions({ versions }: PerformanceRequest): Versions {
  return { baseline: versionOf(versions, 'baseline'), current: versionOf(versions, 'current') }
}

function versionOf(versions: Partial<Versions>, side: keyof Versions): string {
  const version = versions[side]
  if (version !== undefined) return version
  throw new Failure('bad-input', `input ${side}_version: is required by this phase`)
}

function withBlock<R extends { readonly summary: readonly string[] }>(report: R, text: string) {
  return { ...report, summary: [...report.summary, text] }
}

function done(reason: string): { readonly verdict: Verdict } {
  return { verdict: { verdict: 'pass', reason, evidence: [] } }
}

import { parseDuration } from '../domain/config/duration.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { gather, interleaved, type Side } from '../domain/performance/gather.ts'
import { parseSample, type ResultFile, type Sample } from '../domain/performance/result-file.ts'
import { fill } from '../domain/release/template.ts'
import { lastLine } from '../domain/report/last-line.ts'
import type { Command } from '../ports/command.ts'
import type { Log } from '../ports/log.ts'
import { type FetchedAsset, type FetchPorts, fetchAsset } from './fetch-asset.ts'

export interface MeasurePorts extends FetchPorts {
  readonly command: Command
  readonly log: Log
}

type Section = NonNullable<Config['performance']>

/** A version whose verified file lies here, ready to be run. */
export interface Subject {
  readonly version: string
  readonly asset: FetchedAsset
}

/** @throws Failure `absent` when the config does not say how to measure. */
export function performanceSection(config: Config): Section {
  if (config.performance !== undefined) return config.performance
  throw new Failure(
    'absent',
    'the config has no section performance',
    'Say there how a version is measured, or skip the performance check',
  )
}

/** Download and verify what is measured of a version. @throws Failure */
export async function fetchSubject(
  version: string,
  config: Config,
  ports: FetchPorts,
): Promise<Subject> {
  const { asset } = performanceSection(config)
  return { version, asset: await fetchAsset(asset, version, config, ports) }
}

/**
 * Measure two versions on this machine, run by run in alternating order, after a warm-up whose values are thrown away.
 * @throws Failure when a run fails or prints no sample.
 */
export async function measureVersions(
  subjects: Readonly<Record<Side, Subject>>,
  section: Section,
  ports: MeasurePorts,
): Promise<Readonly<Record<Side, ResultFile>>> {
  for (const side of interleaved(section['warm-up'])) await runOnce(subjects[side], section, ports)
  const samples: Record<Side, Sample[]> = { baseline: [], current: [] }
  for (const side of interleaved(section.iterations)) {
    samples[side].push(await runOnce(subjects[side], section, ports))
    const { version } = subjects[side]
    ports.log.info(`${version}: run ${samples[side].length} of ${section.iterations}`)
  }
  const file = (side: Side) => gather(subjects[side].version, samples[side])
  return { baseline: file('baseline'), current: file('current') }
}

/** One run of the configured command. @throws Failure `command-failed`, `bad-result`. */
export async function runOnce(
  { version, asset }: Subject,
  section: Section,
  { command }: Pick<MeasurePorts, 'command'>,
): Promise<Sample> {
  const argv = section.command.map((part) => fill(part, { asset: asset.path, version }))
  const timeoutMs = parseDuration(section.timeout) ?? 60_000
  const result = await command.run(argv, { timeoutMs })
  if (result.exit !== 0)
    throw new Failure(
      'command-failed',
      `the performance command ended with ${result.exit ?? 'a signal'} for ${version}: ${lastLine(result.stderr)}`,
    )
  return parseSample(result.stdout, `the output for ${version}`)
}

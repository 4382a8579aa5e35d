import { Failure } from '../failure.ts'
import type { ResultFile, Sample } from './result-file.ts'

/**
 * Put the samples of one version together, in the order they were taken.
 * @throws Failure `bad-result` when they differ in their metrics, units or directions.
 */
export function gather(version: string, samples: readonly Sample[]): ResultFile {
  const [first] = samples
  const shape = shapeOf(first)
  if (samples.some((sample) => shapeOf(sample) !== shape))
    throw new Failure(
      'bad-result',
      `the runs of ${version} measured different metrics`,
      'Print the same metrics on every run',
    )
  const metrics = Object.entries(first?.metrics ?? {}).map(([name, { unit, direction }]) => {
    const values = samples.map((sample) => sample.metrics[name]?.value ?? null)
    return [name, { unit, direction, values }] as const
  })
  return { schema: 1, version, metrics: Object.fromEntries(metrics) }
}

function shapeOf(sample: Sample | undefined): string {
  const metrics = Object.entries(sample?.metrics ?? {})
  return JSON.stringify(metrics.map(([name, m]) => [name, m.unit, m.direction]).sort())
}

/** Which version runs when, baseline and current. */
export type Side = 'baseline' | 'current'

/**
 * The order of the runs: A B B A A B B A …, so that a machine that slows down or speeds up meanwhile does it to both.
 * @param rounds Runs of each side.
 */
export function interleaved(rounds: number): readonly Side[] {
  return Array.from({ length: rounds }, (_, round): Side[] =>
    round % 2 === 0 ? ['baseline', 'current'] : ['current', 'baseline'],
  ).flat()
}

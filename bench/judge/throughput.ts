import { compare } from '../../src/domain/judging/comparison/comparison.ts'
import type { Look } from '../../src/domain/judging/comparison/look.ts'
import { DEFAULT_POLICY } from '../../src/domain/judging/comparison/policy.ts'
import type { SampleMetric } from '../../src/domain/judging/samples/metric.ts'
import { judgeSamples } from '../../src/domain/judging/samples/verdict.ts'
import { ascending } from '../../src/domain/statistics/pairs.ts'
import { randomFrom } from './random.ts'

const ROUNDS = 5
const METRICS = 1000
const SAMPLES = 1000
const LOOKS = 60

/** How long a large judgement takes, and one look of a rollout: the best of some rounds, in ms. */
export function throughput(seed: number): readonly string[] {
  const metrics = manyMetrics(seed)
  const looks = oneRollout(seed)
  const samples = best(() => judgeSamples({ alpha: 0.01 }, metrics))
  const rollout = best(() => compare(DEFAULT_POLICY, looks))
  return [
    '',
    '| what | ms | CPU ms |',
    '| --- | --- | --- |',
    `| ${METRICS} metrics × ${SAMPLES} samples a side | ${samples.wall.toFixed(0)} | ${samples.cpu.toFixed(0)} |`,
    `| one look of a rollout (latency, errors, gauge) | ${(rollout.wall / LOOKS).toFixed(2)} | ${(rollout.cpu / LOOKS).toFixed(2)} |`,
  ]
}

function best(work: () => unknown): { readonly wall: number; readonly cpu: number } {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [from, before] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(before)
    return { wall: performance.now() - from, cpu: (user + system) / 1000 }
  })
  const least = (of: 'wall' | 'cpu') => Math.min(...rounds.map((round) => round[of]))
  return { wall: least('wall'), cpu: least('cpu') }
}

function manyMetrics(seed: number): readonly SampleMetric[] {
  const random = randomFrom(seed)
  const side = () => ({
    values: ascending(Array.from({ length: SAMPLES }, () => 100 * Math.exp(0.5 * random.normal()))),
    ...{ lost: 0, infinite: 0 },
  })
  return Array.from({ length: METRICS }, (_, i) => ({
    ...({ kind: 'values', name: `m${i}`, unit: 'ms', worse: 'increase' } as const),
    ...{ minSamples: 5, critical: false, weight: 1, history: [] },
    tolerance: { relative: 0.1, absolute: 0 },
    baseline: side(),
    canary: side(),
  }))
}

function oneRollout(seed: number): readonly Look[] {
  const random = randomFrom(seed)
  const bounds = Array.from({ length: 19 }, (_, i) => 500 * 1.4 ** (i - 13))
  const buckets = () =>
    [...bounds, 0].map((_, i) => random.poisson(30 * Math.exp(-(((i - 8) / 3) ** 2))))
  const both = <T>(of: () => T) => ({ baseline: of(), canary: of() })
  return Array.from({ length: LOOKS }, (_, i) => ({
    minute: i + 1,
    metrics: [
      {
        name: 'latency',
        kind: 'latency' as const,
        bounds,
        ...both(() => ({ buckets: buckets() })),
      },
      {
        name: 'errors',
        kind: 'errors' as const,
        ...both(() => ({ bad: random.poisson(1), total: 300 })),
      },
      {
        name: 'saturation',
        kind: 'gauge' as const,
        ...both(() => ({ values: [random.between(0.4, 0.5)] })),
      },
    ],
  }))
}

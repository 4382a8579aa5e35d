import { type LevelSettings, type Onset, step } from './level-evidence.ts'
import type { Noise, Shape } from './level-filter.ts'
import type { ComparisonPolicy } from './policy.ts'

/** Not more first looks of a fault than this are told apart. */
const MOST_STARTS = 24
/** Weights of faults there from the first look, of those that come later, and of those that grow; the rest stays with none. */
const WEIGHTS = { first: 0.45, later: 0.3, growing: 0.2 }

/** A shift of latency may be read so much too large, because what a rank is worth is learned from buckets. */
const OVERREAD = 1.12

/** As high as a step after this many looks. */
const GROWN = 20
const growing: Shape = (k) => (k + 1) / GROWN

/** A share of the level, whatever the noise of the service is within what is called healthy. */
export function latencySettings(policy: ComparisonPolicy): LevelSettings {
  const { offset, ownNoise, memory } = policy.healthy
  const greatest = OVERREAD * ownNoise * Math.SQRT2
  return {
    offset: OVERREAD * Math.log1p(offset),
    noises: noisesOf(
      [0.12, 0.35, 0.6, 0.8, 1].map((part) => part * greatest),
      [0, 0.6 * memory, memory],
    ),
    onsets: onsetsOf(policy, [growing]),
    smallest: Math.log1p(policy.minEffect),
    sizes: [0.08, 0.5],
    placement: 0.01,
  }
}

/** Saturations are noisier than latencies: up to twice. */
export function gaugeSettings(policy: ComparisonPolicy): LevelSettings {
  const { offset, ownNoise, memory } = policy.healthy
  const greatest = 2 * ownNoise * Math.SQRT2
  return {
    ...latencySettings(policy),
    offset: Math.log1p(2 * offset),
    noises: noisesOf(
      [0.2, 0.5, 0.8, 1].map((part) => part * greatest),
      [0, 0.6 * memory, memory],
    ),
    sizes: [0.15, 0.6],
    placement: 0.02,
  }
}

/** A queue wanders by a multiple of itself, and what is wrong with it grows. */
export function lagSettings(policy: ComparisonPolicy): LevelSettings {
  const growths = [0.1, 0.3].map(
    (rate): Shape =>
      (k) =>
        Math.log1p(rate * (k + 1)),
  )
  return {
    offset: Math.log(1.25),
    noises: noisesOf(
      [0.15, 0.3, 0.42, 0.56],
      [0, 0.6 * policy.healthy.memory, policy.healthy.memory],
    ),
    onsets: onsetsOf(policy, growths),
    smallest: Math.log(1.25),
    sizes: [0.5, 1.5],
    placement: 0.1,
  }
}

function noisesOf(deviations: readonly number[], memories: readonly number[]): readonly Noise[] {
  const weight = 1 / (deviations.length * memories.length)
  return deviations.flatMap((deviation) =>
    memories.map((memory) => ({ deviation, memory, weight })),
  )
}

function onsetsOf({ maxLooks }: ComparisonPolicy, growths: readonly Shape[]): readonly Onset[] {
  const stride = Math.max(2, Math.ceil(maxLooks / MOST_STARTS))
  const later = Array.from({ length: Math.ceil(maxLooks / stride) - 1 }, (_, i) => (i + 1) * stride)
  const starts = [0, 1, 2, 3].map((part) => Math.round((part * maxLooks) / 6))
  const share = WEIGHTS.growing / (starts.length * growths.length)
  return [
    { at: 0, shape: step, weight: WEIGHTS.first },
    ...later.map((at) => ({ at, shape: step, weight: WEIGHTS.later / later.length })),
    ...growths.flatMap((shape) => starts.map((at) => ({ at, shape, weight: share }))),
  ]
}

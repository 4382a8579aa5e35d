import { expect, test } from '@jest/globals'
import { judgeSamples } from '../../../src/domain/judging/samples/verdict.ts'
import { randomOf } from '../../../src/domain/statistics/random.ts'
import { eventsMetric, valuesMetric } from '../../../test/domain/judging/samples/metric-of.ts'
import { normalValues } from '../../../test/domain/judging/samples/random-samples.ts'

/** Fixed, so that a run does not fail by chance. */
const SEED = 20_261_122
const JUDGED = 400
const ALPHA = 0.02

/** At a true rate of alpha more than this has a chance of 0.1 %. */
const MOST = JUDGED * ALPHA + 3.1 * Math.sqrt(JUDGED * ALPHA * (1 - ALPHA))

const verdicts = (judged: (i: number) => ReturnType<typeof judgeSamples>) => {
  const all = Array.from({ length: JUDGED }, (_, i) => judged(SEED + 10 * i).verdict)
  return {
    pass: all.filter((verdict) => verdict === 'pass').length,
    fail: all.filter((verdict) => verdict === 'fail').length,
  }
}

/** Skewed, as latencies are. */
const skewed = (seed: number, n: number, level: number) =>
  normalValues(seed, n, { mean: 0, deviation: 0.4 }).map((value) => level * Math.exp(value))

test.each([5, 12, 40, 100])(
  '%d latencies a side, worse by exactly what is tolerated, in three metrics: hardly one fails, hardly one passes',
  (n) => {
    const { pass, fail } = verdicts((seed) =>
      judgeSamples(
        { alpha: ALPHA },
        [0, 1, 2].map((k) =>
          valuesMetric(skewed(seed + k, n, 110), skewed(seed + k + 5, n, 100), { name: `m${k}` }),
        ),
      ),
    )
    expect(fail).toBeLessThanOrEqual(MOST)
    expect(pass).toBeLessThanOrEqual(MOST)
  },
  240_000,
)

function hits(seed: number, n: number, share: number): readonly [number, number] {
  const random = randomOf(seed)
  return [Array.from({ length: n }, random).filter((one) => one < share).length, n]
}

test.each([
  [0.02, 0.04],
  [0.001, 0.006],
])(
  'errors of %d against the tolerated %d: hardly one fails, hardly one passes',
  (usual, most) => {
    const { pass, fail } = verdicts((seed) =>
      judgeSamples({ alpha: ALPHA }, [
        eventsMetric(hits(seed, 1000, most), hits(seed + 5, 2000, usual)),
      ]),
    )
    expect(fail).toBeLessThanOrEqual(MOST)
    expect(pass).toBeLessThanOrEqual(MOST)
  },
  240_000,
)

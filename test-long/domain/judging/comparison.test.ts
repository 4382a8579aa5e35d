import { expect, test } from '@jest/globals'
import { compare } from '../../../src/domain/judging/comparison/comparison.ts'
import { DEFAULT_POLICY } from '../../../src/domain/judging/comparison/policy.ts'
import {
  type Fault,
  rollout,
  type Service,
} from '../../../test/domain/judging/comparison/rollout.ts'

/** Fixed, so that a run does not fail by chance: what is guarded against is a judge that lost its soundness or its power. */
const SEED = 20_261_122
const ROLLOUTS = 60

function minutesToStop(service: Service): readonly number[] {
  return Array.from({ length: ROLLOUTS }, (_, i) => {
    const verdicts = compare(DEFAULT_POLICY, rollout(SEED + i, service))
    const stop = verdicts.find(({ verdict }) => verdict === 'fail')
    return stop === undefined ? Infinity : stop.minute - (service.fault?.from ?? 1) + 1
  })
}

const HEALTHY: readonly (readonly [string, Service])[] = [
  ['as usual', {}],
  ['small traffic', { rpm: 20, weight: 0.1 }],
  [
    'the noisiest that is healthy, placed worse',
    { noise: 0.025, memory: 0.8, offset: 0.02, rpm: 400, weight: 0.5 },
  ],
  ['an incident of both', { incident: 12 }],
  ['many errors', { errorRate: 0.04, rpm: 400 }],
]

test.each(HEALTHY)(
  'healthy, %s: at most 3 of 60 are stopped',
  (_, service) => {
    // At a true rate of 1 % more than 3 have a chance of 0.3 %; the measured rate is about 0.3 %.
    expect(minutesToStop(service).filter(Number.isFinite).length).toBeLessThanOrEqual(3)
  },
  240_000,
)

/** Share found in percent, and the median minutes until then. */
const FAULTY: readonly (readonly [string, Fault, number, number])[] = [
  ['10 % slower', { latency: 1.1 }, 80, 30],
  ['half as slow again', { latency: 1.5 }, 99, 4],
  ['a tail', { tail: 0.03 }, 85, 16],
  ['a wider spread', { spread: 1.6 }, 98, 8],
  ['ten times the errors', { errors: 10 }, 95, 8],
  ['a saturating gauge', { gauge: 1.3 }, 98, 12],
  ['a growing lag', { lag: 0.2 }, 95, 30],
  ['slower from minute 12 on', { latency: 1.5, from: 12 }, 98, 4],
]

test.each(FAULTY)(
  'faulty, %s: found',
  (_, fault, share, within) => {
    const minutes = minutesToStop({ rpm: 400, weight: 0.5, fault }).toSorted((a, b) => a - b)
    const found = minutes.filter((minute) => minute >= 1 && Number.isFinite(minute)).length
    expect(found).toBeGreaterThanOrEqual((share * ROLLOUTS) / 100)
    expect(minutes[ROLLOUTS / 2]).toBeLessThanOrEqual(within)
  },
  240_000,
)

test('a thousand metrics of a thousand samples a side are judged in a second, a look in 5 ms', () => {
  const looks = rollout(SEED, { rpm: 2000, weight: 0.5 })
  const started = performance.now()
  compare(DEFAULT_POLICY, looks)
  expect((performance.now() - started) / looks.length).toBeLessThan(5)
  const [look] = looks
  const metrics = Array.from({ length: 1000 }, (_, i) => ({
    ...(look?.metrics[0] as NonNullable<typeof look>['metrics'][number]),
    name: `latency ${i}`,
  }))
  const wide = performance.now()
  compare(DEFAULT_POLICY, [{ minute: 3, metrics }])
  expect(performance.now() - wide).toBeLessThan(1000)
})

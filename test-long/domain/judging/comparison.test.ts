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
const ROLLOUTS = 20

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
  'healthy, %s: at most 2 of 20 are stopped',
  (_, service) => {
    // At a true rate of 1 % more than 2 have a chance of 0.1 %; the measured rate is about 0.3 %.
    expect(minutesToStop(service).filter(Number.isFinite).length).toBeLessThanOrEqual(2)
  },
  240_000,
)

/** Share found in percent, and the median minutes until then. */
const FAULTY: readonly (readonly [string, Fault, number, number])[] = [
  ['10 % slower', { latency: 1.1 }, 75, 35],
  ['half as slow again', { latency: 1.5 }, 95, 5],
  ['a tail', { tail: 0.03 }, 75, 25],
  ['a wider spread', { spread: 1.6 }, 95, 10],
  ['ten times the errors', { errors: 10 }, 90, 10],
  ['a saturating gauge', { gauge: 1.3 }, 95, 14],
  ['a growing lag', { lag: 0.2 }, 90, 36],
  ['slower from minute 12 on', { latency: 1.5, from: 12 }, 95, 5],
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

test('a thousand metrics of a thousand samples a side are judged at once, a look in milliseconds', () => {
  // Machines that do other work too: ten times what it takes on a free one.
  const looks = rollout(SEED, { rpm: 2000, weight: 0.5 })
  const started = performance.now()
  compare(DEFAULT_POLICY, looks)
  expect((performance.now() - started) / looks.length).toBeLessThan(50)
  const [look] = looks
  const metrics = Array.from({ length: 1000 }, (_, i) => ({
    ...(look?.metrics[0] as NonNullable<typeof look>['metrics'][number]),
    name: `latency ${i}`,
  }))
  const wide = performance.now()
  compare(DEFAULT_POLICY, [{ minute: 3, metrics }])
  expect(performance.now() - wide).toBeLessThan(10_000)
})

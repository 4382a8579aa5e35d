import { expect, test } from '@jest/globals'
import { compareStage } from '../../src/app/compare-stage.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { plannedComparison } from '../../src/domain/config/planned-comparison.ts'
import { Failure } from '../../src/domain/failure.ts'
import { breachOf } from '../../src/domain/rollout/judge-stage.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import type { Comparable, Groups } from '../../src/ports/comparable.ts'
import type { Metrics } from '../../src/ports/metrics.ts'

const STAGES = [10, 100].map((weight) => ({ weight, bake: 3_600_000, minRequests: 0 }))

function planOf(comparison = '{}'): Plan {
  const config = loadConfig(`product: shop\nobjectives: none\ncomparison: ${comparison}\n`, '')
  const compared = plannedComparison(config, STAGES, 'inline')
  return {
    ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit: 'c', strategy: 'canary', profile: '', interval: 30_000, objectives: [] },
    ...{ stages: STAGES, artefacts: [], desktopRolloutPercentage: 100 },
    ...(compared === undefined ? {} : { comparison: compared }),
  }
}

const times = { from: new Date(0), to: new Date(1_800_000) }
const read: Metrics['read'] = async () => {
  throw new Failure('unexpected', 'nobody reads an objective here')
}
const source = (looks: Comparable['looks']): Metrics => ({ read, comparable: { looks } })

test('a source is asked for both versions since the stage began, in looks that fit the bake', async () => {
  const asked: Groups[] = []
  const metrics = source(async (_, groups) => {
    asked.push(groups)
    return []
  })
  const compared = await compareStage({ plan: planOf(), index: 0 }, times, metrics)
  expect(asked).toEqual([{ ...times, baseline: '1.0.0', canary: '1.1.0', look: 60_000, looks: 60 }])
  expect(compared).toMatchObject({ looks: [], evidence: { verdict: 'inconclusive', value: 0 } })
})

test('where one version has all of the traffic, or nobody asks for it, nothing is compared', async () => {
  const metrics = source(async () => {
    throw new Failure('unexpected', 'nobody asks')
  })
  expect(await compareStage({ plan: planOf(), index: 1 }, times, metrics)).toBeUndefined()
  expect(await compareStage({ plan: planOf('none'), index: 0 }, times, metrics)).toBeUndefined()
})

test.each<[string, Metrics, string]>([
  [
    'cannot compare',
    { read },
    'the source of the metrics cannot compare two versions. Use the provider prometheus or prober, or leave out the section comparison',
  ],
  [
    'is down',
    source(async () => {
      throw new Failure('connection', 'the connection failed')
    }),
    'the connection failed',
  ],
  [
    'breaks',
    source(async () => {
      throw new TypeError('x is undefined\n  at y')
    }),
    'unexpected: x is undefined',
  ],
])('a source that %s is inconclusive, without a value, and says why', async (_, metrics, why) => {
  const compared = await compareStage({ plan: planOf(), index: 0 }, times, metrics)
  expect(compared?.looks).toEqual([])
  expect(compared?.evidence).toEqual({
    ...{ name: 'comparison', verdict: 'inconclusive', answer: why },
    question: 'latency, errors of 1.1.0 against 1.0.0',
    limit: 'evidence below 100 % of what stops',
  })
})

test('what its failure does stands in the plan; beside a breach that rolls back it does too', () => {
  const failed = (name: string) =>
    ({ name, verdict: 'fail', question: '', answer: '', limit: '' }) as const
  const breach = (comparison: string, ...names: readonly string[]) =>
    breachOf({ verdict: 'fail', evidence: names.map(failed) }, planOf(comparison))
  expect(breach('{}', 'comparison')).toBe('rollback')
  expect(breach('{ on-breach: pause }', 'comparison')).toBe('pause')
  expect(breach('{ on-breach: pause }', 'comparison', 'weights')).toBe('rollback')
})

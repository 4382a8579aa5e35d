import { expect, test } from '@jest/globals'
import { observe } from '../../src/app/observe.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Objective } from '../../src/domain/judging/objective.ts'

const objective = (name: string): Objective => ({
  name,
  metric: 'error-rate',
  query: null,
  unit: 'ratio',
  limit: 0.01,
  direction: 'at-most',
  onBreach: 'rollback',
  minSamples: 10,
})

test('every objective has its evidence, in order; what cannot be read is inconclusive by its own reason', async () => {
  const answers: Record<string, () => { value: number; samples: number; question: string }> = {
    good: () => ({ value: 0.001, samples: 100, question: 'q' }),
    bad: () => ({ value: 0.5, samples: 100, question: 'q' }),
    few: () => ({ value: 0.001, samples: 9, question: 'q' }),
    down: () => {
      throw new Failure('timeout', 'p.example did not answer in time', 'Try again')
    },
    broken: () => {
      throw new TypeError('x is not a function\nat y')
    },
  }
  const names = Object.keys(answers)
  const window = { version: '1.2.0', from: new Date(0), to: new Date(1000), step: 100 }
  const evidence = await observe(names.map(objective), window, {
    read: async ({ name }) => answers[name]?.() ?? { value: Number.NaN, samples: 0, question: '' },
  })
  expect(evidence.map(({ name, verdict, answer }) => [name, verdict, answer])).toEqual([
    ['good', 'pass', '0.1 %'],
    ['bad', 'fail', '50 %'],
    ['few', 'inconclusive', '0.1 % from 9 of 10 samples'],
    ['down', 'inconclusive', 'p.example did not answer in time. Try again'],
    ['broken', 'inconclusive', 'unexpected: x is not a function'],
  ])
  expect(evidence[3]).toMatchObject({
    question: 'error-rate of 1.2.0',
    limit: 'at most 1 %',
    samples: 0,
  })
})

import { describe, expect, test } from '@jest/globals'
import { type Look, observe } from '../../src/app/observe.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Objective } from '../../src/domain/judging/objective.ts'
import type { Metrics, Reading, Window } from '../../src/ports/metrics.ts'

const MINUTE = 60_000
const START = 1_700_000_000_000
const base: Objective = {
  ...{ name: 'errors', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.01 },
  ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 10 },
}
const grow: Objective = {
  ...base,
  metric: 'custom',
  query: 'q',
  must: 'grow',
  unit: 'count',
  limit: 0,
}

/** A look so many minutes after the start of a stage of a quarter of an hour. */
const look = (minutes: number, change: Partial<Look> = {}): Look => ({
  ...{ version: '1.1.0', baseline: '1.0.0', step: MINUTE, length: 15 * MINUTE },
  ...{ from: new Date(START), to: new Date(START + minutes * MINUTE) },
  ...change,
})

/** A source, what it was asked, and in minutes since the start of the stage. */
function source(answer: (window: Window, minutes: number) => Partial<Reading>) {
  const asked: [version: string, from: number, to: number][] = []
  const minutesOf = (time: Date) => (time.getTime() - START) / MINUTE
  const metrics: Metrics = {
    async read(_objective, window) {
      asked.push([window.version, minutesOf(window.from), minutesOf(window.to)])
      const { value = 0, ...more } = answer(window, minutesOf(window.to))
      return { value, samples: 100, question: 'q', ...more }
    },
  }
  const see = async (objective: Objective, at: Look) => (await observe([objective], at, metrics))[0]
  return { asked, see }
}

test('a window of its own is asked for instead of that of the look', async () => {
  const { asked, see } = source(() => ({}))
  const found = await see({ ...base, window: 24 * 60 * MINUTE }, look(5))
  expect(asked).toEqual([['1.1.0', 5 - 24 * 60, 5]])
  expect(found).toMatchObject({ verdict: 'pass', look: { window: 24 * 60 * MINUTE } })
})

test('traffic that is missing while a stage bakes may still come; at its end it is missing', async () => {
  const throughput: Objective = {
    ...{ ...base, metric: 'throughput', unit: 'count', direction: 'at-least', limit: 2 },
  }
  const { see } = source((_, minutes) => ({ value: minutes < 10 ? 1 : 1.9 }))
  expect(await see(throughput, look(5))).toMatchObject({
    ...{ verdict: 'inconclusive', look: { early: true } },
  })
  expect((await see(throughput, look(15)))?.verdict).toBe('fail')
  expect((await see({ ...throughput, limit: 1 }, look(5)))?.verdict).toBe('pass')
})

describe('looks in a row', () => {
  const three = { ...base, consecutive: 3 }

  test('are those before this one, over what they saw then, whoever took them', async () => {
    const { asked, see } = source(() => ({ value: 0.5 }))
    expect((await see(three, look(5)))?.verdict).toBe('fail')
    expect(asked.map(([, , to]) => to)).toEqual([5, 4, 3])
    expect(asked.every(([, from]) => from === 0)).toBe(true)
  })

  test('are counted in the evidence, and one that was good ends them', async () => {
    const { see } = source((_, minutes) => ({ value: minutes >= 4 ? 0.5 : 0 }))
    const at = (minutes: number) => see(three, look(minutes))
    expect(await at(4)).toMatchObject({ verdict: 'inconclusive', look: { breaches: 1 } })
    const second = await at(5)
    expect(second).toMatchObject({ verdict: 'inconclusive', look: { breaches: 2 } })
    expect(second?.answer).toBe('50 %, breach 2 of 3 in a row')
    expect((await at(6))?.verdict).toBe('fail')
    expect(await at(3)).toMatchObject({ verdict: 'pass' })
  })

  test('begin with the stage, unless the objective has a window of its own', async () => {
    const { see } = source(() => ({ value: 0.5 }))
    expect((await see(three, look(2)))?.verdict).toBe('inconclusive')
    expect((await see({ ...three, window: 5 * MINUTE }, look(2)))?.verdict).toBe('fail')
  })

  test('nothing before that could be read is no breach', async () => {
    const { see } = source((_, minutes) => ({ value: 0.5, samples: minutes < 5 ? 3 : 100 }))
    expect(await see(three, look(5))).toMatchObject({ look: { breaches: 1 } })
  })
})

describe('the baseline', () => {
  const versus: Objective = { ...base, versus: 'baseline', limit: 0.1 }

  test('is asked for the same window while it serves beside', async () => {
    const { asked, see } = source(({ version }) => ({ value: version === '1.0.0' ? 0.02 : 0.021 }))
    const found = await see(versus, look(5))
    expect(asked).toEqual([
      ['1.1.0', 0, 5],
      ['1.0.0', 0, 5],
    ])
    expect(found).toMatchObject({
      ...{ verdict: 'pass', limit: 'at most 2.2 %, the baseline + 10 %' },
      look: { baseline: { value: 0.02, samples: 100 } },
    })
  })

  test('is asked for as much time before a stage that has all of the traffic', async () => {
    const { asked, see } = source(() => ({}))
    await see(versus, look(5, { isAlone: true }))
    await see({ ...versus, window: 60 * MINUTE }, look(5, { isAlone: true }))
    expect(asked.filter(([version]) => version === '1.0.0')).toEqual([
      ['1.0.0', -5, 0],
      ['1.0.0', -60, 0],
    ])
  })

  test('that has no number, or is nobody, decides nothing', async () => {
    const { see } = source(({ version }) => ({ value: version === '1.0.0' ? Number.NaN : 0 }))
    expect((await see(versus, look(5)))?.answer).toBe('0 %, baseline with no value')
    const alone = await see(versus, look(5, { baseline: undefined }))
    expect(alone).toMatchObject({ verdict: 'inconclusive' })
  })

  test('that cannot be read is inconclusive by its own reason', async () => {
    const { see } = source(({ version }) => {
      if (version === '1.0.0') throw new Failure('timeout', 'no answer', 'Try again')
      return {}
    })
    expect(await see(versus, look(5))).toMatchObject({
      ...{ verdict: 'inconclusive', answer: 'no answer. Try again' },
      hint: 'decides with an answer of its source',
    })
  })

  test('is compared with numbers only, not with what is known to be more than one', async () => {
    const limits: number[] = []
    const metrics: Metrics = {
      async read({ limit }) {
        limits.push(limit)
        return { value: 1, samples: 100, question: 'q' }
      },
    }
    await observe([versus], look(5), metrics)
    expect(limits).toEqual([Infinity, Infinity])
  })
})

describe('what the source tells beside the value', () => {
  test('age, memory and unit reach the judge', async () => {
    const told = { at: START + 3 * MINUTE, since: START + MINUTE, unit: 'ratio' } as const
    const { see } = source(() => told)
    const strict = { ...base, maxAge: MINUTE }
    expect(await see(strict, look(5))).toMatchObject({
      ...{ verdict: 'inconclusive', answer: '0 %, newest sample 2m old' },
      look: { window: 5 * MINUTE, age: 2 * MINUTE, covered: 4 * MINUTE, unit: 'ratio' },
    })
    const own = { ...base, window: 10 * MINUTE }
    expect((await see(own, look(5)))?.answer).toBe('0 %, over 4m of 10m')
  })

  test('a time that lies ahead, by another clock, is no age', async () => {
    const { see } = source(() => ({ at: START + 9 * MINUTE, since: Number.NaN }))
    expect(await see({ ...base, maxAge: MINUTE }, look(5))).toMatchObject({
      ...{ verdict: 'pass', look: { window: 5 * MINUTE, age: 0 } },
    })
  })
})

test('a counter has until the end of the bake to grow', async () => {
  const { see } = source(() => ({ value: 0 }))
  expect((await see(grow, look(5)))?.verdict).toBe('inconclusive')
  expect((await see(grow, look(15)))?.verdict).toBe('fail')
  const { length: _, ...gate } = look(5)
  expect((await see(grow, gate))?.verdict).toBe('fail')
})

import { describe, expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { canaryDeploymentStages, stagesOf } from '../../../src/domain/rollout/stages.ts'
import fc from '../../properties.ts'

const HOUR = 3_600_000
const strategies = (stages: string) =>
  loadConfig(
    `product: shop\nobjectives: none\nstrategies: {direct: {bake: 5m}, blue-green: {bake: 2m}, canary: {stages: ${stages}}}\n`,
    '',
  ).strategies
const more = (strategy: string) =>
  loadConfig(`product: shop\nobjectives: none\nstrategies: { ${strategy} }\n`, '').strategies
const canary = (...weights: string[]) =>
  strategies(`[${weights.map((w) => `{weight: '${w}', bake: 1m}`).join(', ')}]`)

describe('a canary deployment', () => {
  test('every percentage ascends to 100, its shares fill the duration, and the first stage keeps its floor', () => {
    const percentage = fc.integer({ min: 5, max: 50 })
    const duration = fc.integer({ min: 1000, max: 168 * HOUR })
    fc.assert(
      fc.property(percentage, duration, fc.nat(4 * HOUR), (first, ms, floor) => {
        const stages = canaryDeploymentStages(first, ms, floor)
        const weights = stages.map((s) => s.weight)
        expect(weights[0]).toBe(first)
        expect(weights.at(-1)).toBe(100)
        expect(weights).toEqual([...new Set(weights)].sort((a, b) => a - b))
        expect(stages[0]?.bake).toBeGreaterThanOrEqual(floor)
        const sum = canaryDeploymentStages(first, ms, 0).reduce((total, s) => total + s.bake, 0)
        expect(Math.abs(sum - ms)).toBeLessThanOrEqual(stages.length)
      }),
      { numRuns: 500 },
    )
  })

  test.each(Array.from({ length: 46 }, (_, i) => i + 5))('%i %%', (first) => {
    const weights = canaryDeploymentStages(first, HOUR, 0).map((s) => s.weight)
    expect(weights).toEqual([first, ...[25, 50, 100].filter((w) => w > first)])
  })

  test('four stages take 30, 30, 20 and 20 percent; fewer share alike', () => {
    const hours = (first: number, ms: number, floor?: number) =>
      canaryDeploymentStages(first, ms, floor).map((s) => s.bake / HOUR)
    expect(hours(10, 10 * HOUR)).toEqual([3, 3, 2, 2])
    expect(hours(25, 8 * HOUR)).toEqual([3, 3, 2])
    expect(hours(50, 8 * HOUR)).toEqual([4, 4])
    expect(hours(10, HOUR)).toEqual([2, 0.3, 0.2, 0.2])
    expect(hours(10, HOUR, 0.5 * HOUR)).toEqual([0.5, 0.3, 0.2, 0.2])
  })

  test('a part of a percent is refused, because no router takes it', () => {
    expect(() => canaryDeploymentStages(12.5, HOUR)).toThrow('12.5 % is no whole percent')
  })
})

describe('the stages of the config', () => {
  test('every strategy is a list', () => {
    const all = canary('10%', '0.29', '1')
    expect(stagesOf('direct', all)).toEqual([{ weight: 100, bake: 300_000, minRequests: 0 }])
    expect(stagesOf('blue-green', all).map((s) => s.weight)).toEqual([0, 100])
    expect(stagesOf('canary', all).map((s) => s.weight)).toEqual([10, 29, 100])
  })

  test('rolling goes up in equal steps, as many as are asked for', () => {
    const rolling = (steps: number) =>
      stagesOf('rolling', more(`rolling: { steps: ${steps}, bake: 3m }`))
    expect(rolling(3)).toEqual([
      { weight: 33, bake: 180_000, minRequests: 0 },
      { weight: 67, bake: 180_000, minRequests: 0 },
      { weight: 100, bake: 180_000, minRequests: 0 },
    ])
    for (let steps = 2; steps <= 20; steps++) {
      const weights = rolling(steps).map(({ weight }) => weight)
      const rises = weights.map((weight, i) => weight - (weights[i - 1] ?? 0))
      expect(weights).toHaveLength(steps)
      expect(Math.max(...rises) - Math.min(...rises)).toBeLessThanOrEqual(1)
    }
  })

  test('the green side takes shares before the switch', () => {
    const list = '[{weight: 0%, bake: 2m}, {weight: 20%, bake: 3m}, {weight: 100%, bake: 4m}]'
    const stages = stagesOf('blue-green', more(`blue-green: {stages: ${list}}`))
    expect(stages.map(({ weight, bake }) => [weight, bake])).toEqual([
      [0, 120_000],
      [20, 180_000],
      [100, 240_000],
    ])
  })

  test.each(['blue-green', 'stepwise'] as const)(
    '%s begins beside the old side, without traffic',
    (strategy) => {
      const list = '[{weight: 10%, bake: 2m}, {weight: 100%, bake: 3m}]'
      expect(() => stagesOf(strategy, more(`${strategy}: {stages: ${list}}`))).toThrow(
        `${strategy} begins with 10 % of the traffic on the new side`,
      )
    },
  )

  test.each([
    [['50%', '25%', '100%'], '50 % → 25 % → 100 %'],
    [['10%', '10%', '100%'], '10 % → 10 % → 100 %'],
    [['10%', '50%'], '10 % → 50 %'],
    [['100%', '50%'], '100 % → 50 %'],
  ])('%j does not ascend to 100 %%', (weights, said) => {
    expect(() => stagesOf('canary', canary(...weights))).toThrow(
      `the stages ${said} do not ascend to 100 %`,
    )
  })

  test('a part of a percent is refused', () => {
    expect(() => stagesOf('canary', canary('0.5%', '100%'))).toThrow('0.5 % is no whole percent')
  })
})

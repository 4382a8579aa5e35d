import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { canaryDeploymentStages, stagesOf } from '../../../src/domain/rollout/stages.ts'

const HOUR = 3_600_000
const strategies = (stages: string) =>
  loadConfig(
    `product: shop\nobjectives: none\nstrategies: {direct: {bake: 5m}, blue-green: {bake: 2m}, canary: {stages: ${stages}}}\n`,
    '',
  ).strategies
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

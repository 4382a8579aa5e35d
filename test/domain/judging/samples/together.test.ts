import { expect, test } from '@jest/globals'
import type { ScorePolicy } from '../../../../src/domain/judging/samples/score.ts'
import { judgeSamples } from '../../../../src/domain/judging/samples/verdict.ts'
import { ALPHA, eventsMetric, valuesMetric, verdictOn } from './metric-of.ts'
import { normalValues } from './random-samples.ts'

const baseline = normalValues(1, 30)
const good = (name: string, change: object = {}) =>
  valuesMetric(normalValues(2, 30), baseline, { name, ...change })
const bad = (name: string, change: object = {}) =>
  valuesMetric(normalValues(3, 30, { mean: 150 }), baseline, { name, ...change })
const open = (name: string, change: object = {}) =>
  valuesMetric([1, 2], baseline, { name, ...change })

test('the worst metric decides, and the reason names what did not pass, failures first', () => {
  const all = judgeSamples({ alpha: ALPHA }, [good('a'), open('b'), bad('c')])
  expect(all.verdict).toBe('fail')
  expect(all.reason).toMatch(/^c: the level .*; b: 2 values of the canary, 5 are needed$/)
  expect(judgeSamples({ alpha: ALPHA }, [good('a'), open('b')]).verdict).toBe('inconclusive')
  expect(judgeSamples({ alpha: ALPHA }, [good('a'), good('b')])).toMatchObject({
    verdict: 'pass',
    reason: 'all 2 passed',
  })
})

test('a reason names a few of many', () => {
  const many = Array.from({ length: 50 }, (_, i) => bad(`m${i}`))
  expect(judgeSamples({ alpha: ALPHA }, many).reason).toMatch(/m4: [^;]*; and 45 more$/)
})

test('the more metrics are asked about, the more evidence one needs', () => {
  const close = valuesMetric([150, 151, 152, 153, 154, 155], [100, 101, 102, 103, 104, 105])
  expect(verdictOn(close).verdict).toBe('fail')
  const crowd = Array.from({ length: 20 }, (_, i) => good(`m${i}`))
  expect(judgeSamples({ alpha: ALPHA }, [close, ...crowd]).findings[0]?.verdict).not.toBe('fail')
})

const byScore = (score: ScorePolicy, ...metrics: readonly ReturnType<typeof good>[]) => {
  const { verdict, score: found } = judgeSamples({ alpha: ALPHA, score }, metrics)
  return [verdict, found?.value, found?.atMost]
}
const USUAL = { pass: 95, marginal: 75 }

test('a score weighs, and what is undecided counts for neither side', () => {
  expect(byScore(USUAL, good('a', { weight: 19 }), bad('b'))).toEqual(['pass', 95, 95])
  expect(byScore(USUAL, good('a', { weight: 4 }), bad('b'))).toEqual(['inconclusive', 80, 80])
  expect(byScore(USUAL, good('a'), bad('b'))).toEqual(['fail', 50, 50])
  expect(byScore(USUAL, good('a'), open('b'))).toEqual(['inconclusive', 50, 100])
  expect(byScore(USUAL, good('a', { weight: 19 }), open('b'))).toEqual(['pass', 95, 100])
})

test('with a score a critical metric decides alone', () => {
  const heavy = good('a', { weight: 99 })
  expect(byScore(USUAL, heavy, bad('b', { critical: true }))[0]).toBe('fail')
  expect(byScore(USUAL, heavy, open('b', { critical: true }))[0]).toBe('inconclusive')
  expect(byScore(USUAL, heavy, bad('b'))[0]).toBe('pass')
})

test.each([
  [[5, 1000], [50, 10_000], 'inconclusive'],
  [[50, 10_000], [50, 10_000], 'pass'],
  [[0, 100], [0, 100], 'pass'],
  [[0, 100], [10, 100], 'pass'],
  [[30, 1000], [10, 10_000], 'fail'],
  [[2, 100], [0, 100], 'inconclusive'],
  [[1, 2000], [0, 2000], 'pass'],
  [[100, 200], [100, 200], 'pass'],
  [[0, 99], [0, 1000], 'inconclusive'],
  [[1_000_000, 1_000_000_000], [300_000, 1_000_000_000], 'pass'],
  [[5000, 1_000_000], [5000, 1_000_000], 'pass'],
] as const)('errors %j against %j: %s', (canary, base, wanted) => {
  expect(verdictOn(eventsMetric(canary, base)).verdict).toBe(wanted)
})

test('without a tolerance any excess that is sure fails, by the exact test', () => {
  const none = { tolerance: { relative: 0, absolute: 0 } }
  expect(verdictOn(eventsMetric([60, 10_000], [20, 10_000], none)).verdict).toBe('fail')
  expect(verdictOn(eventsMetric([21, 10_000], [20, 10_000], none)).verdict).toBe('inconclusive')
})

test('where fewer events are worse, what did not happen is compared', () => {
  const success = { worse: 'decrease' as const }
  expect(verdictOn(eventsMetric([900, 1000], [9990, 10_000], success)).verdict).toBe('fail')
  expect(verdictOn(eventsMetric([9991, 10_000], [9990, 10_000], success)).verdict).toBe('pass')
})

test('a limit of a rate, alone or beside a baseline', () => {
  const limit = { limit: { value: 0.01, quantile: 0.5 } }
  const alone = [0, 10, 50].map((bad) => verdictOn(eventsMetric([bad, 1000], null, limit)).verdict)
  expect(alone).toEqual(['pass', 'inconclusive', 'fail'])
  expect(verdictOn(eventsMetric([50, 1000], [50, 1000], limit)).failed).toEqual(['limit'])
  const success = { worse: 'decrease' as const, limit: { value: 0.95, quantile: 0.5 } }
  expect(verdictOn(eventsMetric([990, 1000], null, success)).verdict).toBe('pass')
  expect(verdictOn(eventsMetric([900, 1000], null, success)).verdict).toBe('fail')
})

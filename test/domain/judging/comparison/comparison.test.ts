import { expect, test } from '@jest/globals'
import { Failure } from '../../../../src/domain/failure.ts'
import { Comparison, compare } from '../../../../src/domain/judging/comparison/comparison.ts'
import type { Look, MetricLook } from '../../../../src/domain/judging/comparison/look.ts'
import { DEFAULT_POLICY as POLICY } from '../../../../src/domain/judging/comparison/policy.ts'
import fc from '../../../properties.ts'
import { type Fault, rollout, type Service } from './rollout.ts'

const verdicts = (looks: readonly Look[]) => compare(POLICY, looks).map(({ verdict }) => verdict)
const mapped = (looks: readonly Look[], change: (metric: MetricLook) => MetricLook) =>
  looks.map(({ minute, metrics }) => ({ minute, metrics: metrics.map(change) }))

/** Services healthy and faulty, small enough to be played by the hundred. */
const Rollouts = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    looks: fc.integer({ min: 1, max: 25 }),
    rpm: fc.constantFrom(5, 60, 300),
    weight: fc.constantFrom(0.05, 0.25, 0.5),
    fault: fc.constantFrom<Fault>({}, { latency: 1.5, from: 8 }, { errors: 20 }, { tail: 0.1 }),
  })
  .map(({ seed, ...service }) => rollout(seed, service))
const RUNS = { numRuns: 25, seed: 13 }

test('seconds or milliseconds: the verdicts are the same', () => {
  const inSeconds = (metric: MetricLook): MetricLook =>
    metric.kind === 'latency' ? { ...metric, bounds: metric.bounds.map((b) => b / 1000) } : metric
  fc.assert(
    fc.property(Rollouts, (looks) => {
      expect(verdicts(mapped(looks, inSeconds))).toEqual(verdicts(looks))
    }),
    RUNS,
  )
})

test('the order in which metrics are given changes nothing, not even the last digit', () => {
  fc.assert(
    fc.property(Rollouts, fc.integer({ min: 1, max: 5 }), (looks, by) => {
      const turned = looks.map(({ minute, metrics }) => {
        const at = (by * minute) % metrics.length
        return { minute, metrics: [...metrics.slice(at), ...metrics.slice(0, at)] }
      })
      expect(compare(POLICY, turned)).toEqual(compare(POLICY, looks))
    }),
    RUNS,
  )
})

test('a verdict depends on the looks up to it alone, and the same looks give the same verdict', () => {
  fc.assert(
    fc.property(Rollouts, fc.nat(24), (looks, end) => {
      const all = compare(POLICY, looks)
      expect(compare(POLICY, looks.slice(0, end))).toEqual(all.slice(0, end))
    }),
    RUNS,
  )
})

test('once failed, failed: with the first reason, whatever comes', () => {
  const looks = [...rollout(1, { looks: 10, fault: { errors: 50 } }), ...rollout(2, { looks: 10 })]
  const all = compare(
    POLICY,
    looks.map((look, i) => ({ ...look, minute: i + 1 })),
  )
  const first = all.findIndex(({ verdict }) => verdict === 'fail')
  expect(first).toBeGreaterThanOrEqual(0)
  expect(first).toBeLessThan(10)
  for (const verdict of all.slice(first)) expect(verdict).toEqual(all[first])
})

test('an improvement is never a reason to stop, neither steady nor when it ends', () => {
  const better = fc.record({
    latency: fc.constantFrom(0.5, 0.8, 0.95),
    errors: fc.constantFrom(0, 0.5),
    spread: fc.constantFrom(0.6, 1),
    gauge: fc.constantFrom(0.5, 1),
    crashes: fc.constantFrom(0, 1),
    from: fc.constantFrom(1, 12),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), better, fc.boolean(), (seed, fault, ends) => {
      const looks = rollout(seed, { looks: 40, fault })
      const end = rollout(seed + 1, { looks: 40 }).slice(20)
      const seen = ends ? [...looks.slice(0, 20), ...end] : looks
      expect(verdicts(seen)).not.toContain('fail')
    }),
    RUNS,
  )
})

test('groups that report nothing are never a reason to stop, and never one to promote', () => {
  const gap = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    side: fc.constantFrom('baseline', 'canary'),
    names: fc.subarray(['latency', 'errors', 'saturation', 'consumer lag', 'crashes'], {
      minLength: 1,
    }),
    from: fc.integer({ min: 1, max: 15 }),
  })
  fc.assert(
    fc.property(gap, ({ seed, side, names, from }) => {
      const looks = rollout(seed, { looks: 30 }).map(({ minute, metrics }) => ({
        minute,
        metrics: metrics.map((metric) =>
          minute >= from && names.includes(metric.name) ? { ...metric, [side]: null } : metric,
        ),
      }))
      const all = verdicts(looks)
      expect(all).not.toContain('fail')
      expect(all.at(-1)).toBe('inconclusive')
    }),
    RUNS,
  )
})

const FAULTS: readonly (readonly [string, Service, number])[] = [
  ['latency: half as slow again', { fault: { latency: 1.5 } }, 8],
  ['latency: its tail', { rpm: 1200, fault: { tail: 0.05 } }, 15],
  ['latency: its spread', { rpm: 1200, fault: { spread: 1.6 } }, 10],
  ['errors: ten times', { rpm: 600, fault: { errors: 10 } }, 10],
  ['saturation: by half', { fault: { gauge: 1.5 } }, 12],
  ['consumer lag: grows', { fault: { lag: 0.3 } }, 40],
  ['crashes: twenty times', { fault: { crashes: 20 } }, 30],
  ['latency: from minute 20 on', { fault: { latency: 1.6, from: 20 } }, 27],
]

test.each(FAULTS)('%s: found in time, and by name', (title, service, within) => {
  const [name = ''] = title.split(':')
  for (const seed of [1, 2, 3]) {
    const last = compare(POLICY, rollout(seed, service)).find(({ verdict }) => verdict === 'fail')
    expect(last?.reason.split(':')[0]).toBe(name)
    expect(last?.minute).toBeLessThanOrEqual(within)
    expect(last?.minute).toBeGreaterThanOrEqual(service.fault?.from ?? 1)
  }
})

test('the warm-up excuses slow first minutes, not errors', () => {
  const cold = (fault: Fault) => [
    ...rollout(4, { looks: 2, fault }),
    ...rollout(4, { looks: 30 }).slice(2),
  ]
  expect(verdicts(cold({ latency: 3, gauge: 2 }))).not.toContain('fail')
  expect(verdicts(cold({ errors: 200 })).slice(0, 2)).toContain('fail')
})

test('what hits both groups is not blamed on the canary', () => {
  for (const seed of [1, 2, 3, 4, 5])
    expect(verdicts(rollout(seed, { incident: 10 + seed }))).not.toContain('fail')
})

test('too few requests decide nothing; enough of them do', () => {
  const few = compare(POLICY, rollout(1, { rpm: 5 })).at(-1)
  expect(few?.verdict).toBe('inconclusive')
  expect(few?.reason).toMatch(/^\d+ requests of the canary, 100 are needed$/)
  const enough = compare(POLICY, rollout(1)).at(-1)
  expect(enough?.verdict).toBe('pass')
  expect(enough?.reason).toMatch(/^nothing against the canary: evidence \S+ % of what stops/)
})

test('explains itself: ratio, interval, looks and what was counted', () => {
  const last = compare(POLICY, rollout(1, { looks: 30, fault: { latency: 1.5 } })).at(-1)
  expect(last?.reason).toMatch(
    /^latency: 1\.\d+ times the baseline \(1\.\d+ to \d\.\d+\) in \d+ looks, \d+ of the canary; evidence /,
  )
  const latency = last?.findings.find(({ name }) => name === 'latency')
  const [low, high] = latency?.interval ?? [0, 0]
  expect([low < 1.5, 1.5 < high]).toEqual([true, true])
})

test('a look is refused when its names are not unique, its metrics others or its buckets new', () => {
  const [first, second] = rollout(1, { looks: 2 }) as [Look, Look]
  const [latency, ...others] = second.metrics as [MetricLook, ...MetricLook[]]
  const wrong: readonly (readonly MetricLook[])[] = [
    [],
    [latency, latency, ...others],
    others,
    [{ ...latency, name: 'other' }, ...others],
    [{ ...latency, bounds: [1, 2] } as MetricLook, ...others],
  ]
  for (const metrics of wrong) {
    const comparison = new Comparison(POLICY)
    comparison.next(first)
    expect(() => comparison.next({ minute: 2, metrics })).toThrow(Failure)
  }
})

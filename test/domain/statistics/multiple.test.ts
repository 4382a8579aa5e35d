import { expect, test } from '@jest/globals'
import { bonferroni } from '../../../src/domain/statistics/bonferroni.ts'
import {
  benjaminiHochberg,
  benjaminiYekutieli,
} from '../../../src/domain/statistics/false-discovery.ts'
import { holm } from '../../../src/domain/statistics/holm.ts'
import fc from '../../properties.ts'

const METHODS = [holm, bonferroni, benjaminiHochberg, benjaminiYekutieli]
const p = fc.array(fc.double({ min: 1e-300, max: 1, noNaN: true }), { maxLength: 20 })

test('adjusted values keep their order, are at least the p and at most 1', () => {
  fc.assert(
    fc.property(p, fc.constantFrom(...METHODS), (values, adjust) => {
      const pairs = adjust(values).map((adjusted, i) => ({ adjusted, p: values[i] ?? 0 }))
      expect(pairs).toHaveLength(values.length)
      expect(pairs.filter(({ adjusted, p }) => !(adjusted >= p * (1 - 1e-15)))).toEqual([])
      const inOrder = pairs.toSorted((a, b) => a.p - b.p || a.adjusted - b.adjusted)
      const adjusted = inOrder.map((pair) => pair.adjusted)
      expect(adjusted.toSorted((a, b) => a - b)).toEqual(adjusted)
      expect(Math.max(0, ...adjusted)).toBeLessThanOrEqual(1)
    }),
  )
})

test('each method finds what the stricter one finds', () => {
  fc.assert(
    fc.property(p, (values) => {
      const [step, strict, falseOnes, dependent] = METHODS.map((adjust) => adjust(values))
      for (const i of values.keys()) {
        expect(step?.[i]).toBeLessThanOrEqual(strict?.[i] ?? 0)
        expect(falseOnes?.[i]).toBeLessThanOrEqual((step?.[i] ?? 0) * (1 + 1e-12))
        expect(falseOnes?.[i]).toBeLessThanOrEqual(dependent?.[i] ?? 0)
      }
    }),
  )
})

test('one question needs no adjustment, none has none', () => {
  for (const adjust of METHODS) expect([adjust([0.03]), adjust([])]).toEqual([[0.03], []])
})

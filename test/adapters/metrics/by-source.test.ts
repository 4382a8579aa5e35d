import { expect, test } from '@jest/globals'
import { bySource } from '../../../src/adapters/sources/by-source.ts'
import { Failure } from '../../../src/domain/failure.ts'
import type { Metrics } from '../../../src/ports/metrics.ts'
import { objectiveOf, WINDOW } from './rig.ts'

const giving = (value: number): Metrics => ({
  read: async () => ({ value, samples: 1, question: '' }),
})
const away = new Failure('absent', 'no address')
const gone: Metrics = {
  unavailable: () => away,
  read: async () => {
    throw away
  },
}
const of = (source?: string) => objectiveOf({ source })

test('each objective is read from its own source', async () => {
  const metrics = bySource(giving(1), { a: giving(2) })
  expect(await metrics.read(of(), WINDOW)).toMatchObject({ value: 1 })
  expect(await metrics.read(of('a'), WINDOW)).toMatchObject({ value: 2 })
  for (const name of ['b', 'constructor', '__proto__'])
    await expect(metrics.read(of(name), WINDOW)).rejects.toThrow(`no source ${name}`)
})

test('only what an objective asks for has to be there', () => {
  const metrics = bySource(gone, { a: giving(2), b: gone })
  expect(metrics.unavailable?.([of('a')])).toBeUndefined()
  expect(metrics.unavailable?.([of('a'), of()])).toBe(away)
  expect(metrics.unavailable?.([of('a'), of('b')])).toBe(away)
  expect(metrics.unavailable?.([of('c')])?.message).toBe('the config has no source c')
  // Without an objective it is the comparison of two versions that asks.
  expect(metrics.unavailable?.([])).toBe(away)
})

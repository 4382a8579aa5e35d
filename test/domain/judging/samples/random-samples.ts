import { randomOf } from '../../../../src/domain/statistics/random.ts'

/** Normal values that are the same for the same seed. */
export function normalValues(
  seed: number,
  n: number,
  { mean = 100, deviation = 5 }: { readonly mean?: number; readonly deviation?: number } = {},
): readonly number[] {
  const random = randomOf(seed)
  return Array.from({ length: n }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()))
    return mean + deviation * radius * Math.cos(2 * Math.PI * random())
  })
}

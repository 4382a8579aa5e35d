import { randomOf } from '../../src/domain/statistics/random.ts'

/** Up to so many expected hits are drawn one after the other; beyond, the normal approximation is as good. */
const COUNTED = 30

export type Random = ReturnType<typeof randomFrom>

/** Draws from what a simulated service needs; the same for the same seed. */
export function randomFrom(seed: number) {
  const next = randomOf(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const between = (low: number, high: number) => low + (high - low) * next()
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(next() * choices.length)] ?? choices[0]
  const poisson = (mean: number): number => {
    if (mean > COUNTED) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    let count = 0
    for (let product = next(); product > Math.exp(-mean); product *= next()) count++
    return count
  }
  const binomial = (n: number, p: number): number => {
    if (p > 0.5) return n - binomial(n, 1 - p)
    if (n * p > COUNTED) {
      const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal())
      return Math.min(n, Math.max(0, drawn))
    }
    return inverted(n, p, next())
  }
  /** A stationary AR(1) process of a minute a value. */
  const wandering = (deviation: number, memory: number, length: number): readonly number[] => {
    const values = [deviation * normal()]
    const fresh = deviation * Math.sqrt(1 - memory * memory)
    while (values.length < length) values.push(memory * (values.at(-1) ?? 0) + fresh * normal())
    return values
  }
  return { next, normal, between, pick, poisson, binomial, wandering }
}

/** The number of hits at which a binomial distribution reaches this probability. */
function inverted(n: number, p: number, probability: number): number {
  if (n === 0 || p <= 0) return 0
  let chance = Math.exp(n * Math.log1p(-p))
  let below = chance
  let hits = 0
  while (below < probability && hits < n) {
    chance *= ((n - hits) / (hits + 1)) * (p / (1 - p))
    below += chance
    hits++
  }
  return hits
}

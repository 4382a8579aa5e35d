import { seeded } from '../../../fakes/random.ts'

/** Seeded draws from the distributions that a simulated service needs. */
export function randomFrom(seed: number) {
  const next = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const binomial = (n: number, p: number) => {
    let hits = 0
    for (let i = 0; i < n; i++) if (next() < p) hits += 1
    return hits
  }
  /** In parts of at most thirty, so that e to the minus mean is never too small. */
  const poisson = (mean: number): number => {
    if (mean > 30) return poisson(30) + poisson(mean - 30)
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = next(); product > limit; product *= next()) count += 1
    return count
  }
  /** A stationary AR(1) process. */
  const wandering = (deviation: number, memory: number, length: number) => {
    const values = [deviation * normal()]
    const fresh = deviation * Math.sqrt(1 - memory * memory)
    while (values.length < length) values.push(memory * (values.at(-1) ?? 0) + fresh * normal())
    return values
  }
  return { next, normal, binomial, poisson, wandering }
}

import { normalCdf } from '../../src/domain/statistics/normal.ts'
import type { Random } from './random.ts'

/** A part of the requests: log-normal around `middle` of ln(latency), or Pareto from `middle` on with the exponent `spread`. */
interface Part {
  readonly weight: number
  readonly kind: 'log-normal' | 'pareto'
  readonly middle: number
  readonly spread: number
}

export type ShapeName = 'log-normal' | 'heavy' | 'bimodal'

/** What becomes of a shape: a part of the requests takes four times as long, or all spread wider. */
export interface Deformed {
  readonly tail?: number | undefined
  readonly spread?: number | undefined
}

const POINTS = 600
const REACH = Math.log(1000)
const GRID = Array.from({ length: POINTS }, (_, i) => REACH * ((2 * i) / (POINTS - 1) - 1))

export function partsOf(name: ShapeName, random: Random): readonly Part[] {
  const part = (weight: number, middle: number, spread: number): Part => ({
    ...{ weight, middle, spread },
    kind: 'log-normal',
  })
  if (name === 'log-normal') return [part(1, 0, random.between(0.35, 0.7))]
  if (name === 'heavy')
    return [part(0.97, 0, 0.5), { weight: 0.03, kind: 'pareto', middle: Math.log(2), spread: 1.5 }]
  const slow = random.between(0.1, 0.3)
  return [part(1 - slow, 0, 0.25), part(slow, Math.log(5), 0.3)]
}

function deformed(parts: readonly Part[], { tail = 0, spread = 1 }: Deformed): readonly Part[] {
  const wide = parts.map((part) => ({
    ...part,
    spread: part.kind === 'log-normal' ? part.spread * spread : part.spread,
  }))
  if (tail === 0) return wide
  return [
    ...wide.map((part) => ({ ...part, weight: part.weight * (1 - tail) })),
    ...wide.map((part) => ({
      ...part,
      weight: part.weight * tail,
      middle: part.middle + Math.log(4),
    })),
  ]
}

/** How latencies are distributed around a scale: 1 is the 99th percentile of the shape before anything became of it. */
export class Shape {
  readonly #below: readonly number[]
  readonly #origin: number
  readonly mean: number

  constructor(parts: readonly Part[], change: Deformed = {}, like?: Shape) {
    const all = GRID.map((log) => shareBelow(deformed(parts, change), log))
    const most = all.at(-1) ?? 1
    this.#below = all.map((share) => share / most)
    this.#origin = like === undefined ? this.#logAt(0.99) : like.#origin
    this.mean = GRID.reduce((sum, log, i) => {
      const share = (this.#below[i] ?? 1) - (this.#below[i - 1] ?? 0)
      return sum + share * Math.exp(log - this.#origin)
    }, 0)
  }

  /** Share of the latencies up to so many times the scale. */
  below(times: number): number {
    const place = ((Math.log(times) + this.#origin + REACH) / (2 * REACH)) * (POINTS - 1)
    const i = Math.floor(place)
    if (i < 0) return 0
    if (i >= POINTS - 1) return 1
    const [low, high] = [this.#below[i] ?? 0, this.#below[i + 1] ?? 1]
    return low + (place - i) * (high - low)
  }

  #logAt(share: number): number {
    return GRID[this.#below.findIndex((below) => below >= share)] ?? REACH
  }
}

function shareBelow(parts: readonly Part[], log: number): number {
  return parts.reduce((sum, { weight, kind, middle, spread }) => {
    if (kind === 'log-normal') return sum + weight * normalCdf((log - middle) / spread)
    return sum + (log > middle ? weight * -Math.expm1(-spread * (log - middle)) : 0)
  }, 0)
}

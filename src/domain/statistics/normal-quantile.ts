import { logNormalTail, normalMiddle } from './normal.ts'

/**
 * The z below which a standard normal variable lies with probability `p`; −∞ at 0, ∞ at 1, NaN outside. Relative error
 * below 1e-12. Newton's method from the rational start of Abramowitz and Stegun, "Handbook of Mathematical Functions",
 * 26.2.23.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  return p < 0.5 ? -above(p, 0.5 - p) : above(1 - p, p - 0.5)
}

/** z from the probability beyond it and from the one between 0 and it: whichever of the two has the digits. */
function above(tail: number, middle: number): number {
  if (middle === 0) return 0
  if (tail === 0) return Number.POSITIVE_INFINITY
  let z = middle < 0.1 ? middle * ROOT_TWO_PI : start(tail)
  for (let i = 0; i < 5; i++) z -= middle < 0.25 ? fromMiddle(z, middle) : fromTail(z, tail)
  return z
}

function start(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  return t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}

function fromMiddle(z: number, middle: number): number {
  return (normalMiddle(z) - middle) * ROOT_TWO_PI * Math.exp((z * z) / 2)
}

/** On the log scale, where a tail is nearly straight in z². */
function fromTail(z: number, tail: number): number {
  const logTail = logNormalTail(z)
  const slope = -Math.exp(-(z * z) / 2 - Math.log(ROOT_TWO_PI) - logTail)
  return (logTail - Math.log(tail)) / slope
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)

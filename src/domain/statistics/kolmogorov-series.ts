/**
 * Probability that the largest distance of n values' distribution function from the true one is below d, for large n: four
 * terms in 1/√n. W. Pelz, I. Good, "Approximating the lower tail-areas of the Kolmogorov–Smirnov one-sample statistic",
 * JRSS B 38, 1976; in the form of Simard and L'Ecuyer 2011, section 2.4.
 */
export function pelzGood(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const root = Math.sqrt(n)
  const terms = [0, 0, 0, 0]
  for (let k = Math.ceil((16 * z) / Math.PI); k >= 1; k--) {
    addOdd(terms, z, (2 * k - 1) * Math.PI)
    addWhole(terms, z, k * Math.PI)
  }
  const sum = terms.reduceRight((rest, term) => rest / root + term, 0)
  return Math.min(1, Math.max(0, Math.sqrt(2 * Math.PI) * sum))
}

/** What (2k − 1) π = `a` adds to K₀ … K₃. */
function addOdd(terms: number[], z: number, a: number): void {
  const s = (a * a) / 4
  const z2 = z * z
  const weight = Math.exp(-s / (2 * z2))
  add(terms, 0, weight / z)
  add(terms, 1, (weight * (s - z2)) / (6 * z ** 4))
  const second = 6 * z ** 6 + 2 * z ** 4 + (2 * z ** 4 - 5 * z2) * s + (1 - 2 * z2) * s ** 2
  add(terms, 2, (weight * second) / (72 * z ** 7))
  const third =
    -30 * z ** 6 -
    90 * z ** 8 +
    (135 * z ** 4 - 96 * z ** 6) * s +
    (212 * z ** 4 - 60 * z2) * s ** 2 +
    (5 - 30 * z2) * s ** 3
  add(terms, 3, (weight * third) / (6480 * z ** 10))
}

/** What k π = `a` adds to K₂ and K₃. */
function addWhole(terms: number[], z: number, a: number): void {
  const s = a * a
  const weight = Math.exp(-s / (2 * z * z))
  add(terms, 2, (-weight * s) / (36 * z ** 3))
  add(terms, 3, (weight * s * (3 * z * z - s)) / (216 * z ** 6))
}

function add(terms: number[], place: number, value: number): void {
  terms[place] = (terms[place] ?? 0) + value
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/**
 * A lower bound of ln Φ(x), at most 0.23 below it and close to it in both tails. A bound on this side keeps an
 * alternative's likelihood from being overstated, and costs two square roots.
 *
 * Below 0: Birnbaum (1942), An inequality for Mill's ratio, Ann. Math. Stat. 13. Above: Sampford (1953), Some inequalities on Mill's
 * ratio, Ann. Math. Stat. 24.
 */
export function logNormalBound(x: number): number {
  const logDensity = -HALF_LOG_TWO_PI - (x * x) / 2
  if (x <= 0) return logDensity + Math.log(2 / (Math.sqrt(x * x + 4) - x))
  return Math.log1p(-Math.min(0.5, Math.exp(logDensity) * (4 / (3 * x + Math.sqrt(x * x + 8)))))
}

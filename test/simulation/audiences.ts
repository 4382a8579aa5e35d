import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Router } from '../fakes/router.ts'

/** Whom the stages of the simulated product are for, by the weight that only they have. */
const PILOTS: Readonly<Record<number, readonly string[]>> = { 10: ['a'], 25: ['a', 'b'] }

/** What is wrong with whom the router shows the new version to, right after somebody has moved the traffic. */
export function wrongAudience({ weights, audience }: Router): string | undefined {
  const weight = Math.min(...Object.values(weights))
  const tenants = PILOTS[weight]
  const wanted = tenants === undefined ? undefined : { tenants }
  if (canonical(audience ?? null) === canonical(wanted ?? null)) return undefined
  return `${weight} % are shown to ${canonical(audience ?? 'everybody')}`
}

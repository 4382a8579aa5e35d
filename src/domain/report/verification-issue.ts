import type { Verdict } from '../judging/verdict.ts'
import { spoken } from '../release/spoken.ts'
import { inert, raw, table } from './markdown.ts'
import { verdictMark } from './verdict.ts'

export const VERIFICATION_LABELS = ['bug', 'release-verification', 'priority-high'] as const

export interface VerificationFacts {
  readonly product: string
  readonly version: string
  readonly runUrl: string
  readonly verdict: Verdict
}

/** Stands in the body of the issue about one version's verification. */
export function verificationMarkerText({
  product,
  version,
}: Pick<VerificationFacts, 'product' | 'version'>): string {
  return `<!-- release-actions:verification ${product}/${version} -->`
}

export function verificationBody(facts: VerificationFacts): string {
  const rows = facts.verdict.evidence.map(
    (e) => [raw(verdictMark(e.verdict)), e.name, e.answer] as const,
  )
  return [
    verificationMarkerText(facts),
    `\`${spoken(facts.version)}\` of ${inert(facts.product)} did not pass its verification: ${facts.runUrl}`,
    table(['', 'Job', 'Result'], rows),
  ].join('\n\n')
}

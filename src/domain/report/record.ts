import type { Entry } from '../ledger/entry.ts'
import { signersText } from '../ledger/trust.ts'

/** How much the ledger holds of a release and who signed it, in Markdown: `3 entries, unsigned`. */
export function recordText(chain: readonly Entry[]): string {
  const many = chain.length === 1 ? '1 entry' : `${chain.length} entries`
  return `${many}, ${signersText(chain, (kid) => `\`${kid}\``)}`
}

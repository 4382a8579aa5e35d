import { placeText } from '../ledger/attachment.ts'
import type { Entry } from '../ledger/entry.ts'
import { raw, table } from './markdown.ts'

/** The files that are kept with a release; empty without any. */
export function attachmentTable(entries: readonly Entry[]): string {
  const rows = entries.flatMap((entry) =>
    entry.kind !== 'attachments'
      ? []
      : entry.payload.attachments.map((one) => [
          one.name,
          String(one.size),
          raw(`\`${one.digest}\``),
          placeText(one),
        ]),
  )
  return rows.length === 0 ? '' : table(['Attachment', 'Bytes', 'Digest', 'Place'], rows)
}

import * as z from 'zod'

/** Bytes that fit into the ledger itself; what is larger lies where the release keeps its files. */
export const LARGEST_IN_LEDGER = 256 * 1024

/** Folder of the ledger's branch that holds attached bytes, with the final slash. */
export const ATTACHMENTS = 'attachments/'

/** A name that is safe in paths, tables and logs. */
export const AttachmentName = z
  .string()
  .regex(/^[A-Za-z0-9][\w.+-]{0,99}$/, { error: 'must be letters, digits, dots, hyphens' })

/** Evidence beside the record: what it is called, its bytes by their digest, and where they lie. */
export const Attachment = z.strictObject({
  name: AttachmentName,
  /** Bytes. */
  size: z.int().nonnegative(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  place: z.union([
    /** Path on the ledger's branch, named by the digest. */
    z.strictObject({ ledger: z.string() }),
    /** Asset of the GitHub release of this tag. */
    z.strictObject({ asset: z.string(), tag: z.string() }),
  ]),
})
export type Attachment = z.infer<typeof Attachment>

/** Where the ledger's branch holds bytes of a digest `sha256:<hex>`. */
export function attachmentPath(digest: string): string {
  const hex = digest.slice('sha256:'.length)
  return `${ATTACHMENTS}${hex.slice(0, 2)}/${hex}`
}

/** Where an attachment lies, for people. */
export function placeText({ place }: Attachment): string {
  return 'ledger' in place ? 'in the ledger' : `asset ${place.asset} of ${place.tag}`
}

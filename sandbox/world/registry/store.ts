import { createHash } from 'node:crypto'
import * as z from 'zod'

/** Why a registry refuses, in the words of the OCI distribution specification. */
export type RefusalCode =
  | 'BLOB_UNKNOWN'
  | 'BLOB_UPLOAD_UNKNOWN'
  | 'DIGEST_INVALID'
  | 'MANIFEST_BLOB_UNKNOWN'
  | 'MANIFEST_INVALID'
  | 'MANIFEST_UNKNOWN'

/** A manifest as it was pushed. */
export interface StoredManifest {
  readonly bytes: Uint8Array
  readonly type: string
}

const Descriptor = z.looseObject({
  mediaType: z.string(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
})
const ImageManifest = z.looseObject({
  schemaVersion: z.literal(2),
  mediaType: z.string().optional(),
  config: Descriptor,
  layers: z.array(Descriptor),
})

/** One repository of the registry. */
export class RepositoryStore {
  readonly #blobs = new Map<string, Uint8Array>()
  readonly #manifests = new Map<string, StoredManifest>()
  readonly #tags = new Map<string, string>()

  blob(digest: string): Uint8Array | undefined {
    return this.#blobs.get(digest)
  }

  /** Keeps bytes only under the digest that they have. */
  keep(bytes: Uint8Array, digest: string): RefusalCode | undefined {
    if (digestOf(bytes) !== digest) return 'DIGEST_INVALID'
    this.#blobs.set(digest, bytes)
    return undefined
  }

  /** @param reference A tag or a digest. */
  manifest(reference: string): StoredManifest | undefined {
    return this.#manifests.get(this.#tags.get(reference) ?? reference)
  }

  /** Keeps a manifest whose blobs are all there, under its digest and the tag. */
  keepManifest(manifest: StoredManifest, reference: string): RefusalCode | undefined {
    const parsed = ImageManifest.safeParse(jsonOf(manifest.bytes)).data
    if (parsed === undefined || (parsed.mediaType ?? manifest.type) !== manifest.type)
      return 'MANIFEST_INVALID'
    const missing = [parsed.config, ...parsed.layers].some(
      ({ digest, size }) => this.#blobs.get(digest)?.length !== size,
    )
    if (missing) return 'MANIFEST_BLOB_UNKNOWN'
    const digest = digestOf(manifest.bytes)
    if (reference.startsWith('sha256:') && reference !== digest) return 'DIGEST_INVALID'
    this.#manifests.set(digest, manifest)
    if (reference !== digest) this.#tags.set(reference, digest)
    return undefined
  }

  /** Forget a manifest, as a clean-up does. */
  remove(digest: string): void {
    this.#manifests.delete(digest)
  }
}

/** `sha256:<hex>` of bytes. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

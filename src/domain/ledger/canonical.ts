import canonicalize from 'canonicalize'

/** SHA-256 of UTF-8 text as `sha256:<hex>`. */
export type Digest = (text: string) => string

/** Canonical JSON (RFC 8785): one text for one value, so that a hash means the value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('no canonical form')
  return text
}

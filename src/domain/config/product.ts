import { versionOfTag } from '../release/version.ts'
import { isObject, merge } from './profile.ts'

/** What says which product is meant, where the config describes several. */
export interface Which {
  /** Its name; undefined where nobody has said it. */
  readonly product?: string | undefined
  /** Versions and tags that were named: the tag of a product names it. */
  readonly tags?: readonly string[]
  /** Where none is named any will do: only what the file says for all is of interest. */
  readonly any?: true
}

/** The name of a product, or why none is meant, with the remedy. */
export type Picked =
  | { readonly product: string }
  | { readonly problem: string; readonly remedy: string }

/** Names of the products where the config describes several; undefined where it describes one. */
export function productsOf(data: unknown): readonly string[] | undefined {
  if (!isObject(data) || data.products === undefined) return undefined
  return isObject(data.products) ? Object.keys(data.products) : []
}

/** The product that is meant: by its name, else by a tag that only it has, else the only one there is. */
export function pickProduct(data: unknown, names: readonly string[], which: Which): Picked {
  const list = names.join(', ') || 'none'
  const { product, tags = [], any = false } = which
  if (product !== undefined)
    return names.includes(product)
      ? { product }
      : { problem: `has no product "${product}"`, remedy: `Name one of its products: ${list}` }
  const prefixes = names.map((name) => ({ name, prefix: tagPrefixOf(withProduct(data, name)) }))
  const named = prefixes.filter(
    ({ prefix = '' }) => prefix !== '' && tags.some((tag) => hasTag(tag, prefix)),
  )
  const [first, ...others] = named.length > 0 ? named : prefixes
  if (first !== undefined && (any || others.length === 0)) return { product: first.name }
  if (names.length === 0) return { problem: 'products: names none', remedy: 'Name at least one' }
  return {
    problem: `describes several products: ${list}`,
    remedy: 'Name one in the input product, or give a tag with its prefix',
  }
}

/** Lay what the config says of a product over what it says for all; the product has that name then. */
export function withProduct(data: unknown, name: string): unknown {
  if (!isObject(data) || !isObject(data.products)) return data
  const overlay = data.products[name]
  return { ...(isObject(overlay) ? merge(data, overlay) : data), product: name }
}

/** Two products whose releases would have the same tags; undefined where all differ. */
export function sameTags(data: unknown, names: readonly string[]): readonly string[] | undefined {
  const prefixOf = (name: string) => tagPrefixOf(withProduct(data, name))
  return names
    .filter((name) => prefixOf(name) !== undefined)
    .map((name) => names.filter((other) => prefixOf(other) === prefixOf(name)))
    .find((alike) => alike.length > 1)
}

const hasTag = (tag: string, prefix: string) => versionOfTag(tag, prefix) !== undefined

/** Undefined where versions have no tags. The schema has not spoken yet: what is no text counts as left out. */
function tagPrefixOf(data: unknown): string | undefined {
  if (!isObject(data)) return undefined
  const { 'version-scheme': scheme = 'semver', 'tag-prefix': prefix = 'v' } = data
  if (scheme !== 'semver') return undefined
  return typeof prefix === 'string' ? prefix : 'v'
}

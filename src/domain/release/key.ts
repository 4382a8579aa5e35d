import type { Config } from '../config/schema.ts'
import { Failure } from '../failure.ts'
import type { ReleaseKey } from '../ledger/entry.ts'
import { schemeOf } from './scheme.ts'
import type { ReleaseVersion } from './version.ts'

/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
export function releaseKey(
  input: string,
  text: string,
  config: Pick<Config, 'product' | 'tag-prefix' | 'version-scheme'>,
): ReleaseKey & ReleaseVersion {
  const scheme = schemeOf(config)
  const parsed = scheme.read(text)
  if (parsed === undefined)
    throw new Failure('bad-input', `input ${input}: must be ${scheme.examples}`)
  return { product: config.product, ...parsed }
}

/** The part of it that names a chain. */
export function chainOf({ product, channel, version }: ReleaseKey): ReleaseKey {
  return { product, channel, version }
}

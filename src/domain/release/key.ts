import type { Config } from '../config/schema.ts'
import { Failure } from '../failure.ts'
import type { ReleaseKey } from '../ledger/entry.ts'
import { type ReleaseVersion, readVersion } from './version.ts'

/** A version of the config's product, and where its record is. @throws Failure `bad-input`. */
export function releaseKey(
  input: string,
  text: string,
  config: Pick<Config, 'product' | 'tag-prefix'>,
): ReleaseKey & ReleaseVersion {
  const parsed = readVersion(text, config['tag-prefix'])
  if (parsed === undefined)
    throw new Failure(
      'bad-input',
      `input ${input}: must be a version such as 1.4.0 or ${config['tag-prefix']}1.4.0`,
    )
  return { product: config.product, ...parsed }
}

/** The part of it that names a chain. */
export function chainOf({ product, channel, version }: ReleaseKey): ReleaseKey {
  return { product, channel, version }
}

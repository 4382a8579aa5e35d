import type { Config } from '../config/schema.ts'
import { compareVersions, type ReleaseVersion, readVersion, tagOf } from './version.ts'

/** What the versions of a product are: numbers of tags, commits, or digests of images. */
export const SCHEMES = ['semver', 'git-sha', 'digest'] as const
type SchemeName = (typeof SCHEMES)[number]

/** What depends on the kind of version. */
export interface VersionScheme {
  readonly name: SchemeName
  /** What people and events name a release by; undefined for anything else. */
  readonly read: (text: string) => ReleaseVersion | undefined
  /** The git tag of a version, under which its GitHub release stands; undefined where versions have neither. */
  readonly tag: (version: string) => string | undefined
  /** Negative when `a` is older; undefined where only the record and git's history know an order. */
  readonly compare: ((a: string, b: string) => number) | undefined
  /** Versions as they may be written, for people. */
  readonly examples: string
}

const COMMIT = /^[0-9a-f]{7,40}$/
const DIGEST = /^sha256:[0-9a-f]{64}$/

/** The scheme of a product. */
export function schemeOf(config: Pick<Config, 'tag-prefix' | 'version-scheme'>): VersionScheme {
  const { 'version-scheme': name, 'tag-prefix': prefix } = config
  if (name === 'git-sha') return untagged(name, COMMIT, 'a commit in 7 to 40 hex digits')
  if (name === 'digest') return untagged(name, DIGEST, 'a digest: sha256: and 64 hex digits')
  return {
    name,
    read: (text) => readVersion(text, prefix),
    tag: (version) => tagOf(version, prefix),
    compare: compareVersions,
    examples: `a version such as 1.4.0 or ${prefix}1.4.0`,
  }
}

function untagged(name: SchemeName, form: RegExp, examples: string): VersionScheme {
  const read = (text: string) => (form.test(text) ? stable(text) : undefined)
  return { name, read, tag: () => undefined, compare: undefined, examples }
}

const stable = (version: string): ReleaseVersion => ({
  version,
  channel: 'stable',
  prerelease: false,
})

/** The version in a text that is a commit or a digest: for where the product is not known. */
export function untaggedVersion(text: string): ReleaseVersion | undefined {
  return COMMIT.test(text) || DIGEST.test(text) ? stable(text) : undefined
}

/** What stands before a version in its tag; undefined where versions have no tag, and no GitHub release. */
export function tagPrefixOf(
  config: Pick<Config, 'tag-prefix' | 'version-scheme'>,
): string | undefined {
  return schemeOf(config).tag('')
}

import compare from 'semver/functions/compare.js'
import parse from 'semver/functions/parse.js'

/** A release version: semver, written without tag prefix. */
export interface ReleaseVersion {
  /** Normalised, for example `1.4.0-beta.2`; build metadata is kept. */
  readonly version: string
  /** `stable` without prerelease part, else its first identifier, for example `beta` or `canary`. */
  readonly channel: string
  readonly prerelease: boolean
}

/**
 * Parse a version, with or without the tag prefix. Undefined for anything that is not strict semver: `1.2`, ` 1.2.3`,
 * `=1.2.3` and leading zeros are no versions.
 */
export function parseVersion(text: string, tagPrefix: string): ReleaseVersion | undefined {
  const bare = tagPrefix !== '' && text.startsWith(tagPrefix) ? text.slice(tagPrefix.length) : text
  const parsed = /^[0-9A-Za-z.+-]{1,128}$/.test(bare) ? parse(bare) : null
  if (parsed === null || parsed.raw !== bare || bare.startsWith('v')) return undefined
  const [first] = parsed.prerelease
  const build = parsed.build.length === 0 ? '' : `+${parsed.build.join('.')}`
  return {
    version: parsed.version + build,
    channel: first === undefined ? 'stable' : channelOf(first),
    prerelease: first !== undefined,
  }
}

function channelOf(identifier: string | number): string {
  return typeof identifier === 'string' && /^[a-z]+$/.test(identifier) ? identifier : 'preview'
}

/** What people and events name a release by: a version, one with `v` before it, or a tag of the product. */
export function readVersion(text: string, tagPrefix: string): ReleaseVersion | undefined {
  return parseVersion(text, tagPrefix) ?? parseVersion(text, 'v')
}

/** The version of a tag; undefined for a tag of another product or of none. */
export function versionOfTag(tag: string, tagPrefix: string): ReleaseVersion | undefined {
  return tag.startsWith(tagPrefix) ? parseVersion(tag.slice(tagPrefix.length), '') : undefined
}

/** The version in a text that is one, or a tag of any product: for where the product's tag prefix is not known yet. */
export function versionOfAnyTag(text: string): ReleaseVersion | undefined {
  const bare = parseVersion(text, '')
  if (bare !== undefined || !/^[\w./+-]{1,168}$/.test(text)) return bare
  const starts = [...text.matchAll(/(?<=[A-Za-z_/-])\d/g)]
  return starts.map(({ index }) => parseVersion(text.slice(index), '')).find((v) => v !== undefined)
}

/** The git tag of a version. The only place that joins prefix and version. */
export function tagOf(version: string, tagPrefix: string): string {
  return `${tagPrefix}${version}`
}

/** Negative when `a` is older than `b`, by semver precedence; both must have been parsed. */
export function compareVersions(a: string, b: string): number {
  return compare(a, b)
}

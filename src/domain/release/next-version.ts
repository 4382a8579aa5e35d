import inc from 'semver/functions/inc.js'
import { Failure } from '../failure.ts'
import { compareVersions, parseVersion, versionOfTag } from './version.ts'

/**
 * The first version after `version` that no tag of the product has: the next patch, for a prerelease the next one of its
 * kind, so that the channel stays. A tag that differs in build metadata alone has taken it: index and semver see no
 * difference.
 * @param version Parsed before.
 * @param tags Tags that exist, of any product, in any order.
 * @throws Failure `no-version` where the numbers end.
 */
export function nextFreeVersion(
  version: string,
  tags: readonly string[],
  tagPrefix: string,
): string {
  const existing = tags.map((tag) => versionOfTag(tag, tagPrefix)?.version)
  const taken = new Set(existing.filter((v) => v !== undefined).map(withoutBuild))
  let next = bumped(version)
  while (taken.has(next)) next = bumped(next)
  return next
}

function bumped(version: string): string {
  const parsed = parseVersion(version, '')
  const kind = parsed?.prerelease === true ? 'prerelease' : 'patch'
  const next = parseVersion(inc(version, kind) ?? '', '')
  // Past the largest whole number that a double holds, a version is none any more or stays what it was.
  if (next !== undefined && compareVersions(next.version, version) > 0) return next.version
  throw new Failure(
    'no-version',
    `there is no version after ${version}`,
    'Name the next version by hand',
  )
}

function withoutBuild(version: string): string {
  return version.replace(/\+.*$/, '')
}

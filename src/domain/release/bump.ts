import inc from 'semver/functions/inc.js'
import { compareVersions, parseVersion } from './version.ts'

/** Which number of the version goes up by one, the ones behind it to zero; `any`: whichever, by as much as one likes. */
export type Bump = 'patch' | 'minor' | 'major' | 'any'

/** How each is written in the table of release types. */
export const BUMP_FORMS: Readonly<Record<Bump, string>> = {
  patch: 'X.Y.Z+1',
  minor: 'X.Y+1.0',
  major: 'X+1.0.0',
  any: 'any later version',
}

/** Versions that may be passed over: each of them is asked for. */
const MOST_SKIPPED = 20

/** The version without prerelease and build: a prerelease counts as the version that it leads to. */
export function coreOf(version: string): string {
  return version.replace(/[-+].*$/, '')
}

/** The version that a baseline is followed by; undefined for `any`, and where the numbers end. */
export function nextOf(bump: Bump, baseline: string): string | undefined {
  if (bump === 'any') return undefined
  return parseVersion(inc(coreOf(baseline), bump) ?? '', '')?.version
}

/**
 * The versions between a baseline and a later version that is reached by such steps alone: none where it is the next one.
 * Undefined where it is not reached, or only beyond more versions than anybody passes over.
 * @param baseline A parsed version, older than `version`; of the same core it is its prerelease.
 */
export function skipped(
  bump: Bump,
  baseline: string,
  version: string,
): readonly string[] | undefined {
  if (bump === 'any') return []
  const [from, to] = [coreOf(baseline), coreOf(version)]
  if (from === to) return bumpOfCore(to) === bump ? [] : undefined
  const passed: string[] = []
  for (let next = nextOf(bump, from); next !== undefined; next = nextOf(bump, next)) {
    if (next === to) return passed
    if (compareVersions(next, to) > 0 || passed.push(next) > MOST_SKIPPED) return undefined
  }
  return undefined
}

/** What a version is where it comes after its own prereleases. */
function bumpOfCore(core: string): Bump {
  if (/\.0\.0$/.test(core)) return 'major'
  return core.endsWith('.0') ? 'minor' : 'patch'
}

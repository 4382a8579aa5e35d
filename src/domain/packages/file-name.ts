import { normaliseName } from './name.ts'
import { pythonVersionKey } from './python-version.ts'

const WHEEL =
  /^(?<name>[^-]+)-(?<version>[^-]+)(?:-\d[^-]*)?-(?<python>[^-]+)-(?<abi>[^-]+)-(?<platform>[^-]+)\.whl$/
const SDIST = /^(?<stem>.+)\.(?:tar\.gz|zip|tar\.bz2|tgz)$/

/**
 * The version that a wheel or source archive of `project` holds, as `pythonVersionKey` spells it. Undefined for a file
 * of another project or of another kind.
 */
export function versionInFileName(file: string, project: string): string | undefined {
  const wheel = WHEEL.exec(file)?.groups
  if (wheel !== undefined)
    return sameProject(wheel.name, project) ? pythonVersionKey(wheel.version ?? '') : undefined
  const stem = SDIST.exec(file)?.groups?.stem ?? ''
  // The name itself may hold hyphens, so every hyphen could be the one between name and version.
  const cuts = [...stem.matchAll(/-/g)].map((hyphen) => hyphen.index)
  const cut = cuts.find((at) => sameProject(stem.slice(0, at), project))
  return cut === undefined ? undefined : pythonVersionKey(stem.slice(cut + 1))
}

function sameProject(name: string | undefined, project: string): boolean {
  return name !== undefined && normaliseName(name) === normaliseName(project)
}

/** True for the names that a package page lists: wheels, source archives and the old installers. */
export function isDistribution(file: string): boolean {
  return /\.(?:whl|tar\.gz|zip|tar\.bz2|tgz|egg|exe)$/.test(file)
}

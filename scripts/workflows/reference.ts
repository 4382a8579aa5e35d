/** What a `uses` points at: inside the suite or outside. */

const SUITE = /^(?:\$\/|org\/release-actions\/)(?<path>[^@]*)(?:@.*)?$/
const SUITE_ROOT = /^org\/release-actions@/

/** The path inside this repository that a `uses` means; `''` is the root action, undefined is somebody else's. */
export function suitePath(uses: string): string | undefined {
  if (SUITE_ROOT.test(uses)) return ''
  return SUITE.exec(uses)?.groups?.path
}

/** The called workflow's file name without `.yml`, if it is one of the suite. */
export function calledFile(uses: string | undefined): string | undefined {
  const path = uses === undefined ? undefined : suitePath(uses)
  return path === undefined ? undefined : /^\.github\/workflows\/(.+)\.ya?ml$/.exec(path)?.[1]
}

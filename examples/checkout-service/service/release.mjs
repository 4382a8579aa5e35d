import { readFileSync } from 'node:fs'

/**
 * What this build is: `{ version, commit, fault }`. `commit` is written by the build; started from
 * a working copy it is `unknown`. Throws one line when the file is not such a release.
 */
export function readRelease(file) {
  const release = JSON.parse(readFileSync(file, 'utf8'))
  if (!/^\d+\.\d+\.\d+/.test(release.version ?? '')) throw new Error(`${file}: version is missing`)
  return { version: release.version, commit: release.commit ?? 'unknown', fault: release.fault }
}

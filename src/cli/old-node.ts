import { Failure, failureLine } from '../domain/failure.ts'

/** The first that has `process.getBuiltinModule`, by which the record's digests are made. */
const [MAJOR, MINOR] = [20, 16]

/**
 * Why the command line does not run on this Node, in one line; undefined where it does. Asked before anything else is
 * loaded, because an older Node stumbles over it.
 * @param version As in `process.versions.node`.
 */
export function oldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return undefined
  const remedy = `Run it with Node.js ${MAJOR}.${MINOR} or newer, best with 24`
  return failureLine(new Failure('old-node', `Node.js ${version} is too old`, remedy))
}

import { Failure } from '../domain/failure.ts'
import type { Artifacts } from '../ports/artifacts.ts'

/** Another decision in the same attempt, and the names that lost answers took, hardly make more. */
const NAMES = 5

/** What an artifact says that holds something else. */
const ELSE = ['absent', 'bad-archive']

/**
 * One artifact of these files, however often this runs. A name is taken for good, also by an upload whose answer was
 * lost or by one that was cut: what stands under it decides, else the next name (`<name>-2`) is tried.
 * @returns The name under which the files are. @throws Failure `taken` when all names are.
 */
export async function publishArtifact(
  name: string,
  files: Readonly<Record<string, string>>,
  artifacts: Artifacts,
): Promise<string> {
  for (let turn = 1; turn <= NAMES; turn++) {
    const own = turn === 1 ? name : `${name}-${turn}`
    if (await stored(own, files, artifacts)) return own
  }
  throw new Failure('taken', `the artifacts ${name} to ${name}-${NAMES} hold something else`)
}

async function stored(
  name: string,
  files: Readonly<Record<string, string>>,
  artifacts: Artifacts,
): Promise<boolean> {
  try {
    await artifacts.upload(name, files)
    return true
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'taken')) throw error
    return holds(name, files, artifacts)
  }
}

async function holds(
  name: string,
  files: Readonly<Record<string, string>>,
  artifacts: Artifacts,
): Promise<boolean> {
  try {
    const present = await artifacts.download(name, Object.keys(files))
    return Object.entries(files).every(([file, text]) => present[file] === text)
  } catch (error) {
    if (error instanceof Failure && ELSE.includes(error.code)) return false
    throw error
  }
}

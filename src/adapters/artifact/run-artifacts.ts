import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { Artifacts } from '../../ports/artifacts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Files } from '../../ports/files.ts'

const LARGEST_FILE = 16 * 1024 * 1024
/** Packed. */
const LARGEST_ARCHIVE = 32 * 1024 * 1024

/** Milliseconds between five attempts, as the client itself pauses after an error of the service. */
const PAUSES_MS = [3000, 4500, 6750, 10_125]

/**
 * Artifacts of this run by GitHub's own client, which is loaded only when one is asked for: it costs 100 ms. The client
 * repeats what the service answered with an error, but not what did not reach it.
 */
export function runArtifacts(files: Files, clock: Clock): Artifacts {
  const asked = <T>(ask: () => Promise<T>) => patiently(() => named(ask()), clock)
  return {
    async upload(name, texts) {
      const folder = await files.temporaryFolder()
      const paths = await Promise.all(
        Object.entries(texts).map(([file, text]) => save(join(folder, file), text)),
      )
      const client = await artifactClient()
      const answer = await asked(() => client.uploadArtifact(name, paths, folder))
      if (answer.id === undefined)
        throw new Failure('bad-answer', `GitHub did not store the artifact ${name}`)
    },
    async download(name, wanted) {
      const client = await artifactClient()
      const { artifact } = await asked(() => client.getArtifact(name))
      if (artifact.digest === undefined)
        throw new Failure('digest-mismatch', `the artifact ${name} has no digest to check it by`)
      if (artifact.size > LARGEST_ARCHIVE)
        throw new Failure('bad-archive', `the artifact ${name} has ${artifact.size} bytes`)
      const folder = await files.temporaryFolder()
      // Unpacked here: the client would put on disk whatever is in it.
      const options = { path: folder, expectedHash: artifact.digest, skipDecompress: true }
      const { digestMismatch } = await named(client.downloadArtifact(artifact.id, options))
      // The client only reports it.
      if (digestMismatch !== false)
        throw new Failure('digest-mismatch', `the artifact ${name} is not what was uploaded`)
      const { textsOf } = await import('./archive.ts')
      return textsOf(await onlyFile(folder), wanted, LARGEST_FILE)
    },
  }
}

async function artifactClient() {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  return new DefaultArtifactClient()
}

async function save(path: string, text: string): Promise<string> {
  await writeFile(path, text, { flag: 'wx' })
  return path
}

/** The archive, under whatever name the service gave it. */
async function onlyFile(folder: string): Promise<Buffer> {
  const [name, ...others] = await readdir(folder)
  if (name === undefined || others.length > 0)
    throw new Failure('bad-answer', 'GitHub answered with no archive')
  return readFile(join(folder, name))
}

async function patiently<T>(ask: () => Promise<T>, clock: Clock): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'connection')) throw error
    }
    await clock.sleep(pause)
  }
  return ask()
}

/** The client goes on with advice about runners of one's own. */
const UNREACHED = /^(.*Unable to make request: \w+)/

async function named<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    const { name = '', message = '' } = cause as Partial<Error>
    const line = message.replaceAll(/\s+/g, ' ').slice(0, 300)
    if (name === 'ArtifactNotFoundError')
      throw new Failure('absent', line, 'Run the job that uploads it first', { cause })
    if (line.includes('(409)'))
      throw new Failure('taken', line, 'Run the job again: each attempt has its own name', {
        cause,
      })
    const [, lost] = UNREACHED.exec(line) ?? []
    if (lost !== undefined)
      throw new Failure('connection', `the artifact service: ${lost}`, '', { cause })
    throw new Failure('artifact', `the artifact service: ${line}`, '', { cause })
  }
}

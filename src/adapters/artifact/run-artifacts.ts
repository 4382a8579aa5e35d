import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { Artifacts } from '../../ports/artifacts.ts'
import type { Files } from '../../ports/files.ts'
import { jobFiles } from '../files/job-files.ts'

const LARGEST_FILE = 16 * 1024 * 1024

/** Artifacts of this run by GitHub's own client, which is loaded only when one is asked for: it costs 100 ms. */
export function runArtifacts(files: Files): Artifacts {
  return {
    async upload(name, texts) {
      const folder = await files.temporaryFolder()
      const paths = await Promise.all(
        Object.entries(texts).map(([file, text]) => save(join(folder, file), text)),
      )
      const client = await artifactClient()
      const answer = await asked(client.uploadArtifact(name, paths, folder))
      if (answer.id === undefined)
        throw new Failure('bad-answer', `GitHub did not store the artifact ${name}`)
    },
    async download(name, wanted) {
      const client = await artifactClient()
      const { artifact } = await asked(client.getArtifact(name))
      if (artifact.digest === undefined)
        throw new Failure('digest-mismatch', `the artifact ${name} has no digest to check it by`)
      const folder = await files.temporaryFolder()
      const options = { path: folder, expectedHash: artifact.digest }
      const { digestMismatch } = await asked(client.downloadArtifact(artifact.id, options))
      // The client only reports it.
      if (digestMismatch !== false)
        throw new Failure('digest-mismatch', `the artifact ${name} is not what was uploaded`)
      return readAll(folder, wanted)
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

/** The folder is read as strangely as a workspace: an archive may hold links. */
async function readAll(folder: string, names: readonly string[]): Promise<Record<string, string>> {
  const inside = jobFiles({ workspace: folder, temp: folder })
  const texts = names.map(async (name) => [name, await inside.read(name, LARGEST_FILE)] as const)
  return Object.fromEntries(await Promise.all(texts))
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    const { name = '', message = '' } = cause as Partial<Error>
    const line = message.replaceAll(/\s+/g, ' ').slice(0, 300)
    if (name === 'ArtifactNotFoundError')
      throw new Failure('absent', line, 'Run the job that uploads it first', { cause })
    if (line.includes('(409)')) throw new Failure('taken', line, '', { cause })
    throw new Failure('artifact', `the artifact service: ${line}`, '', { cause })
  }
}

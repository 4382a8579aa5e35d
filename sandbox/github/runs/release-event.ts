import { isRecord } from '../contract/repair.ts'
import type { Release, Repository, Token } from '../store.ts'
import type { World } from '../world.ts'
import { handOver, noteRun, SILENT } from './start.ts'
import { type WorkflowFile, workflowFiles } from './workflow-file.ts'

/** Starts the workflows of the tagged commit that wait for a published release. */
export async function startReleaseRuns(
  world: World,
  repository: Repository,
  token: Token,
  release: Release,
): Promise<void> {
  if (token.login === SILENT) return
  const sha = await repository.git.commitOf(`refs/tags/${release.tagName}`)
  if (sha === undefined) return
  const files = (await workflowFiles(repository, sha)).filter(waitsForPublished)
  for (const { path, name } of files) {
    const run = noteRun(world, repository, {
      workflow: path,
      name,
      title: release.name ?? release.tagName,
      event: 'release',
      headBranch: release.tagName,
      headSha: sha,
      inputs: {},
      payload: { action: 'published', release: { tag_name: release.tagName, id: release.id } },
      actor: token.login,
    })
    handOver(world, repository, run)
  }
}

function waitsForPublished({ triggers }: WorkflowFile) {
  if (!('release' in triggers)) return false
  const { release } = triggers
  const types = isRecord(release) ? release.types : undefined
  return types === undefined || [types].flat().includes('published')
}

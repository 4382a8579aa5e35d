import { apiUrl, nodeId } from '../bodies/names.ts'
import { signedUrl } from '../files/signed.ts'
import type { ArtifactSource } from '../options.ts'
import { cutPage } from '../page.ts'
import { refuse } from '../refusal.ts'
import { found, ok, route } from '../route.ts'
import type { WorkflowRun } from '../runs/run.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { findRun } from './runs.ts'

const daysKept = 90

/** The workflow artifacts of a run, which the results service keeps. */
export const artifactRoutes = [
  route(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    { actions: 'read' },
    (call) => {
      const { world, repository, input } = call
      const run = findRun(repository, input.run_id)
      const all = (world.artifacts?.artifacts() ?? []).filter(
        (each) => each.runId === String(run.id) && each.name === (input.name ?? each.name),
      )
      const { part, headers } = cutPage(call, all)
      const artifacts = part.map((each) => artifactBody(world, repository, run, each))
      return { ...ok({ total_count: all.length, artifacts }), headers }
    },
  ),
  route(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    { actions: 'read' },
    ({ world, repository, input }) => {
      if (input.archive_format !== 'zip') refuse(404, 'Not Found')
      const all = world.artifacts?.artifacts() ?? []
      const artifact = found(all.find(({ id }) => id === input.artifact_id))
      findRun(repository, Number(artifact.runId))
      return { status: 302, headers: { location: signedUrl(world, 'artifacts', artifact.id) } }
    },
  ),
]

type Artifact = ReturnType<ArtifactSource['artifacts']>[number]

function artifactBody(world: World, repository: Repository, run: WorkflowRun, artifact: Artifact) {
  const url = `${apiUrl(world, repository)}/actions/artifacts/${artifact.id}`
  const createdAt = artifact.createdAt.replace(/\.\d{3}Z$/, 'Z')
  const expires = new Date(Date.parse(createdAt) + daysKept * 86_400_000).toISOString()
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    digest: artifact.digest,
    created_at: createdAt,
    updated_at: createdAt,
    expires_at: expires.replace(/\.\d{3}Z$/, 'Z'),
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: repository.id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  }
}

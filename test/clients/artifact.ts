import type { Results } from '../../sandbox/results/index.ts'

const service = '/twirp/github.actions.results.api.v1.ArtifactService'

/** Puts an artifact into a run by the service's own protocol, without GitHub's client. */
export async function uploadArtifact(
  results: Results,
  runId: number,
  name: string,
  bytes: string,
): Promise<void> {
  const token = results.runtimeToken(runId)
  const owner = {
    workflow_run_backend_id: String(runId),
    workflow_job_run_backend_id: 'job',
    name,
  }
  const call = async (method: string, body: object) => {
    const answer = await fetch(`${results.url}${service}/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...owner, ...body }),
    })
    return (await answer.json()) as { signed_upload_url: string }
  }
  const made = await call('CreateArtifact', { version: 7 })
  await fetch(made.signed_upload_url, { method: 'PUT', body: bytes })
  await call('FinalizeArtifact', { size: String(bytes.length) })
}

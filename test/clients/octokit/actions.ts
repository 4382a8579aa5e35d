import { expect } from '@jest/globals'
import { shop } from '../../sandbox/github/fixture.ts'
import { uploadArtifact } from '../artifact.ts'
import type { Rig } from './rig.ts'

const at = Date.parse('2026-03-04T05:06:10Z')

/** Workflows, runs, reviews, logs and artifacts. */
export async function actionsStory({ client, fixture, results }: Rig): Promise<void> {
  const rest = client('ada')
  const workflows = (await rest.actions.listRepoWorkflows(shop)).data.workflows
  expect(workflows.map(({ path }) => path)).toEqual([
    '.github/workflows/nightly.yml',
    '.github/workflows/release.yml',
  ])
  const file = { ...shop, workflow_id: 'release.yml' }
  expect((await rest.actions.getWorkflow(file)).data.state).toBe('active')
  const start = { ...file, ref: 'main', inputs: { version: '1' }, return_run_details: true }
  // The client's types do not know the details yet.
  const details: unknown = (await rest.actions.createWorkflowDispatch(start)).data
  const run = { ...shop, run_id: (details as { workflow_run_id: number }).workflow_run_id }
  const tell = (told: Parameters<typeof fixture.github.report>[2]) =>
    fixture.github.report('acme/shop', run.run_id, told)
  tell({ kind: 'waiting', environments: ['production'] })
  const [pending] = (await rest.actions.getPendingDeploymentsForRun(run)).data
  const ids = { environment_ids: [pending?.environment.id ?? 0] }
  const review = { ...run, ...ids, state: 'approved' as const, comment: 'go' }
  await client('mona').actions.reviewPendingDeploymentsForRun(review)
  expect((await rest.actions.getReviewsForRun(run)).data).toMatchObject([{ comment: 'go' }])
  tell({ kind: 'job-started', job: 'a', name: 'a', at })
  tell({ kind: 'job-ended', job: 'a', result: 'failure', at })
  tell({ kind: 'completed', conclusion: 'failure', at })
  expect((await rest.actions.getWorkflowRun(run)).data.conclusion).toBe('failure')
  expect((await rest.actions.listWorkflowRunsForRepo(shop)).data.total_count).toBe(1)
  expect((await rest.actions.listWorkflowRuns(file)).data.total_count).toBe(1)
  const [job] = (await rest.actions.listJobsForWorkflowRun(run)).data.jobs
  const one = { ...shop, job_id: job?.id ?? 0 }
  expect((await rest.actions.getJobForWorkflowRun(one)).data.name).toBe('a')
  await rest.actions.downloadJobLogsForWorkflowRun(one)
  await rest.actions.downloadWorkflowRunLogs(run)
  const first = { ...run, attempt_number: 1 }
  expect((await rest.actions.getWorkflowRunAttempt(first)).data.run_attempt).toBe(1)
  expect((await rest.actions.listJobsForWorkflowRunAttempt(first)).data.total_count).toBe(1)
  await rest.actions.downloadWorkflowRunAttemptLogs(first)

  await uploadArtifact(results, run.run_id, 'go-no-go', 'PK-bytes')
  const { artifacts } = (await rest.actions.listWorkflowRunArtifacts(run)).data
  expect(artifacts).toMatchObject([{ name: 'go-no-go', size_in_bytes: 8 }])
  const archive = await rest.actions.downloadArtifact({
    ...shop,
    artifact_id: artifacts[0]?.id ?? 0,
    archive_format: 'zip',
  })
  expect(Buffer.from(archive.data as ArrayBuffer).toString()).toBe('PK-bytes')

  expect((await rest.actions.reRunWorkflowFailedJobs(run)).status).toBe(201)
  expect((await rest.actions.cancelWorkflowRun(run)).status).toBe(202)
  expect((await rest.actions.reRunWorkflow(run)).status).toBe(201)
}

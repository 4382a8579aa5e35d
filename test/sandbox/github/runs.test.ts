import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { RunStart } from '../../../sandbox/github/index.ts'
import { readZip } from '../../workflows/zip.ts'
import { allRights, type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
let started: RunStart[]
let cancelled: number[]
beforeEach(async () => {
  started = []
  cancelled = []
  fixture = await startFixture(
    {
      collaborators: { ada: 'admin', mona: 'maintain', tim: 'write' },
      environments: [{ name: 'production', reviewers: ['mona'], preventSelfReview: true }],
    },
    {
      runner: {
        start: (run) => started.push(run),
        cancel: (runId) => cancelled.push(runId),
      },
    },
  )
})
afterEach(() => fixture.close())

function person(login: string) {
  const token = fixture.github.issueToken({ login, kind: 'user', permissions: allRights })
  return fixture.clientOf(token).rest
}

async function dispatch(login = 'tim') {
  const { data }: { data: unknown } = await person(login).actions.createWorkflowDispatch({
    ...shop,
    workflow_id: 'release.yml',
    ref: 'main',
    inputs: { version: '1.2.0' },
    return_run_details: true,
  })
  // The client's types do not know the details yet.
  return { ...shop, run_id: (data as { workflow_run_id: number }).workflow_run_id }
}

const at = Date.parse('2026-03-04T05:06:10Z')

/** What a runner tells of a run with one job that passes and one that fails. */
function carryOut(run_id: number, conclusion: 'success' | 'failure' = 'failure') {
  const tell = (told: Parameters<typeof fixture.github.report>[2]) =>
    fixture.github.report('acme/shop', run_id, told)
  tell({ kind: 'started' })
  for (const [job, result] of [
    ['gate', 'success'],
    ['deploy', conclusion],
  ] as const) {
    tell({ kind: 'job-started', job, name: `release / ${job}`, at })
    tell({ kind: 'step-started', job, step: 'one', name: 'Do: it', at })
    tell({ kind: 'output', job, step: 'one', line: `${job} says hello`, at })
    tell({ kind: 'step-ended', job, step: 'one', outcome: result, at })
    tell({ kind: 'job-ended', job, result, at })
  }
  tell({ kind: 'annotated', job: 'deploy', level: 'error', message: 'too slow' })
  tell({ kind: 'completed', conclusion, at })
}

test('a run is listed by workflow, state, event and actor, with its jobs, steps and logs', async () => {
  const run = await dispatch()
  const rest = person('tim')
  const queued = await rest.actions.getWorkflowRun(run)
  expect(queued.data).toMatchObject({ status: 'queued', conclusion: null, run_number: 1 })
  carryOut(run.run_id)

  const list = async (filter: object) =>
    (await rest.actions.listWorkflowRunsForRepo({ ...shop, ...filter })).data.total_count
  expect([
    await list({}),
    await list({ status: 'failure' }),
    await list({ status: 'completed', event: 'workflow_dispatch', actor: 'tim' }),
    await list({ status: 'success' }),
    await list({ actor: 'ada' }),
  ]).toEqual([1, 1, 1, 0, 0])
  const other = await rest.actions.listWorkflowRuns({ ...shop, workflow_id: 'nightly.yml' })
  expect(other.data.total_count).toBe(0)

  const { jobs } = (await rest.actions.listJobsForWorkflowRun(run)).data
  expect(jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['release / gate', 'success'],
    ['release / deploy', 'failure'],
  ])
  const job = { ...shop, job_id: jobs[1]?.id ?? 0 }
  expect((await rest.actions.getJobForWorkflowRun(job)).data.steps).toMatchObject([
    { name: 'Do: it', number: 1, conclusion: 'failure', completed_at: '2026-03-04T05:06:10Z' },
  ])
  const log = await rest.actions.downloadJobLogsForWorkflowRun(job)
  expect(log.data).toBe('2026-03-04T05:06:10.0000000Z deploy says hello\n')
  const archive = await rest.actions.downloadWorkflowRunLogs(run)
  expect([...readZip(Buffer.from(archive.data as ArrayBuffer)).keys()]).toEqual([
    '0_release  gate.txt',
    'release  gate/1_Do it.txt',
    '1_release  deploy.txt',
    'release  deploy/1_Do it.txt',
  ])
  const check = { ...shop, check_run_id: job.job_id }
  expect((await rest.checks.listAnnotations(check)).data).toMatchObject([
    { annotation_level: 'failure', message: 'too slow' },
  ])
})

test('a run again is another attempt of the same run; of failed jobs only, it keeps the others', async () => {
  const run = await dispatch('tim')
  expect(await refusalOf(person('ada').actions.reRunWorkflow(run))).toBe(
    '403 This workflow is already running',
  )
  carryOut(run.run_id)
  expect((await person('ada').actions.reRunWorkflowFailedJobs(run)).status).toBe(201)
  expect(started.at(-1)).toMatchObject({
    runId: run.run_id,
    attempt: 2,
    onlyFailed: true,
    actor: 'tim',
    triggeringActor: 'ada',
    inputs: { version: '1.2.0' },
  })
  const again = await person('tim').actions.getWorkflowRun(run)
  expect(again.data).toMatchObject({
    run_attempt: 2,
    status: 'queued',
    actor: { login: 'tim' },
    triggering_actor: { login: 'ada' },
    previous_attempt_url: expect.stringMatching(/attempts\/1$/),
  })
  const first = { ...run, attempt_number: 1 }
  expect((await person('tim').actions.getWorkflowRunAttempt(first)).data.conclusion).toBe('failure')
  const kept = await person('tim').actions.listJobsForWorkflowRun(run)
  expect(kept.data.jobs.map(({ name }) => name)).toEqual(['release / gate'])
  const before = await person('tim').actions.listJobsForWorkflowRunAttempt(first)
  expect(before.data.total_count).toBe(2)

  carryOut(run.run_id, 'success')
  expect((await person('tim').actions.reRunWorkflow(run)).status).toBe(201)
  expect(started.at(-1)).toMatchObject({ attempt: 3, onlyFailed: false })
})

test('cancelling is asked of who carries the run out; one that only waits is over at once', async () => {
  const [running, waiting] = [await dispatch(), await dispatch()]
  fixture.github.report('acme/shop', running.run_id, { kind: 'started' })
  const rest = person('tim')
  expect((await rest.actions.cancelWorkflowRun(running)).status).toBe(202)
  expect((await rest.actions.cancelWorkflowRun(waiting)).status).toBe(202)
  expect(cancelled).toEqual([running.run_id])
  expect((await rest.actions.getWorkflowRun(waiting)).data.conclusion).toBe('cancelled')
  fixture.github.report('acme/shop', running.run_id, {
    kind: 'job-started',
    job: 'a',
    name: 'a',
    at,
  })
  fixture.github.report('acme/shop', running.run_id, {
    kind: 'completed',
    conclusion: 'cancelled',
    at,
  })
  const { data } = await rest.actions.listJobsForWorkflowRun(running)
  expect(data.jobs).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }])
  expect(await statusOf(rest.actions.cancelWorkflowRun(running))).toBe(409)
})

test('a run waits for the reviewers of an environment, and only for them', async () => {
  const run = await dispatch('tim')
  fixture.github.report('acme/shop', run.run_id, { kind: 'waiting', environments: ['production'] })
  const pending = await person('mona').actions.getPendingDeploymentsForRun(run)
  expect(pending.data).toMatchObject([
    { environment: { name: 'production' }, current_user_can_approve: true },
  ])
  const answer = (login: string, state: 'approved' | 'rejected' = 'approved') =>
    person(login).actions.reviewPendingDeploymentsForRun({
      ...run,
      environment_ids: [pending.data[0]?.environment.id ?? 0],
      state,
      comment: 'plan sha256:1',
    })
  expect(await statusOf(answer('tim'))).toBe(422)
  expect(started).toHaveLength(1)
  expect((await answer('mona')).status).toBe(200)
  expect(started).toHaveLength(2)
  expect(started[1]?.approvals).toEqual({ production: 'mona' })
  expect((await person('tim').actions.getReviewsForRun(run)).data).toMatchObject([
    { state: 'approved', comment: 'plan sha256:1', user: { login: 'mona' } },
  ])
  expect(await statusOf(answer('mona'))).toBe(422)

  const own = await dispatch('mona')
  fixture.github.report('acme/shop', own.run_id, { kind: 'waiting', environments: ['production'] })
  const waiting = await person('mona').actions.getPendingDeploymentsForRun(own)
  expect(waiting.data).toMatchObject([{ current_user_can_approve: false }])
})

test('a rejection ends the run', async () => {
  const run = await dispatch('tim')
  fixture.github.report('acme/shop', run.run_id, { kind: 'waiting', environments: ['production'] })
  const pending = await person('mona').actions.getPendingDeploymentsForRun(run)
  await person('mona').actions.reviewPendingDeploymentsForRun({
    ...run,
    environment_ids: [pending.data[0]?.environment.id ?? 0],
    state: 'rejected',
    comment: '',
  })
  const { data } = await person('tim').actions.getWorkflowRun(run)
  expect([data.status, data.conclusion]).toEqual(['completed', 'failure'])
  expect(started).toHaveLength(1)
})

test('a release published by a person starts what waits for it; by GITHUB_TOKEN nothing', async () => {
  const content = Buffer.from('on: { release: { types: [published] } }\n').toString('base64')
  const path = '.github/workflows/published.yml'
  await person('ada').repos.createOrUpdateFileContents({ ...shop, path, message: 'x', content })
  const { rest } = fixture.client()
  const draft = await rest.repos.createRelease({ ...shop, tag_name: 'v3.0.0', draft: true })
  await rest.repos.createRelease({ ...shop, tag_name: 'v2.0.0' })
  expect(started).toEqual([])
  await person('ada').repos.updateRelease({ ...shop, release_id: draft.data.id, draft: false })
  expect(started).toMatchObject([
    {
      workflow: path,
      event: 'release',
      ref: 'refs/tags/v3.0.0',
      payload: { action: 'published', release: { tag_name: 'v3.0.0' } },
      actor: 'ada',
    },
  ])
})

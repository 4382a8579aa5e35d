import { afterEach, expect, test } from '@jest/globals'
import type { RunStart } from '../../../sandbox/github/index.ts'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

test('an environment shows its rules; one that nobody made does not exist', async () => {
  fixture = await startFixture({
    environments: [
      { name: 'production', reviewers: ['mona'], waitTimer: 30, protectedBranches: true },
    ],
  })
  const { rest } = fixture.client({ actions: 'read' })
  const { data } = await rest.repos.getEnvironment({ ...shop, environment_name: 'Production' })
  expect(data.protection_rules?.map(({ type }) => type)).toEqual([
    'wait_timer',
    'required_reviewers',
    'branch_policy',
  ])
  expect(data.protection_rules?.[1]).toMatchObject({ reviewers: [{ reviewer: { login: 'mona' } }] })
  expect(data.deployment_branch_policy).toMatchObject({ protected_branches: true })
  expect(await statusOf(rest.repos.getEnvironment({ ...shop, environment_name: 'prod' }))).toBe(404)
})

test('a run tells who started it and who approved it', async () => {
  fixture = await startFixture({ environments: [{ name: 'production', reviewers: ['mona'] }] })
  const { rest } = fixture.client({ actions: 'read' })
  const headSha = await fixture.git('rev-parse', 'main')
  const workflow = '.github/workflows/release.yml'
  const run = { id: 4711, workflow, headSha, actor: 'ada', triggeringActor: 'tim', attempt: 2 }
  fixture.github.addRun('acme/shop', run)
  fixture.github.review('acme/shop', 4711, {
    environment: 'production',
    login: 'mona',
    comment: 'plan sha256:1, stage canary',
  })
  const got = await rest.actions.getWorkflowRun({ ...shop, run_id: 4711 })
  expect(got.data).toMatchObject({
    run_attempt: 2,
    head_sha: headSha,
    path: workflow,
    actor: { login: 'ada' },
    triggering_actor: { login: 'tim' },
    head_commit: { message: 'two' },
  })
  const { data } = await rest.actions.getReviewsForRun({ ...shop, run_id: 4711 })
  expect(data).toMatchObject([
    {
      state: 'approved',
      comment: 'plan sha256:1, stage canary',
      user: { login: 'mona' },
      environments: [{ name: 'production' }],
    },
  ])
  expect(await statusOf(rest.actions.getWorkflowRun({ ...shop, run_id: 1 }))).toBe(404)
})

test('a dispatch is checked against the workflow file at the ref', async () => {
  const started: RunStart[] = []
  const runner = { start: (run: RunStart) => started.push(run), cancel() {} }
  fixture = await startFixture({}, { runner })
  const { rest } = fixture.client({ actions: 'write' })
  const dispatch = (inputs: Record<string, unknown>, workflow_id = 'release.yml', ref = 'main') =>
    refusalOf(rest.actions.createWorkflowDispatch({ ...shop, workflow_id, ref, inputs }))

  expect(await dispatch({})).toBe("422 Required input 'version' not provided")
  expect(await dispatch({ version: '1', nope: 'x' })).toBe(
    '422 Unexpected inputs provided: ["nope"]',
  )
  expect(await dispatch({ version: '1', depth: 'deep' })).toMatch(/^422 Provided value 'deep'/)
  expect(await dispatch({ version: '1', 'dry-run': 'yes' })).toMatch(/is not a boolean$/)
  expect(await dispatch({}, 'nightly.yml')).toBe(
    "422 Workflow does not have 'workflow_dispatch' trigger",
  )
  expect(await dispatch({}, 'gone.yml')).toBe('404 Not Found')
  expect(await dispatch({ version: '1' }, 'release.yml', 'gone')).toBe('422 No ref found for: gone')
  expect(started).toEqual([])

  const good = { ...shop, workflow_id: 'release.yml', ref: 'main', inputs: { version: '1.2.0' } }
  expect((await rest.actions.createWorkflowDispatch(good)).status).toBe(204)
  const detailed = await rest.actions.createWorkflowDispatch({ ...good, return_run_details: true })
  expect(detailed.status).toBe(200)
  expect(started).toHaveLength(2)
  expect(started[1]).toMatchObject({
    repository: 'acme/shop',
    workflow: '.github/workflows/release.yml',
    inputs: { version: '1.2.0', depth: 'quick', 'dry-run': 'false' },
    actor: 'github-actions[bot]',
    event: 'workflow_dispatch',
    ref: 'refs/heads/main',
    attempt: 1,
  })
  const run_id = started[1]?.runId ?? 0
  expect(detailed.data).toMatchObject({ workflow_run_id: run_id })
  expect((await rest.actions.getWorkflowRun({ ...shop, run_id })).data.status).toBe('queued')
})

test('25 inputs are allowed, 26 are not', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ actions: 'write' })
  const inputs = Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`i${index}`, 'x']))
  const call = { ...shop, workflow_id: 'release.yml', ref: 'main', inputs }
  expect(await statusOf(rest.actions.createWorkflowDispatch(call))).toBe(422)
  expect(fixture.github.violations.splice(0)).toHaveLength(1)
})

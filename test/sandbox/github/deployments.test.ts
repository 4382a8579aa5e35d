import { afterEach, expect, test } from '@jest/globals'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

const plain = { auto_merge: false, required_contexts: [] }

test('a deployment notes commit, payload and environment, which it makes', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client()
  const sha = await fixture.git('rev-parse', 'v1.0.0')
  const payload = { plan: 'sha256:1' }
  const made = await rest.repos.createDeployment({ ...shop, ...plain, ref: sha, payload })
  expect(made.status).toBe(201)
  expect(made.data).toMatchObject({
    sha,
    ref: sha,
    payload,
    environment: 'production',
    task: 'deploy',
  })
  const environment = await rest.repos.getEnvironment({ ...shop, environment_name: 'production' })
  expect(environment.data.protection_rules).toEqual([])
  const other = { ...shop, environment: 'staging' }
  expect((await rest.repos.listDeployments(other)).data).toEqual([])
  expect((await rest.repos.listDeployments({ ...shop, sha })).data).toHaveLength(1)
  expect(await refusalOf(rest.repos.createDeployment({ ...shop, ...plain, ref: 'gone' }))).toBe(
    '422 No ref found for: gone',
  )
  const long = { ...shop, ...plain, ref: sha, description: 'x'.repeat(141) }
  expect(await statusOf(rest.repos.createDeployment(long))).toBe(422)
})

test('unless told otherwise it merges the default branch into the one to deploy', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client()
  await fixture.git('branch', 'topic', 'v1.0.0')
  const merged = await rest.repos.createDeployment({ ...shop, ref: 'topic' })
  expect(merged.status).toBe(202)
  expect(merged.data).toEqual({ message: 'Auto-merged main into topic on deployment.' })
  expect(await fixture.git('rev-list', '--count', 'main..topic')).toBe('1')
  expect(fixture.github.deployments('acme/shop')).toEqual([])
  expect(await statusOf(rest.repos.createDeployment({ ...shop, ref: 'topic' }))).toBe(201)
})

test('it waits for green statuses: all of them unless told which', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client()
  const sha = await fixture.git('rev-parse', 'main')
  const deploy = (contexts: { required_contexts?: string[] } = {}) =>
    statusOf(rest.repos.createDeployment({ ...shop, ref: 'main', ...contexts }))
  const report = (context: string, state: 'success' | 'failure') =>
    rest.repos.createCommitStatus({ ...shop, sha, context, state })
  expect(await deploy({ required_contexts: ['gate'] })).toBe(409)
  await report('gate', 'success')
  await report('lint', 'failure')
  expect(await deploy({ required_contexts: ['gate'] })).toBe(201)
  expect(await deploy()).toBe(409)
  expect(await deploy({ required_contexts: [] })).toBe(201)
  await report('lint', 'success')
  expect(await deploy()).toBe(201)
})

test('a success retires the one before it, but not in production', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client()
  const deploy = async (environment: string, auto_inactive = true) => {
    const made = await rest.repos.createDeployment({ ...shop, ...plain, ref: 'main', environment })
    const deployment_id = (made.data as { id: number }).id
    const status = { ...shop, deployment_id, state: 'success' } as const
    await rest.repos.createDeploymentStatus({
      ...status,
      auto_inactive,
      log_url: 'https://x.test/',
    })
    return deployment_id
  }
  const states = async (deployment_id: number) =>
    (await rest.repos.listDeploymentStatuses({ ...shop, deployment_id })).data.map(
      ({ state }) => state,
    )
  const ids = [await deploy('canary'), await deploy('canary', false), await deploy('canary')]
  expect(await Promise.all(ids.map(states))).toEqual([
    ['inactive', 'success'],
    ['inactive', 'success'],
    ['success'],
  ])
  const lasting = [await deploy('production'), await deploy('production')]
  expect(await Promise.all(lasting.map(states))).toEqual([['success'], ['success']])
})

test('commit statuses: the newest of each context counts', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ statuses: 'write', contents: 'read' })
  const sha = await fixture.git('rev-parse', 'main')
  const combined = async () =>
    (await rest.repos.getCombinedStatusForRef({ ...shop, ref: 'main' })).data
  expect(await combined()).toMatchObject({ state: 'pending', total_count: 0 })
  const status = { ...shop, sha, context: 'release-freeze' }
  await rest.repos.createCommitStatus({ ...status, state: 'failure', description: 'frozen' })
  expect(await combined()).toMatchObject({ state: 'failure', total_count: 1 })
  await rest.repos.createCommitStatus({ ...status, state: 'success' })
  expect(await combined()).toMatchObject({ state: 'success', total_count: 1 })
  const list = await rest.repos.listCommitStatusesForRef({ ...shop, ref: sha })
  expect(list.data.map(({ state }) => state)).toEqual(['success', 'failure'])
  const unknown = { ...status, sha: 'f'.repeat(40), state: 'success' } as const
  expect(await statusOf(rest.repos.createCommitStatus(unknown))).toBe(422)
})

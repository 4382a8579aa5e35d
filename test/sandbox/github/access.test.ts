import { afterEach, expect, test } from '@jest/globals'
import { allRights, type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

test('a token reaches only what it is allowed to', async () => {
  fixture = await startFixture()
  const reader = fixture.client({ contents: 'read', issues: 'read' })
  const refused = await reader.rest.issues
    .create({ ...shop, title: 'x' })
    .catch((error: { status: number; response: { headers: object; data: object } }) => error)

  expect(refused).toMatchObject({
    status: 403,
    response: {
      headers: { 'x-accepted-github-permissions': 'issues=write' },
      data: { message: 'Resource not accessible by integration', status: '403' },
    },
  })
  expect(fixture.github.issues('acme/shop')).toEqual([])
  const writer = fixture.client({ issues: 'write' })
  expect(await statusOf(writer.rest.issues.create({ ...shop, title: 'x' }))).toBe(201)
  expect(await statusOf(writer.rest.issues.get({ ...shop, issue_number: 1 }))).toBe(200)
})

test('every write of the contract is closed to a token that may only read', async () => {
  fixture = await startFixture()
  const reader = fixture.client({ metadata: 'read' })
  const oid = await fixture.git('rev-parse', 'main')
  const writes = [
    reader.rest.git.createRef({ ...shop, ref: 'refs/heads/x', sha: oid }),
    reader.rest.git.updateRef({ ...shop, ref: 'heads/main', sha: oid }),
    reader.rest.git.deleteRef({ ...shop, ref: 'heads/main' }),
    reader.rest.git.createBlob({ ...shop, content: 'x' }),
    reader.rest.repos.createRelease({ ...shop, tag_name: 'v9' }),
    reader.rest.issues.createLabel({ ...shop, name: 'x' }),
    reader.rest.repos.createDeployment({ ...shop, ref: 'main' }),
    reader.rest.repos.createCommitStatus({ ...shop, sha: oid, state: 'success' }),
    reader.rest.actions.createWorkflowDispatch({
      ...shop,
      workflow_id: 'release.yml',
      ref: 'main',
    }),
  ]
  expect(await Promise.all(writes.map(statusOf))).toEqual(writes.map(() => 403))
})

test('an unknown, a revoked and a missing token', async () => {
  fixture = await startFixture()
  const token = fixture.github.issueToken({ permissions: allRights })
  const client = fixture.clientOf(token)
  expect(await statusOf(client.rest.repos.get(shop))).toBe(200)
  fixture.github.revokeToken(token)
  expect(await refusalOf(client.rest.repos.get(shop))).toBe('401 Bad credentials')
  expect(await refusalOf(fixture.clientOf('nobody').rest.repos.get(shop))).toBe(
    '401 Bad credentials',
  )

  const address = `${fixture.github.url}/repos/acme/shop`
  expect((await fetch(address)).status).toBe(200)
  const post = { method: 'POST', body: JSON.stringify({ title: 'x' }) }
  expect((await fetch(`${address}/issues`, post)).status).toBe(401)
})

test('who am I: a person reads its account, an App does not', async () => {
  const mona = { login: 'mona', kind: 'user', permissions: {} } as const
  fixture = await startFixture({ collaborators: { mona: 'triage' } }, { tokens: { pat: mona } })
  const { data } = await fixture.clientOf('pat').rest.users.getAuthenticated()
  expect(data).toMatchObject({ login: 'mona', type: 'User' })
  expect(await refusalOf(fixture.client().rest.users.getAuthenticated())).toBe(
    '403 Resource not accessible by integration',
  )
})

test('a private repository does not exist for strangers, and reading it needs the right', async () => {
  fixture = await startFixture({ private: true })
  expect((await fetch(`${fixture.github.url}/repos/acme/shop`)).status).toBe(404)
  const client = fixture.client({ issues: 'read' })
  expect(await statusOf(client.rest.issues.listForRepo(shop))).toBe(200)
  expect(await statusOf(client.rest.git.getRef({ ...shop, ref: 'heads/main' }))).toBe(403)
})

test('a repository says what the token may do in it', async () => {
  fixture = await startFixture({ hasIssues: false })
  const { data } = await fixture.client().rest.repos.get(shop)
  expect(data).toMatchObject({
    full_name: 'acme/shop',
    default_branch: 'main',
    has_issues: false,
    permissions: { push: true, admin: false },
  })
  const reader = await fixture.client({ contents: 'read' }).rest.repos.get(shop)
  expect(reader.data.permissions?.push).toBe(false)
})

test("a person's permission is its role, in both of GitHub's fields", async () => {
  fixture = await startFixture({ collaborators: { ada: 'admin', mona: 'maintain', tim: 'triage' } })
  const { rest } = fixture.client()
  const roles = await Promise.all(
    ['ada', 'mona', 'tim', 'stranger'].map((username) =>
      rest.repos.getCollaboratorPermissionLevel({ ...shop, username }),
    ),
  )
  expect(roles.map(({ data }) => `${data.permission} ${data.role_name}`)).toEqual([
    'admin admin',
    'write maintain',
    'read triage',
    'read read',
  ])
})

test("a job's token ends at its own repository", async () => {
  fixture = await startFixture()
  const repositories = ['acme/other']
  const { rest } = fixture.clientOf(
    fixture.github.issueToken({ permissions: allRights, repositories }),
  )
  expect(await statusOf(rest.repos.get(shop))).toBe(200)
  expect(await statusOf(rest.issues.create({ ...shop, title: 'x' }))).toBe(403)
})

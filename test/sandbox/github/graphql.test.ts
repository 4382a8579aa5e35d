import { afterEach, expect, test } from '@jest/globals'
import { validate } from '@octokit/graphql-schema'
import { buildSchema, printSchema, validateSchema } from 'graphql'
import { prunedSchema } from '../../../sandbox/github/graphql/pruned.ts'
import { graphqlSchema } from '../../../sandbox/github/graphql/schema.ts'
import { githubSchema } from '../../../sandbox/github/graphql/whole.ts'
import { type Fixture, startFixture } from './fixture.ts'

let fixture: Fixture | undefined
afterEach(async () => {
  await fixture?.close()
  fixture = undefined
})

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    clientMutationId
    commit { oid url message messageHeadline committedDate }
    ref { name prefix }
  }
}`

interface Outcome {
  readonly data?: { createCommitOnBranch: { commit: { oid: string } } | null }
  readonly errors?: { type?: string; message: string; path?: string[] }[]
}

function inputFor(head: string, change: object = {}) {
  return {
    branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'main' },
    expectedHeadOid: head,
    message: { headline: 'append [skip ci]', body: 'entry 1' },
    fileChanges: {
      additions: [{ path: 'releases/a/1.json', contents: Buffer.from('{}').toString('base64') }],
    },
    ...change,
  }
}

async function send(token: string, query: string, variables?: object) {
  const answer = await fetch(fixture?.github.graphqlUrl ?? '', {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: answer.status, body: (await answer.json()) as Outcome }
}

function writerOf({ github }: Fixture) {
  return github.issueToken({ permissions: { contents: 'write' } })
}

test("the sandbox's schema is a true part of GitHub's", () => {
  expect(validateSchema(graphqlSchema)).toEqual([])
  const cut = buildSchema(prunedSchema(githubSchema()))
  expect(printSchema(graphqlSchema)).toBe(printSchema(cut))
  expect(validate(mutation)).toEqual([])
})

test('a commit lands on the branch in the real repository', async () => {
  fixture = await startFixture()
  const head = await fixture.git('rev-parse', 'main')
  const { graphql } = fixture.client({ contents: 'write' })
  const change = {
    fileChanges: {
      additions: [{ path: 'a b/ü.json', contents: Buffer.from('{"n":1}').toString('base64') }],
      deletions: [{ path: 'README.md' }],
    },
  }
  const { createCommitOnBranch } = await graphql<{
    createCommitOnBranch: { commit: { oid: string; message: string } }
  }>(mutation, { input: inputFor(head, change) })
  const { oid, message } = createCommitOnBranch.commit
  expect(message).toBe('append [skip ci]\n\nentry 1')
  expect(await fixture.git('rev-parse', 'main')).toBe(oid)
  expect(await fixture.git('rev-parse', 'main^')).toBe(head)
  expect(await fixture.github.fileText('acme/shop', 'main', 'a b/ü.json')).toBe('{"n":1}')
  expect(await fixture.github.fileText('acme/shop', 'main', 'README.md')).toBeUndefined()
  expect(await fixture.github.fileText('acme/shop', 'main', 'deploy/run.sh')).toBe('echo run\n')
  await fixture.git('fsck', '--strict')
  const commit = await fixture.client().rest.git.getCommit({
    owner: 'acme',
    repo: 'shop',
    commit_sha: oid,
  })
  expect(commit.data).toMatchObject({
    verification: { verified: true },
    author: { name: 'github-actions[bot]' },
    committer: { name: 'GitHub' },
  })
})

test('of ten writers at once one wins, the others hear STALE_DATA', async () => {
  fixture = await startFixture()
  const head = await fixture.git('rev-parse', 'main')
  const token = writerOf(fixture)
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => send(token, mutation, { input: inputFor(head) })),
  )
  const won = outcomes.filter(({ body }) => body.errors === undefined)
  expect(won).toHaveLength(1)
  expect(await fixture.git('rev-list', '--count', `${head}..main`)).toBe('1')
  expect(await fixture.git('for-each-ref', 'refs/sandbox')).toBe('')
  for (const { status, body } of outcomes.filter((each) => each.body.errors !== undefined)) {
    expect(status).toBe(200)
    expect(body).toMatchObject({
      data: { createCommitOnBranch: null },
      errors: [
        {
          type: 'STALE_DATA',
          path: ['createCommitOnBranch'],
          message: `Expected branch to point to "${head}" but it did not.  Pull and try again.`,
        },
      ],
    })
  }
})

test('what is refused changes nothing and says why', async () => {
  fixture = await startFixture({ rules: [{ branch: 'main', type: 'pull_request' }] })
  const head = await fixture.git('rev-parse', 'main')
  await fixture.git('branch', 'free', 'main')
  const token = writerOf(fixture)
  const reader = fixture.github.issueToken({ permissions: { contents: 'read' } })
  const refused = async (change: object, as = token) => {
    const { body } = await send(as, mutation, { input: inputFor(head, change) })
    return `${body.errors?.[0]?.type}: ${body.errors?.[0]?.message}`
  }
  const branch = (branchName: string, repositoryNameWithOwner = 'acme/shop') => ({
    branch: { repositoryNameWithOwner, branchName },
  })
  expect(await refused(branch('main'))).toMatch(
    /^UNPROCESSABLE: Repository rule violations found\n\nChanges must be made through a pull request\./,
  )
  expect(await refused(branch('free'), reader)).toBe(
    'FORBIDDEN: Resource not accessible by integration',
  )
  expect(await refused(branch('gone'))).toMatch(/^NOT_FOUND: /)
  expect(await refused(branch('main', 'acme/gone'))).toMatch(/^NOT_FOUND: /)
  const deletions = [{ path: 'gone.txt' }]
  expect(await refused({ ...branch('free'), fileChanges: { deletions } })).toMatch(
    /^UNPROCESSABLE: A path was requested for deletion which does not exist/,
  )
  const additions = [{ path: '../x', contents: 'eA==' }]
  expect(await refused({ ...branch('free'), fileChanges: { additions } })).toMatch(/^UNPROCESSABLE/)
  const broken = [{ path: 'x', contents: 'no base64!' }]
  expect(await refused({ ...branch('free'), fileChanges: { additions: broken } })).toMatch(
    /^UNPROCESSABLE/,
  )
  const workflow = [{ path: '.github/workflows/x.yml', contents: 'eA==' }]
  expect(await refused({ ...branch('free'), fileChanges: { additions: workflow } })).toBe(
    'FORBIDDEN: Resource not accessible by integration',
  )
  expect(await fixture.git('rev-parse', 'free')).toBe(head)
  expect((await send('nobody', mutation)).status).toBe(401)
})

test('each refusal has a type of its own, and only a race is STALE_DATA', async () => {
  fixture = await startFixture({
    pushProtection: true,
    rules: [{ branch: 'old', type: 'pull_request', isProtection: true }],
  })
  const [first, head] = [
    await fixture.git('rev-parse', 'v1.0.0'),
    await fixture.git('rev-parse', 'main'),
  ]
  await fixture.git('branch', 'old', 'main')
  const token = writerOf(fixture)
  const commit = async (change: object) => {
    const { body } = await send(token, mutation, { input: inputFor(head, change) })
    return body.errors?.map(({ type, message }) => `${type}: ${message}`).join()
  }
  const additions = (contents: Buffer) => ({
    fileChanges: { additions: [{ path: 'x', contents: contents.toString('base64') }] },
  })
  expect(await commit({ expectedHeadOid: first })).toMatch(/^STALE_DATA: /)
  const unknown = 'f'.repeat(40)
  expect(await commit({ expectedHeadOid: unknown })).toBe(
    `NOT_FOUND: No commit exists with specified expectedHeadOid '${unknown}'.`,
  )
  expect(await commit({ expectedHeadOid: 'main' })).toMatch(/^NOT_FOUND: /)
  const old = { repositoryNameWithOwner: 'acme/shop', branchName: 'old' }
  expect(await commit({ branch: old })).toBe(
    'BRANCH_PROTECTION_RULE_VIOLATION: Changes must be made through a pull request.',
  )
  expect(await commit(additions(Buffer.from(`key: ghp_${'a1'.repeat(18)}`)))).toBe(
    'UNPROCESSABLE: Repository rule violations found\n\nSecret detected in content.\n\n',
  )
  expect(await commit(additions(Buffer.alloc(40_000_001)))).toBe(
    'UNPROCESSABLE: The file changes are too large',
  )
  expect(await fixture.git('rev-parse', 'main')).toBe(head)
})

test('a branch can be named by its id', async () => {
  fixture = await startFixture()
  const head = await fixture.git('rev-parse', 'main')
  const token = writerOf(fixture)
  const query = `{ repository(owner: "acme", name: "shop") { ref(qualifiedName: "main") { id target { oid } } } }`
  const read = (await send(token, query)).body as unknown as {
    data: { repository: { ref: { id: string; target: { oid: string } } } }
  }
  expect(read.data.repository.ref.target.oid).toBe(head)
  const { id } = read.data.repository.ref
  const { body } = await send(token, mutation, { input: inputFor(head, { branch: { id } }) })
  expect(body.errors).toBeUndefined()
  expect(await fixture.git('rev-list', '--count', `${head}..main`)).toBe('1')
})

test('any other query is refused and written down', async () => {
  fixture = await startFixture()
  const token = writerOf(fixture)
  const foreign = await send(token, 'query { rateLimit { cost } }')
  expect(foreign.body.errors?.[0]?.message).toMatch(/rateLimit/)
  expect((await send(token, 'mutation {')).body.errors).toHaveLength(1)
  const incomplete = await send(token, mutation, { input: { expectedHeadOid: 'x' } })
  expect(incomplete.body.errors?.[0]?.message).toMatch(/branch/)
  expect(fixture.github.violations.splice(0)).toHaveLength(2)
})

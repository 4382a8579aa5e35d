import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { checkAnswer } from '../../../sandbox/github/contract/contract.ts'
import { operations } from '../../../sandbox/github/contract/operations.ts'
import { repairSchema } from '../../../sandbox/github/contract/repair.ts'
import { routes } from '../../../sandbox/github/routes/index.ts'
import { type Fixture, refusalOf, shop, start, startFixture } from './fixture.ts'

let fixture: Fixture | undefined
afterEach(async () => {
  await fixture?.close()
  fixture = undefined
})

test('every operation of the contract has a route', () => {
  expect(operations.filter((name) => routes.get(name).name !== name)).toEqual([])
})

test('a request that GitHub does not describe is refused and written down', async () => {
  fixture = await startFixture()
  const { request } = fixture.client()
  const { violations } = fixture.github
  const cases: [string, object, number, RegExp][] = [
    ['GET /repos/{owner}/{repo}/pulls', {}, 404, /no operation GET \/repos\/acme\/shop\/pulls/],
    ['PUT /repos/{owner}/{repo}/issues', {}, 404, /no operation PUT/],
    ['GET /repos/{owner}/{repo}/issues', { lables: 'x' }, 422, /additional properties lables/],
    ['POST /repos/{owner}/{repo}/issues', { title: 'x', lables: [] }, 422, /unknown key lables/],
    [
      'POST /repos/{owner}/{repo}/issues',
      { body: 'x' },
      422,
      /must have required property 'title'/,
    ],
    ['GET /repos/{owner}/{repo}/issues', { state: 'shut' }, 422, /must be equal to one of/],
    ['GET /repos/{owner}/{repo}/issues', { mentioned: 'ada' }, 422, /does not build mentioned/],
    ['GET /repos/{owner}/{repo}/issues/{issue_number}', { issue_number: 'x' }, 422, /integer/],
  ]
  for (const [route, parameters, status, violation] of cases) {
    expect(await refusalOf(request(route, { ...shop, ...parameters }))).toMatch(
      new RegExp(`^${status} `),
    )
    expect(violations.splice(0).join()).toMatch(violation)
  }
  expect(fixture.github.issues('acme/shop')).toEqual([])
})

test('a body that is no JSON is 400', async () => {
  fixture = await startFixture()
  const token = fixture.github.issueToken({ permissions: { issues: 'write' } })
  const answer = await fetch(`${fixture.github.url}/repos/acme/shop/issues`, {
    method: 'POST',
    headers: { authorization: `token ${token}` },
    body: '{"title":',
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ message: 'Problems parsing JSON' })
})

test("an answer is measured against GitHub's own description", async () => {
  fixture = await startFixture()
  const { data } = await fixture.client().rest.repos.get(shop)
  const name = 'GET /repos/{owner}/{repo}'
  expect(checkAnswer(name, 200, data)).toBeUndefined()
  expect(checkAnswer(name, 200, { ...data, id: 'one' })).toMatch(/\/id must be integer/)
  expect(checkAnswer(name, 200, { ...data, default_branch: null })).toMatch(/default_branch/)
  const { owner: _owner, ...incomplete } = data
  expect(checkAnswer(name, 200, incomplete)).toMatch(/owner/)
  expect(checkAnswer(name, 202, data)).toBe('status 202 is not described')
  expect(checkAnswer(name, 404, { message: 'Not Found' })).toBeUndefined()
})

test('nullable becomes the type null, texts and examples go', () => {
  const refer = (reference: string) => reference.split('/').at(-1) ?? ''
  expect(
    repairSchema(
      {
        type: 'object',
        description: 'text',
        required: ['a'],
        properties: {
          a: { type: 'string', nullable: true, example: 'x', format: 'date-time' },
          b: { nullable: true, allOf: [{ $ref: '#/components/schemas/user' }] },
          c: { type: 'string', enum: ['x'], nullable: true, format: 'repo.nwo' },
          d: { type: 'string', format: 'uri', default: '' },
        },
      },
      refer,
    ),
  ).toEqual({
    type: 'object',
    required: ['a'],
    properties: {
      a: { type: ['string', 'null'], format: 'date-time' },
      b: { anyOf: [{ allOf: [{ $ref: 'user' }] }, { type: 'null' }] },
      c: { anyOf: [{ type: 'string', enum: ['x'] }, { type: 'null' }] },
      d: { type: 'string' },
    },
  })
})

test('each request is written down with its answer and its sender', async () => {
  fixture = await startFixture({}, { serverHost: 'github.localhost' })
  expect(fixture.github.serverUrl).toMatch(/^http:\/\/github\.localhost:\d+$/)
  const { rest } = fixture.client({ issues: 'read' })
  await rest.issues.listForRepo({ ...shop, per_page: 5 })
  await refusalOf(rest.issues.create({ ...shop, title: 'x' }))
  const host = new URL(fixture.github.url).host
  const sender = { host, at: start, tokenLogin: 'github-actions[bot]' }
  const common = { ...sender, path: '/repos/acme/shop/issues' }
  expect(fixture.github.requests).toEqual([
    { ...common, method: 'GET', query: '?per_page=5', status: 200 },
    { ...common, method: 'POST', query: '', status: 403 },
  ])
})

test('a repository that is gone is a fault of the sandbox, not an answer of GitHub', async () => {
  fixture = await startFixture()
  await rm(fixture.gitDir, { recursive: true })
  const call = fixture.client().rest.git.listMatchingRefs({ ...shop, ref: 'heads/x' })
  expect(await refusalOf(call)).toBe('500 Server Error')
  expect(fixture.github.violations.splice(0).join()).toMatch(/^sandbox: GET .*not a git repository/)
})

test('a unix socket leads to the same GitHub', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'socket-'))
  const socketPath = join(folder, 'gh.sock')
  fixture = await startFixture({}, { socketPath })
  const status = await new Promise((resolve, reject) => {
    get({ socketPath, path: '/repos/acme/shop' }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).once('error', reject)
  })
  expect(status).toBe(200)
  expect(fixture.github.requests.map(({ path }) => path)).toEqual(['/repos/acme/shop'])
  await rm(folder, { recursive: true })
})

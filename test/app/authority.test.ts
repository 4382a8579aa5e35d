import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import {
  type Fault,
  type GitHub,
  startGitHub,
  type TeamOptions,
  type TokenOptions,
} from '../../sandbox/github/index.ts'
import { connectTeams } from '../../src/actions/teams.ts'
import { connect } from '../../src/adapters/github/connect.ts'
import { readContext } from '../../src/adapters/runner/context.ts'
import { authorise } from '../../src/app/authority.ts'
import { inspectTeams } from '../../src/app/inspect-teams.ts'
import type { Roles } from '../../src/domain/config/roles.ts'
import { Failure, failureLine } from '../../src/domain/failure.ts'
import { configRepository } from '../actions/config-repository.ts'

const TEAMS: readonly TeamOptions[] = [
  { organization: 'acme', slug: 'managers', members: { mona: 'active', petra: 'pending' } },
  { organization: 'acme', slug: 'night', parent: 'managers', members: { nina: 'active' } },
  { organization: 'acme', slug: 'ops', members: { otto: 'active' } },
]
const APP = { login: 'roles-app[bot]', kind: 'app' } as const
const TOKENS: Readonly<Record<string, TokenOptions>> = {
  job: { login: 'github-actions[bot]', kind: 'app', permissions: { contents: 'write' } },
  roles: { ...APP, permissions: { members: 'read' }, repositories: ['acme/shop'] },
  blind: { ...APP, permissions: { contents: 'read' } },
}
const ROLES = roles('alice', 'deputy', 'role:maintain', '@acme/managers')

let github: GitHub
let root = ''
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'authority-'))
  const { gitDir } = configRepository(root, 'product: shop\n', [])
  github = await startGitHub({
    repositories: [{ fullName: 'acme/shop', gitDir, collaborators: { mia: 'maintain' } }],
    ...{ organizations: ['acme'], teams: TEAMS, tokens: TOKENS },
  })
})
beforeEach(() => void github.faults.splice(0))
afterAll(async () => {
  await github.close()
  rmSync(root, { recursive: true })
  expect(github.violations).toEqual([])
})

function roles(...members: string[]): Roles {
  return { manager: { members, may: ['pause'] } }
}

function runner() {
  const context = readContext({
    ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_SHA: 'c'.repeat(40), GITHUB_SERVER_URL: github.url, GITHUB_API_URL: github.url },
    ...{ GITHUB_GRAPHQL_URL: github.graphqlUrl, GITHUB_WORKSPACE: '/', RUNNER_TEMP: '/' },
  })
  const quiet = () => {}
  const log = { info: quiet, warning: quiet, error: quiet }
  const clock = { now: () => new Date(), sleep: async () => {}, adjust: quiet }
  return { clock, context, log, mask: quiet, signal: new AbortController().signal }
}

/** What comes of it when somebody pauses, and how many questions about teams that takes. */
async function pausing(login: string, { token = 'roles', by = ROLES } = {}) {
  const own = runner()
  const { repository } = connect('job', own)
  const teams = connectTeams({ 'roles-token': token === '' ? undefined : token }, own)
  const before = github.requests.length
  const said = await authorise('pause', login, { roles: by, repository, teams }).catch(lineOf)
  const asked = github.requests.slice(before).map(({ path }) => path)
  return { said, asked: asked.filter((path) => path.startsWith('/orgs/')).length }
}

function lineOf(error: unknown): string {
  return error instanceof Failure ? `${error.code}: ${failureLine(error)}` : String(error)
}

const NO = (login: string, ...members: string[]) =>
  `refused: ${login} may not pause: the config leaves that to manager (${members.join(', ')})`
const ALL = ['alice', 'deputy', 'role:maintain', '@acme/managers']
const RIGHT =
  'of a GitHub App or a fine-grained personal access token with the organisation permission Members: read'

test('[A13] a member of a team may, also by a team below it, and a team is asked for last', async () => {
  expect(await pausing('mona')).toEqual({ said: 'manager', asked: 1 })
  expect(await pausing('MONA')).toEqual({ said: 'manager', asked: 1 })
  expect(await pausing('nina')).toEqual({ said: 'manager', asked: 1 })
  expect(await pausing('Alice')).toEqual({ said: 'manager', asked: 0 })
  expect(await pausing('mia')).toEqual({ said: 'manager', asked: 0 })
  const by = roles('@acme/ops', '@Acme/Managers')
  expect(await pausing('otto', { by })).toEqual({ said: 'manager', asked: 1 })
  expect(await pausing('nina', { by })).toEqual({ said: 'manager', asked: 3 })
})

test('[A13] a deputy may the same: named beside whom they stand in for, or in the same team', async () => {
  for (const login of ['alice', 'deputy', 'mona', 'nina'])
    expect((await pausing(login)).said).toBe('manager')
})

test('[A13] nobody else may: not who is in no team, nor who has not accepted the invitation', async () => {
  const ask = 'Ask one of them, or change roles in the config on the default branch'
  expect((await pausing('otto')).said).toBe(`${NO('otto', ...ALL)}. ${ask}`)
  expect((await pausing('petra')).said).toBe(
    `${NO('petra', ...ALL)}; petra has not accepted the invitation to @acme/managers. ${ask}`,
  )
})

test.each([
  [
    'no token',
    { token: '' },
    `the token of a job may not ask for teams, and roles-token is empty. Pass the secret RELEASE_ROLES_TOKEN by name, or as input roles-token: a token ${RIGHT}`,
  ],
  [
    'the token of the job',
    { token: 'job' },
    '@acme/managers is no team that roles-token sees. Correct its name in roles of the config, or give a token of acme with the permission Members: read',
  ],
  [
    'a token without the right',
    { token: 'blind' },
    `GitHub answered 403 to GET /orgs/{org}/teams/{team_slug}/memberships/{username}: Resource not accessible by integration. Give as roles-token one ${RIGHT}`,
  ],
  [
    'a token that is over',
    { token: 'over' },
    `GitHub answered 401 to GET /orgs/{org}/teams/{team_slug}/memberships/{username}: Bad credentials. Give as roles-token one ${RIGHT}`,
  ],
])('with %s nobody of a team may, and who is named may', async (_what, how, why) => {
  const no = `${NO('mona', ...ALL)}; nobody can tell who is in @acme/managers: ${why}`
  expect((await pausing('mona', how)).said).toBe(no)
  expect((await pausing('alice', how)).said).toBe('manager')
})

test('a team that is not there lets nobody in, and the next one is asked', async () => {
  const by = roles('@acme/gone', '@acme/ops')
  expect((await pausing('mona', { by })).said).toBe(
    `${NO('mona', '@acme/gone', '@acme/ops')}; nobody can tell who is in @acme/gone: @acme/gone is no team that roles-token sees. Correct its name in roles of the config, or give a token of acme with the permission Members: read`,
  )
  expect((await pausing('otto', { by })).said).toBe('manager')
})

test('a team of another organisation is never asked for', async () => {
  const by = roles('@umbrella/managers')
  expect(await pausing('mona', { by })).toEqual({
    said: `${NO('mona', '@umbrella/managers')}; nobody can tell who is in @umbrella/managers: @umbrella/managers is a team of umbrella, and the repository belongs to acme. Name a team of acme in roles of the config on the default branch, or the logins themselves`,
    asked: 0,
  })
})

const MEMBERSHIPS = /\/memberships\//

test.each<[string, Omit<Fault, 'path'>, RegExp]>([
  ['fails', { before: 503, times: 4 }, /^server-error: GitHub answered 503/],
  [
    'says what it never said',
    { before: { status: 200, body: { state: 'maybe' } } },
    /^bad-answer: GitHub answered .* with a wrong or missing field state$/,
  ],
  [
    'hides behind a page with 404',
    { before: { status: 404, body: 'not here' } },
    /^bad-answer: GitHub answered 404/,
  ],
])(
  'where GitHub %s, nobody of a team may, and nothing is made of it',
  async (_what, fault, said) => {
    github.faults.push({ ...fault, path: MEMBERSHIPS })
    expect((await pausing('mona')).said).toMatch(said)
  },
)

test('a team of which GitHub cannot tell just now is no reason to leave out the next one', async () => {
  const by = roles('@acme/managers', '@acme/ops')
  github.faults.push({ path: MEMBERSHIPS, before: { status: 404, body: 'not here' } })
  expect((await pausing('otto', { by })).said).toBe('manager')
})

test('before a release each team is looked at once, where somebody can', async () => {
  const inspect = (token: string | undefined, ...members: string[]) => {
    const by = { manager: { members, may: [] }, ops: { members, may: [] } }
    return inspectTeams(by, connectTeams({ 'roles-token': token }, runner())).catch(lineOf)
  }
  const before = github.requests.length
  expect(await inspect('roles', 'alice', 'role:admin', '@acme/ops', '@acme/night')).toBeUndefined()
  expect(github.requests.slice(before).map(({ path }) => path)).toEqual([
    '/orgs/acme/teams/ops',
    '/orgs/acme/teams/night',
  ])
  expect(await inspect(undefined, '@acme/gone')).toBeUndefined()
  expect(await inspect('roles', '@acme/gone')).toMatch(/^absent: @acme\/gone is no team that/)
  expect(await inspect('blind', '@acme/ops')).toMatch(/^forbidden: .* Members: read$/)
  for (const token of ['roles', undefined])
    expect(await inspect(token, '@umbrella/ops')).toMatch(/^bad-team: @umbrella\/ops is a team of/)
})

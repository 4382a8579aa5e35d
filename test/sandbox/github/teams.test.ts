import { afterEach, expect, test } from '@jest/globals'
import type { TeamOptions, TokenOptions } from '../../../sandbox/github/index.ts'
import { type Fixture, refusalOf, startFixture } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

const teams: readonly TeamOptions[] = [
  { organization: 'acme', slug: 'release', members: { mona: 'active', tim: 'pending' } },
  { organization: 'acme', slug: 'night', parent: 'release', members: { nina: 'active' } },
  { organization: 'acme', slug: 'deep', parent: 'night', members: { tim: 'active' } },
  { organization: 'acme', slug: 'audit', isSecret: true, members: { ada: 'active' } },
]
const members = { members: 'read' } as const
const app = { login: 'release-app[bot]', kind: 'app' } as const
const tokens: Readonly<Record<string, TokenOptions>> = {
  app: { ...app, permissions: members, repositories: ['acme/shop'] },
  other: { ...app, permissions: members, repositories: ['umbrella/shop'] },
  blind: { ...app, permissions: { contents: 'write' } },
  mona: { login: 'mona', kind: 'user', permissions: members },
  poor: { login: 'mona', kind: 'user', permissions: { contents: 'read' } },
}

/** What the token hears about somebody in a team, or its refusal. */
async function state(token: string, team_slug: string, username: string) {
  const { rest } = fixture.clientOf(token)
  const asked = rest.teams.getMembershipForUserInOrg({ org: 'acme', team_slug, username })
  const refusal = await refusalOf(asked)
  return refusal === 'not refused' ? (await asked).data.state : refusal
}

test('a team has its own members and those of the teams below it, whatever the case', async () => {
  fixture = await startFixture({}, { teams, tokens })
  expect(await state('app', 'release', 'mona')).toBe('active')
  expect(await state('app', 'release', 'nina')).toBe('active')
  expect(await state('app', 'Release', 'Tim')).toBe('active')
  expect(await state('app', 'night', 'mona')).toBe('404 Not Found')
  expect(await state('app', 'release', 'stranger')).toBe('404 Not Found')
  const { rest } = fixture.clientOf('app')
  const { data } = await rest.teams.getByName({ org: 'acme', team_slug: 'night' })
  expect(data).toMatchObject({ slug: 'night', parent: { slug: 'release' } })
})

test('an invitation that is not accepted is pending', async () => {
  fixture = await startFixture({}, { teams: teams.slice(0, 1), tokens })
  expect(await state('app', 'release', 'tim')).toBe('pending')
})

test('who sees a team: never a job, else who may read members', async () => {
  fixture = await startFixture({}, { teams, tokens })
  const job = fixture.github.issueToken({ permissions: { contents: 'write', ...members } })
  expect(await state(job, 'release', 'mona')).toBe('404 Not Found')
  expect(await state('other', 'release', 'mona')).toBe('404 Not Found')
  expect(await state('blind', 'release', 'mona')).toBe('403 Resource not accessible by integration')
  expect(await state('poor', 'release', 'mona')).toBe(
    '403 Resource not accessible by personal access token',
  )
  expect(await state('mona', 'release', 'mona')).toBe('active')
  expect(await state('mona', 'audit', 'ada')).toBe('404 Not Found')
  expect(await state('app', 'audit', 'ada')).toBe('active')
  const answer = await fetch(`${fixture.github.url}/orgs/acme/teams/release`)
  expect(answer.status).toBe(401)
})

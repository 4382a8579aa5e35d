import { expect, jest, test } from '@jest/globals'
import { hits, placesOf, sayings } from '../hostile/canary.ts'
import { ledgerOf } from './ledger-of.ts'
import {
  closeIssue,
  type Inputs,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  type WorldOptions,
  writes,
} from './release-world.ts'
import { MINUTE, promote, tickAt, tickWorld } from './tick-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const ROLES = `roles:
  release-manager: { members: ['@acme/managers', alice], may: [promote, pause, approve, roll-back] }
  product-owner: { members: ['@acme/owners'], may: [accept] }
  on-call: { members: ['role:maintain', '@acme/night'], may: [resume, lift] }
`
const PEOPLE: WorldOptions = {
  more: ROLES,
  collaborators: { mona: 'write', petra: 'write', nina: 'write', bob: 'admin' },
  teams: [
    { organization: 'acme', slug: 'managers', members: { mona: 'active', petra: 'pending' } },
    { organization: 'acme', slug: 'owners', members: { petra: 'active' } },
    { organization: 'acme', slug: 'night', parent: 'managers', members: { nina: 'active' } },
  ],
}
const APP = 'roles-app[bot]'

/** The input for a token of an App that may read members, and nothing else. */
function rolesToken({ github }: ReleaseWorld) {
  const rights = { permissions: { members: 'read' }, repositories: [REPOSITORY] } as const
  return { 'roles-token': github.issueToken({ ...rights, login: APP }) }
}

const as = (actor: string) => ({ GITHUB_TRIGGERING_ACTOR: actor })
const NO_TOKEN =
  'the token of a job may not ask for teams, and roles-token is empty. Pass the secret RELEASE_ROLES_TOKEN by name, or as input roles-token: a token of a GitHub App or a fine-grained personal access token with the organisation permission Members: read'

test.concurrent('[A13] who is in a team that the config names approves, accepts, promotes and takes back, and nobody else does', async () => {
  const more = `conditions: { approval: recorded, acceptance: true }\n${ROLES}`
  await using world = await tickWorld({ ...PEOPLE, more })
  const token = rolesToken(world)
  const hash = await world.plan(token)
  const reasonOf = async (login: string, operation: string, inputs: Inputs = token) => {
    const all = { operation, 'plan-hash': hash, reason: 'why', ...inputs }
    return (await promote(world, all, as(login))).outputs.reason
  }
  expect(await reasonOf('petra', 'approve')).toBe(
    'petra may not approve: the config leaves that to release-manager (@acme/managers, alice); petra has not accepted the invitation to @acme/managers. Ask one of them, or change roles in the config on the default branch',
  )
  expect(await reasonOf('mona', 'approve', {})).toContain(
    `nobody can tell who is in @acme/managers: ${NO_TOKEN}`,
  )
  expect(await reasonOf('nina', 'approve')).toContain('plan approved by nina (release-manager)')
  expect(await reasonOf('petra', 'accept')).toContain('accepted by petra (product-owner)')
  const hasty = { ...token, promote_immediately: 'true' }
  expect(await reasonOf('bob', 'advance', hasty)).toContain('bob may not promote')
  expect(await reasonOf('mona', 'pause')).toContain('the release is paused')
  expect(await reasonOf('mona', 'resume')).toContain('mona may not resume')
  await reasonOf('nina', 'resume')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  await reasonOf('mona', 'roll-back')
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  const by = (await ledgerOf(world)).entries.flatMap(({ payload }) =>
    'by' in payload ? [payload.by] : [],
  )
  expect(by).toEqual([
    ...['nina (release-manager)', 'petra (product-owner)'],
    ...['mona (release-manager)', 'nina (on-call)'],
  ])
})

test.concurrent('[A13] the token that reads members is masked, asks for teams alone, and is needed by nobody whom the config names', async () => {
  await using world = await tickWorld({ ...PEOPLE, hasIssues: false })
  const { 'roles-token': secret } = rolesToken(world)
  const body = { message: sayings(secret).join(' ') }
  world.github.faults.push({ path: /^\/orgs\//, before: { status: 403, body } })
  const plan = await world.run('plan', { ...PLAN_INPUTS, 'roles-token': secret })
  expect(plan.outputs.reason).toMatch(/^GitHub answered 403 to GET \/orgs\/.* Members: read$/)
  expect(hits(secret, placesOf(plan))).toEqual([])
  expect(writes(world)).toEqual([])
  await world.plan()
  const why = `The token is ${secret}.`
  const paused = await promote(
    world,
    { operation: 'pause', reason: why, 'roles-token': secret },
    as('mona'),
  )
  expect(paused.exit).toBe(0)
  expect(paused.log).toContain(`::add-mask::${secret}`)
  const { entries } = await ledgerOf(world)
  const places = { ...placesOf(paused), ledger: JSON.stringify(entries) }
  expect(hits(secret, places)).toEqual([])
  const about = world.github.requests.filter(({ path }) => path.startsWith('/orgs/'))
  const ofApp = world.github.requests.filter(({ tokenLogin }) => tokenLogin === APP)
  expect(about.length).toBeGreaterThan(1)
  expect(ofApp).toEqual(about)
  const named = await promote(world, { operation: 'roll-back', reason: 'no' }, as('alice'))
  expect(named.outputs.reason).not.toContain('may not')
})

test.concurrent('[A13] a freeze is lifted by who is in a team, whoever looks: a plan, another freeze, a tick', async () => {
  await using world = await tickWorld(PEOPLE)
  const token = rolesToken(world)
  const freeze = (inputs: Inputs) =>
    world.run('auto-freeze-issue', { version: '1.1.0', reason: 'x', gate: 'gate', ...inputs })
  const frozen = `checkout stable is frozen: nina may not lift: the config leaves that to on-call (role:maintain, @acme/night); nobody can tell who is in @acme/night: ${NO_TOKEN}`
  await freeze({})
  await closeIssue(world, 'nina')
  expect((await world.run('plan', PLAN_INPUTS)).outputs.reason).toBe(frozen)
  const planned = await world.run('plan', { ...PLAN_INPUTS, ...token })
  expect(planned.exit).toBe(0)
  expect(planned.summary).toContain('The freeze was lifted by nina.')
  expect(planned.summary).toContain(
    'Needed as secret, else no team of `roles` may anything: `RELEASE_ROLES_TOKEN`.',
  )
  await promote(world)
  const second = Number((await freeze({})).outputs.issue_number)
  await closeIssue(world, 'nina', second)
  const third = Number((await freeze(token)).outputs.issue_number)
  expect(third).toBeGreaterThan(second)
  await closeIssue(world, 'nina', third)
  const without = await tickAt(world, 61 * MINUTE)
  expect(without.outputs.reason).toContain('is frozen: nina may not lift')
  await tickAt(world, 62 * MINUTE, token)
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
})

test.concurrent('[A13] a rollback of a completed release is for who is in a team', async () => {
  await using world = await tickWorld(PEOPLE)
  world.traffic.weights = { blue: 0, green: 100 }
  const token = rolesToken(world)
  const roll = async (login: string, operation: string, more: Inputs) => {
    const inputs = { rollback_version: '1.0.0', rollback_reason: 'x', pypi_action: 'leave-as-is' }
    const run = { ...inputs, operation, ...more }
    return (await world.run('release-rollback', run, { env: as(login) })).outputs.reason
  }
  expect(await roll('bob', 'validate', token)).toContain('bob may not roll-back')
  expect(await roll('mona', 'traffic', {})).toContain(NO_TOKEN)
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
  expect(await roll('mona', 'traffic', token)).toContain('all traffic is on v1.0.0')
})

test.concurrent('a plan refuses a team of another organisation before it writes', async () => {
  const more = "roles: { ops: { members: ['@umbrella/ops'], may: [pause] } }\n"
  await using world = await tickWorld({ ...PEOPLE, more })
  const { exit, outputs } = await world.run('plan', PLAN_INPUTS)
  expect([exit, outputs.reason]).toEqual([
    1,
    '@umbrella/ops is a team of umbrella, and the repository belongs to acme. Name a team of acme in roles of the config on the default branch, or the logins themselves',
  ])
  expect(writes(world)).toEqual([])
})

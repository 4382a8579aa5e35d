/**
 * A release whose approval and rollback are for a team, whom a run may ask for only with a token of its own.
 *
 * @story
 */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from '@jest/globals'
import { REPOSITORY, type Start } from '../../sandbox/demo/sandbox.ts'
import { entries, state } from '../../test/workflows/record.ts'
import { errors, job, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

const ROLES = `roles:
  release-manager: { members: ['@acme/managers'], may: [approve, roll-back] }
conditions: { approval: recorded }
`
const world = rig(['1.1.0'], {
  versions: ['1.0.0', '1.1.0'].map((version) => ({ version, fault: null })),
  edit: (path, text) =>
    path === '.github/release-actions.yml' ? shorter(path, text) + ROLES : shorter(path, text),
  collaborators: { mona: 'write', nina: 'write', bob: 'admin' },
  teams: [
    { organization: 'acme', slug: 'managers', members: { mona: 'active' } },
    { organization: 'acme', slug: 'night', parent: 'managers', members: { nina: 'active' } },
  ],
})

/** What a GitHub App with the organisation permission *Members: read* gives. */
const secrets = () => {
  const rights = { permissions: { members: 'read' }, repositories: [REPOSITORY] } as const
  const token = world.sandbox.github.issueToken({ ...rights, login: 'roles-app[bot]' })
  return { RELEASE_ROLES_TOKEN: token }
}
const THEIRS = 'the config leaves that to release-manager (@acme/managers)'
const REMEDY = 'Ask one of them, or change roles in the config on the default branch'
const NO_SECRET =
  'nobody can tell who is in @acme/managers: the token of a job may not ask for teams, and roles-token is empty. Pass the secret RELEASE_ROLES_TOKEN by name'

let hash: string
const approve = (): Start => ({
  workflow: 'canary-promote.yml',
  inputs: {
    ...{ canary_version: '1.1.0', operation: 'approve', reason: 'read and tested' },
    ...{ plan_hash: hash, environment: world.sandbox.profile },
  },
})
const rollBack = (): Start => ({
  workflow: 'release-rollback.yml',
  inputs: {
    ...{
      rollback_version: '1.0.0',
      rollback_reason: 'orders are lost',
      pypi_action: 'leave-as-is',
    },
    environment: world.sandbox.profile,
  },
})

/** A run whose job of this id is refused: what it says. Nothing is changed by it. */
async function refusal(id: string, start: Start): Promise<string> {
  const before = await state(world.sandbox)
  const run = await world.run(start)
  expect(run.conclusion).toBe('failure')
  expect(await state(world.sandbox)).toEqual(before)
  return errors(run, id)
}

beforeAll(async () => {
  const run = await world.release(
    '1.1.0',
    { deployment_strategy: 'direct' },
    { secrets: secrets() },
  )
  expect(run.conclusion).toBe('success')
  hash = job(run, 'pre-flight-validation').outputs.plan_hash ?? ''
})

test('who is in no such team may not approve, and is told who may', async () => {
  const said = await refusal('promote-canary', { ...approve(), actor: 'bob', secrets: secrets() })
  expect(said).toContain(`bob may not approve: ${THEIRS}`)
  expect(said).toContain(REMEDY)
})

test('without the secret no team may anything, and the secret is named', async () => {
  const said = await refusal('promote-canary', { ...approve(), actor: 'nina' })
  expect(said).toContain(`nina may not approve: ${THEIRS}; ${NO_SECRET}`)
})

test('a member of a team below it approves', async () => {
  const run = await world.run({ ...approve(), actor: 'nina', secrets: secrets() })
  expect(errors(run, 'promote-canary')).toBe('')
  expect(run.conclusion).toBe('success')
  expect((await entries(world.sandbox, '1.1.0')).at(-1)).toMatchObject({
    ...{ kind: 'approval', actor: 'nina' },
    payload: { decision: 'approve', by: 'nina (release-manager)' },
  })
})

test('a rollback is for the same team: nobody else takes the traffic back, and no job without the secret', async () => {
  const { population, world: outside } = world.sandbox
  const { tarball } = await population.releases.build('1.1.0')
  await outside.platform.deploy('green', '1.1.0', readFileSync(tarball.path))
  await outside.traffic.setWeights({ blue: 0, green: 100 })
  const stranger = { ...rollBack(), actor: 'bob', secrets: secrets() }
  expect(await refusal('validate-rollback', stranger)).toContain(`bob may not roll-back: ${THEIRS}`)
  const secretless = { ...rollBack(), actor: 'nina' }
  expect(await refusal('validate-rollback', secretless)).toContain(NO_SECRET)
  const run = await world.run({ ...rollBack(), actor: 'nina', secrets: secrets() })
  expect(run.conclusion).toBe('success')
  expect(await outside.traffic.weights()).toEqual({ blue: 100, green: 0 })
})

testWellFormed(world)

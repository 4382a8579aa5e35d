import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { closeIssue, PLAN_INPUTS, type ReleaseWorld, type WorldOptions } from './release-world.ts'
import { promote, tickWorld } from './tick-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const ROLES = `roles:
  release-manager: { members: [Alice, deputy], may: [promote, pause, resume, roll-back, lift] }
  on-call: { members: ['role:maintain'], may: [pause, roll-back] }
`
const COLLABORATORS: NonNullable<WorldOptions['collaborators']> = {
  alice: 'write',
  mia: 'maintain',
  bob: 'admin',
}

/** A release whose first stage bakes. */
async function begun(): Promise<ReleaseWorld> {
  const world = await tickWorld({ hasIssues: false, more: ROLES, collaborators: COLLABORATORS })
  await world.plan()
  await promote(world)
  return world
}

const as = (actor: string) => ({ GITHUB_TRIGGERING_ACTOR: actor })

test.concurrent('[A13] the config says who pauses, resumes, promotes and rolls back by hand, and the record by which role', async () => {
  await using world = await begun()
  const stranger = await promote(world, { operation: 'pause' }, as('bob'))
  expect(stranger.exit).toBe(1)
  expect(stranger.outputs.reason).toBe(
    'bob may not pause: the config leaves that to release-manager (Alice, deputy) or on-call (role:maintain). Ask one of them, or change roles in the config on the default branch',
  )
  expect((await promote(world, { operation: 'pause' }, as('mia'))).exit).toBe(0)
  const refused = await promote(world, { operation: 'resume' }, as('mia'))
  expect(refused.outputs.reason).toContain('mia may not resume')
  expect((await promote(world, { operation: 'resume' }, as('alice'))).exit).toBe(0)
  const decisions = (await ledgerOf(world)).entries.flatMap((e) =>
    e.kind === 'decision' ? [e.payload] : [],
  )
  expect(decisions.map(({ decision, by }) => `${decision} ${by}`)).toEqual([
    'pause mia (on-call)',
    'resume alice (release-manager)',
  ])
  const hasty = await promote(world, { promote_immediately: 'true' }, as('bob'))
  expect(hasty.outputs.reason).toContain('bob may not promote')
  const back = await promote(world, { operation: 'roll-back', reason: 'no' }, as('bob'))
  expect(back.outputs.reason).toContain('bob may not roll-back')
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  await promote(world, { operation: 'roll-back', reason: 'complaints' }, as('mia'))
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('[A13] a rollback of a completed release is for the same people', async () => {
  await using world = await tickWorld({ more: ROLES, collaborators: COLLABORATORS })
  world.traffic.weights = { blue: 0, green: 100 }
  const inputs = {
    ...{ rollback_version: '1.0.0', rollback_reason: 'complaints', pypi_action: 'leave-as-is' },
  }
  const env = as('bob')
  for (const operation of ['validate', 'traffic']) {
    const run = await world.run('release-rollback', { ...inputs, operation }, { env })
    expect(run.exit).toBe(1)
    expect(run.outputs.reason).toContain('bob may not roll-back')
  }
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
})

test.concurrent('[A13] a freeze is lifted by whom the config names, not by everybody with write access', async () => {
  await using world = await tickWorld({ more: ROLES, collaborators: COLLABORATORS })
  await world.run('auto-freeze-issue', { version: '1.1.0', reason: 'errors', gate: 'gate' })
  const plan = () => world.run('plan', PLAN_INPUTS)
  await closeIssue(world, 'bob')
  const frozen = await plan()
  expect(frozen.exit).toBe(1)
  expect(frozen.outputs.reason).toContain('is frozen: bob may not lift: the config leaves that to')
  await closeIssue(world, 'alice')
  expect((await plan()).exit).toBe(0)
})

import { expect, jest, test } from '@jest/globals'
import { OWN } from '../fakes/signing-keys.ts'
import { ledgerOf } from './ledger-of.ts'
import { openIssues, PLAN_INPUTS, type WorldOptions } from './release-world.ts'
import { HOUR, MINUTE, promote, record, tickAt, tickWorld } from './tick-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const OLD = { blue: 100, green: 0 }
const FIRST = { blue: 90, green: 10 }
const ROLES = `roles:
  release-manager: { members: [alice], may: [approve, override, notice] }
  product-owner: { members: [paula], may: [accept] }
`
const collaborators: NonNullable<WorldOptions['collaborators']> = { alice: 'write', bob: 'admin' }
const as = (actor: string) => ({ GITHUB_TRIGGERING_ACTOR: actor })
const conditions = (text: string, more = ROLES) => ({
  ...{ collaborators, more: `conditions: ${text}\n${more}` },
})
const OTHER = `sha256:${'0'.repeat(64)}`

test.concurrent('a release that waits for an approval is handed over, stays open, and goes on with the tick after it', async () => {
  await using world = await tickWorld(conditions('{ approval: recorded, acceptance: true }'))
  const hash = await world.plan()
  const came = await promote(world)
  expect(came.outputs).toMatchObject({
    ...{ verdict: 'pass', handed_over: 'true', state: 'awaiting acceptance' },
    reason: expect.stringMatching(
      /^handed over: awaiting acceptance since .*; awaiting approval since .*: who may approve uses the operation approve and names the plan sha256:/,
    ),
  })
  expect((await record(world, hash)).outputs).toMatchObject({ verdict: 'pass', result: 'open' })
  expect(openIssues(world)[0]?.body).toContain('awaiting approval since')
  expect((await tickAt(world, MINUTE)).outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(world.traffic.weights).toEqual(OLD)
  const approve = { operation: 'approve', 'plan-hash': hash, reason: 'read and tested' }
  const approved = await promote(world, approve)
  expect(approved.outputs.reason).toMatch(
    /^plan approved by alice \(release-manager\); awaiting acceptance since/,
  )
  expect((await promote(world, approve)).outputs.verdict).toBe('pass')
  const accept = { operation: 'accept', 'plan-hash': hash }
  const accepted = await promote(world, accept, as('paula'))
  expect(accepted.outputs.reason).toBe(
    'features accepted by paula (product-owner); no condition is left open',
  )
  expect((await tickAt(world, 2 * MINUTE)).outputs.verdict).toBe('pass')
  expect(world.traffic.weights).toEqual(FIRST)
  const { kinds, entries } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'handover', 'approval', 'approval', 'intent', 'outcome'])
  expect(entries[2]?.planHash).toBe(hash)
})

test.concurrent('an approval is for a person, in a first attempt, by whom the config names, for the plan that is named', async () => {
  await using world = await tickWorld({
    ...conditions('{ approval: recorded, four-eyes: true }', ''),
    hasIssues: false,
  })
  const hash = await world.plan()
  const approve = { operation: 'approve', 'plan-hash': hash }
  const refusal = async (inputs: object, env: Readonly<Record<string, string>> = {}) => {
    const { exit, outputs } = await promote(world, { ...approve, ...inputs }, env)
    return [exit, outputs.reason]
  }
  const person = 'approve is for a person, in the first attempt of a run. Start a new run by hand'
  expect(await refusal({}, as('x[bot]'))).toEqual([1, person])
  expect(await refusal({}, { GITHUB_RUN_ATTEMPT: '2' })).toEqual([1, person])
  expect(await refusal({ 'plan-hash': OTHER })).toEqual([
    1,
    `the ledger holds the plan ${hash}, not ${OTHER}. Start the pipeline again`,
  ])
  expect(await refusal({ 'plan-hash': '' })).toEqual([
    1,
    'input plan-hash: is required: name the plan that you have read; it stands in the tracking issue',
  ])
  expect(await refusal({})).toEqual([
    1,
    'alice has planned this release and may not approve it: conditions.four-eyes is true. Ask somebody else who may approve',
  ])
  expect(await refusal({ operation: 'accept' })).toEqual([
    1,
    'the plan asks for no acceptance. What a release waits for is planned: see conditions in the config',
  ])
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect((await promote(world, approve, as('bob'))).exit).toBe(0)
  await promote(world, { operation: 'roll-back', reason: 'not today' })
  expect(await refusal({ operation: 'override', condition: 'notice', reason: 'x' })).toEqual([
    1,
    'too late for the operation override: the release has rolled back',
  ])
  await world.plan()
  const anew = await promote(world)
  expect(anew.outputs.reason).toContain('handed over: awaiting approval')
})

test.concurrent('who may not approve is told who may', async () => {
  await using world = await tickWorld({ ...conditions('{ approval: recorded }'), hasIssues: false })
  const hash = await world.plan()
  const { exit, outputs } = await promote(
    world,
    { operation: 'approve', 'plan-hash': hash },
    as('bob'),
  )
  expect([exit, outputs.reason]).toEqual([
    1,
    'bob may not approve: the config leaves that to release-manager (alice). Ask one of them, or change roles in the config on the default branch',
  ])
})

test.concurrent('a signed approval needs the key, at the plan and at the approval', async () => {
  await using world = await tickWorld({
    ...conditions('{ approval: signed }', ''),
    hasIssues: false,
  })
  const remedy = 'Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key'
  const unsigned = await world.run('plan', PLAN_INPUTS)
  expect([unsigned.exit, unsigned.outputs.reason]).toEqual([
    1,
    `conditions.approval is signed, and this run has no key. ${remedy}`,
  ])
  const key = { 'ledger-key': OWN.pem }
  const hash = await world.plan(key)
  const approve = { operation: 'approve', 'plan-hash': hash }
  const without = await promote(world, approve)
  expect([without.exit, without.outputs.reason]).toEqual([
    1,
    `the plan asks for a signed approval, and this run has no key. ${remedy}`,
  ])
  expect((await promote(world, { ...approve, ...key })).exit).toBe(0)
  const { entries, kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'approval'])
  expect(entries[1]?.signature?.kid).toBe(OWN.kid)
})

test.concurrent('[A11] no weight before the notice is a day old and the time has come, unless a person answers for it', async () => {
  await using world = await tickWorld({ ...conditions('{ notice: 24h }'), hasIssues: false })
  const late = new Date(Date.now() + 30 * HOUR)
  await world.plan({ not_before: late.toISOString().replace('Z', '+00:00') })
  const came = await promote(world)
  expect(came.outputs.reason).toContain(
    'notification.maintenance.scheduled has to be delivered 1d before the rollout; who may notice records it with the operation notice; awaiting not-before: the rollout may begin at',
  )
  const ahead = new Date(Date.now() + HOUR).toISOString()
  const early = await promote(world, { operation: 'notice', at: ahead })
  expect([early.exit, early.outputs.reason]).toEqual([
    1,
    `input at: ${ahead} lies ahead. Record it when it has happened; leave the input empty for now`,
  ])
  await promote(world, { operation: 'notice', reason: 'mail to all customers' })
  const weightsAfter = async (after: number) => {
    expect((await tickAt(world, after)).exit).toBe(0)
    return world.traffic.weights
  }
  expect(await weightsAfter(22 * HOUR)).toEqual(OLD)
  const override = { operation: 'override', condition: 'not-before' }
  const blind = await promote(world, override)
  expect(blind.outputs.reason).toBe('input reason: is required: say in one line why')
  const lost = await promote(world, { ...override, condition: 'backup', reason: 'x' })
  expect(lost.outputs.reason).toBe('the release does not wait for backup')
  const done = await promote(world, { ...override, reason: 'the customers agreed' })
  expect(done.outputs.reason).toMatch(
    /^not-before is overridden; awaiting notice: .* was delivered at/,
  )
  expect(await weightsAfter(23 * HOUR)).toEqual(OLD)
  expect(await weightsAfter(25 * HOUR)).toEqual(FIRST)
  expect((await ledgerOf(world)).kinds).toEqual([
    'plan',
    'handover',
    'notice-delivered',
    'override',
    'intent',
    'outcome',
  ])
})

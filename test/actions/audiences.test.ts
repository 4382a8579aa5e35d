import { expect, jest, test } from '@jest/globals'
import { type AudienceWorld, audienceWorld } from './audience-world.ts'
import { ledgerOf } from './ledger-of.ts'
import { type Inputs, PLAN_INPUTS } from './release-world.ts'
import { HOUR, MINUTE } from './tick-world.ts'

// Each test plays a release in processes of their own.
jest.setTimeout(120_000)

const SHIM = `--import=${import.meta.dirname}/clock-shim.mjs`
const ALL = { stages: 'all', promote_immediately: 'false', operation: 'advance' }
const EVERYBODY_BACK = { weights: { blue: 100, green: 0 }, audience: {} }
const PILOTS = ['pilot-1', 'pilot-2', 'pilot-3', 'pilot-4', 'pilot-5']

const plan = ({ world, env }: AudienceWorld, inputs: Inputs = {}) =>
  world.run('plan', { ...PLAN_INPUTS, ...inputs }, { env })
const promote = ({ world, env }: AudienceWorld, inputs: Inputs = {}) =>
  world.run('canary-promote', { canary_version: '1.1.0', ...ALL, ...inputs }, { env })
const tickAt = ({ world, env }: AudienceWorld, after: number) => {
  world.setTime(after)
  const clock = { NODE_OPTIONS: SHIM, CLOCK_OFF_MS: String(after) }
  return world.run('release-tick', {}, { env: { ...env, ...clock, GITHUB_RUN_ID: '9' } })
}

/** Versions that users of these tenants get, and somebody of no tenant. */
const tenants = ({ versionFor }: AudienceWorld, ...names: string[]) =>
  Promise.all([...names.map((name) => versionFor({ 'x-tenant': name })), versionFor({})])

test.concurrent('a pilot customer, then five, then all get the new version, each stage by the command of the consumer', async () => {
  await using erp = await audienceWorld('tenants.yml')
  const planned = await plan(erp)
  expect(planned.outputs).toMatchObject({ verdict: 'pass' })
  expect(planned.summary).toContain('10 %, tenant pilot-1 |')
  expect(planned.summary).toContain('10 percent for tenant pilot-1 :s0')

  const begun = await promote(erp)
  expect(begun.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true' })
  expect(await tenants(erp, 'pilot-1', 'pilot-2')).toEqual(['1.1.0', '1.0.0', '1.0.0'])
  expect(begun.summary).toContain('10 %, tenant pilot-1 |')

  const second = await tickAt(erp, 16 * MINUTE)
  expect(second.outputs.verdict).toBe('pass')
  expect(second.log).toContain('weight 10 % for tenant pilot-1 |')
  expect(await tenants(erp, 'pilot-1', 'pilot-5', 'acme')).toEqual([
    ...['1.1.0', '1.1.0', '1.0.0', '1.0.0'],
  ])

  expect((await tickAt(erp, 47 * MINUTE)).outputs.verdict).toBe('pass')
  expect(await erp.held()).toEqual({ weights: { blue: 0, green: 100 }, audience: {} })
  expect(await tenants(erp, 'pilot-1', 'acme')).toEqual(['1.1.0', '1.1.0', '1.1.0'])
  expect((await tickAt(erp, 63 * MINUTE)).outputs).toMatchObject({ verdict: 'pass', open: '0' })

  const { entries } = await ledgerOf(erp.world)
  const intents = entries.filter(({ kind }) => kind === 'intent').map(({ payload }) => payload)
  expect(intents).toMatchObject([
    { to: { blue: 90, green: 10 }, audience: { tenants: ['pilot-1'] } },
    { to: { blue: 50, green: 50 }, audience: { tenants: PILOTS } },
    { to: { blue: 0, green: 100 } },
  ])
  expect(intents[2]).not.toHaveProperty('audience')
})

test.concurrent('promoted at once out of a stage for some users, all get the new version', async () => {
  await using erp = await audienceWorld('tenants.yml')
  await plan(erp)
  await promote(erp)
  const run = await promote(erp, { promote_immediately: 'true', reason: 'all agreed' })
  expect(run.log).toContain('stage 1/3 | weight 10 % for tenant pilot-1 |')
  expect(run.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true' })
  expect(await erp.held()).toEqual({ weights: { blue: 0, green: 100 }, audience: {} })
})

test.concurrent('pilot users of the internal channel have the new version for 48 hours, then 25, 50 and 100 percent of all', async () => {
  await using wizard = await audienceWorld('channel.yml')
  expect((await plan(wizard)).summary).toContain('5 %, ring internal |')
  await promote(wizard)
  const rings = () =>
    Promise.all([wizard.versionFor({ 'x-ring': 'internal' }), wizard.versionFor({})])
  expect(await rings()).toEqual(['1.1.0', '1.0.0'])
  for (const [after, green] of [
    [49, 25],
    [74, 50],
    [99, 100],
  ] as const) {
    expect((await tickAt(wizard, after * HOUR)).outputs.verdict).toBe('pass')
    expect(await wizard.held()).toEqual({ weights: { blue: 100 - green, green }, audience: {} })
  }
  expect((await tickAt(wizard, 124 * HOUR)).outputs).toMatchObject({ verdict: 'pass', open: '0' })
})

test.concurrent('a release that is taken back is taken from its audience too', async () => {
  await using erp = await audienceWorld('tenants.yml')
  await plan(erp)
  await promote(erp)
  erp.world.traffic.status = 503
  expect((await tickAt(erp, 10 * MINUTE)).outputs.verdict).toBe('fail')
  expect(await erp.held()).toEqual(EVERYBODY_BACK)
  expect(await tenants(erp, 'pilot-1')).toEqual(['1.0.0', '1.0.0'])
})

test.concurrent('a person takes it back, and an audience without weight left at the router goes too', async () => {
  await using erp = await audienceWorld('tenants.yml')
  await plan(erp)
  await promote(erp)
  await erp.set({ ...EVERYBODY_BACK, audience: { tenants: ['pilot-1'] } })
  const run = await promote(erp, { operation: 'roll-back', reason: 'wrong invoices' })
  expect(run.outputs).toMatchObject({ rolled_back: 'true' })
  expect(await erp.held()).toEqual(EVERYBODY_BACK)
})

test.concurrent('another audience at the router than the stage has is no pass', async () => {
  await using erp = await audienceWorld('tenants.yml')
  await plan(erp)
  await promote(erp)
  await erp.set({ weights: { blue: 90, green: 10 }, audience: { tenants: ['acme'] } })
  const run = await tickAt(erp, 10 * MINUTE)
  expect(run.outputs.verdict).toBe('fail')
  expect(run.outputs.reason).toContain(
    'blue 90 %, green 10 % for tenant acme, wanted blue 90 %, green 10 % for tenant pilot-1',
  )
  expect(await erp.held()).toEqual(EVERYBODY_BACK)
})

const TOLD = "set, '{weights}', '{audience}']"
test.concurrent.each([
  [
    'a router that takes weights only',
    (text: string) =>
      text.replace(/provider: command\n.*\n.*\n/, 'provider: router\n  url: http://blue.example\n'),
    /^stage 1 is for tenant pilot-1, and traffic.provider is router, which takes weights only. Use traffic.provider: command with \{tenants\} in traffic.set/,
  ],
  [
    'a command that is never told',
    (text: string) => text.replace(TOLD, "set, '{weights}', '{ring}']"),
    /^stage 1 is for tenant pilot-1, and traffic.set is never told: it names no \{tenants\}/,
  ],
])('an audience is refused for %s, before anything is written', async (_, change, reason) => {
  await using erp = await audienceWorld('tenants.yml', change)
  const run = await plan(erp, { baseline_version: '1.0.0' })
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toMatch(reason)
  expect((await ledgerOf(erp.world)).entries).toEqual([])
})

test.concurrent('percentages by hand do not show a version to everybody that is meant for some', async () => {
  await using erp = await audienceWorld('tenants.yml')
  const run = await plan(erp, { canary_percentage: '10', rollout_duration: '4' })
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toMatch(/^input canary_percentage: the stages of the config have/)
})

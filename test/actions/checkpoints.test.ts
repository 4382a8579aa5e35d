import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { MINUTE, promote, record, tickAt, tickWorld } from './tick-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(180_000)

const ALL = { blue: 0, green: 100 }
const as = (actor: string) => ({ GITHUB_TRIGGERING_ACTOR: actor })

test.concurrent('[B04] no phase begins before the checkpoint of the one before is complete, and each has its roles', async () => {
  await using world = await tickWorld({
    clock: '{ kind: inline }',
    stages: '[{ weight: 100%, bake: 1s }]',
    objectives: 'none',
    more: 'conditions: { checkpoints: true, backup: true }\nroles: { qa: { members: [quinn], may: [checkpoint] }, release-manager: { members: [rita], may: [checkpoint-prepared] } }\n',
  })
  const hash = await world.plan()
  const check = async (checkpoint: string, items: string, actor = 'quinn') => {
    const inputs = { operation: 'checkpoint', checkpoint, items }
    const { exit, outputs } = await promote(world, inputs, as(actor))
    return [exit, outputs.reason]
  }
  expect((await promote(world)).outputs.state).toBe('awaiting prepared')
  expect((await check('prepared', 'all', 'bob'))[1]).toContain('bob may not checkpoint-prepared')
  expect(await check('prepared', 'changelog, tests, lunch')).toEqual([
    1,
    'input items: "lunch" is no item of the checkpoint prepared. Its items are changelog, version, tests, rollback-plan, stakeholders-informed, draft-recorded',
  ])
  expect((await check('prepared', 'changelog, tests'))[1]).toMatch(
    /^checkpoint prepared misses version, rollback-plan, stakeholders-informed, draft-recorded; awaiting/,
  )
  expect(await check('pre-checked', 'all')).toEqual([
    1,
    'the checkpoint pre-checked comes after prepared, which misses version, rollback-plan, stakeholders-informed, draft-recorded',
  ])
  expect((await check('prepared', 'all', 'rita'))[0]).toBe(0)
  expect((await check('pre-checked', 'all', 'rita'))[1]).toContain(
    'rita may not checkpoint-pre-checked: the config leaves that to qa (quinn)',
  )
  expect((await check('pre-checked', 'migrations,schema-breaks'))[1]).toContain('awaiting backup')
  expect(await check('post-checked', 'smoke-tests')).toEqual([
    1,
    'too early for the item smoke-tests: not all traffic is there',
  ])
  const nowhere = await promote(world, { operation: 'backup' })
  expect(nowhere.outputs.reason).toBe('input reason: is required: say in one line where it lies')
  await promote(world, { operation: 'backup', reason: 's3://backups/checkout/1.0.0' })

  const out = await promote(world)
  expect(out.outputs).toMatchObject({
    ...{ verdict: 'pass', deployment_successful: 'true', handed_over: 'false' },
    state: 'awaiting post-checked',
  })
  expect(world.traffic.weights).toEqual(ALL)
  expect((await check('prepared', 'all'))[1]).toBe(
    'too late for the operation checkpoint: the rollout has begun',
  )
  expect((await record(world, hash, 'success')).outputs.result).toBe('open')
  expect((await check('closed', 'all'))[1]).toContain('comes after the end of the release')
  expect((await check('post-checked', 'all'))[0]).toBe(0)
  const end = await record(world, hash, 'success')
  expect(end.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect(await check('closed', 'notes-published')).toEqual([
    0,
    'checkpoint closed misses success-told, completion-recorded, retrospective-planned',
  ])
  expect(await check('closed', 'all')).toEqual([0, 'checkpoint closed is complete'])
  const { open, kinds } = await ledgerOf(world)
  expect(open).toEqual([])
  expect(kinds.filter((kind) => kind === 'checkpoint')).toHaveLength(6)
})

test.concurrent('a release that was rolled back is closed by the checklist of a rollback', async () => {
  await using world = await tickWorld({
    hasIssues: false,
    more: 'conditions: { checkpoints: true }\n',
  })
  await world.plan()
  await promote(world, { operation: 'roll-back', reason: 'not today' })
  const inputs = { operation: 'checkpoint', checkpoint: 'closed', items: 'reason-documented' }
  expect((await promote(world, inputs)).outputs.reason).toBe(
    'checkpoint closed misses down-migrations, flags-off, incident-report, rollback-told, rollback-recorded, post-mortem-planned',
  )
})

test.concurrent('a person skips the stage in hand with a reason; the last one is always judged', async () => {
  await using world = await tickWorld({
    hasIssues: false,
    more: 'roles: { release-manager: { members: [alice], may: [skip] } }\n',
  })
  await world.plan()
  await promote(world)
  const skip = { operation: 'skip', reason: 'looked at by hand' }
  const refusal = async (inputs: object, env = {}) =>
    (await promote(world, { ...skip, ...inputs }, env)).outputs.reason
  expect(await refusal({ reason: '' })).toBe(
    'input reason: is required: say in one line why the stage is skipped',
  )
  expect(await refusal({}, as('x[bot]'))).toContain('skip is for a person, in the first attempt')
  expect(await refusal({}, { GITHUB_RUN_ATTEMPT: '2' })).toContain('skip is for a person')
  expect(await refusal({}, as('bob'))).toContain('bob may not skip: the config leaves that to')
  const skipped = await promote(world, skip)
  expect(skipped.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true', stage: '1' })
  expect(world.traffic.weights).toEqual(ALL)
  const { entries } = await ledgerOf(world)
  expect(entries[3]?.payload).toMatchObject({
    ...{ gate: 'operator', stage: 0, verdict: 'pass' },
    reason: 'skipped by alice (release-manager): looked at by hand',
  })
  expect(await refusal({})).toBe(
    'nothing can be skipped: stage 2 of 2 is the last, which is always judged',
  )
})

test.concurrent('[A12] all of the traffic is watched once more before a release has completed', async () => {
  const begun = async () => {
    const stages = '[{ weight: 100%, bake: 1h }]'
    const world = await tickWorld({ stages, more: 'completing: {}\n' })
    await world.plan()
    await promote(world)
    const passed = await tickAt(world, 61 * MINUTE)
    expect(passed.outputs.releases).toContain('"state":"completing"')
    expect(passed.outputs.open).toBe('1')
    return world
  }
  await using good = await begun()
  expect((await tickAt(good, 80 * MINUTE)).outputs.open).toBe('1')
  const end = await tickAt(good, 95 * MINUTE)
  expect(end.outputs).toMatchObject({ verdict: 'pass', open: '0' })
  expect(end.outputs.releases).toContain('"state":"completed"')
  await using bad = await begun()
  bad.traffic.status = 503
  expect((await tickAt(bad, 80 * MINUTE)).outputs.verdict).toBe('fail')
  expect(bad.traffic.weights).toEqual({ blue: 100, green: 0 })
})

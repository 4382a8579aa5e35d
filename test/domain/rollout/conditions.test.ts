import { expect, test } from '@jest/globals'
import { conditionsOf } from '../../../src/domain/config/conditions.ts'
import type { Draft, Entry } from '../../../src/domain/ledger/entry.ts'
import { story } from '../../../src/domain/report/story.ts'
import { CHECKPOINTS, itemsOf } from '../../../src/domain/rollout/checkpoints.ts'
import type { Conditions } from '../../../src/domain/rollout/conditions.ts'
import { decide } from '../../../src/domain/rollout/decide.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { rolloutOf } from '../../../src/domain/rollout/state.ts'
import { stateName } from '../../../src/domain/rollout/state-name.ts'
import fc from '../../properties.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 0, 10)
const ago = (ms: number) => new Date(NOW - ms).toISOString()
const WEIGHTS = { blue: 0, green: 100 }

function planOf(conditions: Conditions): Plan {
  return {
    ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit: 'c'.repeat(40), strategy: 'direct', profile: '', interval: 1000 },
    ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
    stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
    conditions,
  }
}

const planned = (conditions: Conditions): Draft => ({
  kind: 'plan',
  payload: { plan: planOf(conditions) },
})
const by = { by: 'ada', reason: 'why' }
const approve: Draft = { kind: 'approval', payload: { decision: 'approve', ...by } }
const accept: Draft = { kind: 'approval', payload: { decision: 'accept', ...by } }
const backup: Draft = { kind: 'backup', payload: { made: ago(HOUR), ...by } }
const delivered = (ms: number): Draft => ({
  kind: 'notice-delivered',
  payload: { notice: 'notification.maintenance.scheduled', delivered: ago(ms), ...by },
})
const override: Draft = { kind: 'override', payload: { condition: 'notice', ...by } }
const check = (checkpoint: (typeof CHECKPOINTS)[number], isRolledBack = false): Draft => ({
  kind: 'checkpoint',
  payload: { checkpoint, done: itemsOf(checkpoint, isRolledBack).map(({ id }) => id), ...by },
})
const begun: readonly Draft[] = [
  {
    kind: 'intent',
    payload: { effect: 'shift', stage: 0, reason: 'stage 1', from: WEIGHTS, to: WEIGHTS },
  },
  { kind: 'outcome', payload: { effect: 'shift', stage: 0, weights: WEIGHTS } },
]
const passed: Draft = {
  kind: 'verdict',
  payload: { gate: 'stage', stage: 0, verdict: 'pass', reason: '', evidence: [], breach: 'none' },
}

function chain(drafts: readonly Draft[], signed = false): Entry[] {
  const signature = signed ? { kid: 'k', jws: 'j' } : null
  return drafts.map((draft, index) => ({
    ...{ schema: 1, id: String(index), seq: index + 1, previous: null, time: ago(2 * HOUR) },
    release: { product: 'shop', channel: 'stable', version: '1.1.0' },
    ...{ planHash: 'sha256:plan', actor: 'ada', run: { id: 7, attempt: 1 }, suite: '' },
    ...{ signature, ...draft },
  })) as Entry[]
}

/** The state that people see, and the step behind it. */
function stand(drafts: readonly Draft[], now = NOW, signed = false) {
  const state = rolloutOf(chain(drafts, signed))
  if (state === undefined) throw new Error('no plan')
  return [stateName(state, now), decide(state, now).kind]
}

const DAY: Conditions = { notice: 24 * HOUR }
const LATER: Conditions = { notBefore: new Date(NOW + 1).toISOString() }
const BEGUN: Conditions = { notBefore: new Date(NOW).toISOString() }
const SIGNED: Conditions = { approval: 'signed' }
const LISTS: Conditions = { checkpoints: true }
const all = [check('prepared'), check('pre-checked')]

test.each<[string, Conditions, readonly Draft[], string, string]>([
  ['nothing asked', {}, [], 'planned', 'shift'],
  ['an approval', { approval: 'recorded' }, [], 'awaiting approval', 'await'],
  ['approved', { approval: 'recorded' }, [approve], 'planned', 'shift'],
  ['accepted is not approved', { approval: 'recorded' }, [accept], 'awaiting approval', 'await'],
  ['approved is not accepted', { acceptance: true }, [approve], 'awaiting acceptance', 'await'],
  ['accepted', { acceptance: true }, [accept], 'planned', 'shift'],
  ['approved without a signature', SIGNED, [approve], 'awaiting approval', 'await'],
  ['a backup', { backup: true }, [], 'awaiting backup', 'await'],
  ['backed up', { backup: true }, [backup], 'planned', 'shift'],
  ['no notice', DAY, [], 'awaiting notice', 'await'],
  ['a young notice', DAY, [delivered(24 * HOUR - 1)], 'awaiting notice', 'await'],
  ['a notice of a day', DAY, [delivered(24 * HOUR)], 'planned', 'shift'],
  ['the first notice counts', DAY, [delivered(24 * HOUR), delivered(HOUR)], 'planned', 'shift'],
  ['a notice overridden', DAY, [override], 'planned', 'shift'],
  ['too early', LATER, [], 'awaiting not-before', 'await'],
  ['in time', BEGUN, [], 'planned', 'shift'],
  ['no checkpoint', LISTS, [], 'awaiting prepared', 'await'],
  ['one checkpoint', LISTS, [check('prepared')], 'awaiting pre-checked', 'await'],
  ['both checkpoints', LISTS, all, 'planned', 'shift'],
  ['begun', LISTS, [...all, ...begun], 'baking', 'analyse'],
  ['out', LISTS, [...all, ...begun, passed], 'awaiting post-checked', 'await'],
  ['checked', LISTS, [...all, ...begun, passed, check('post-checked')], 'completing', 'complete'],
])('%s', (_, conditions, drafts, state, step) => {
  expect(stand([planned(conditions), ...drafts])).toEqual([state, step])
})

test('without the time, what waits for one waits; planned anew, everything is asked for again', () => {
  const due = rolloutOf(chain([planned({ ...DAY, ...BEGUN }), delivered(48 * HOUR)]))
  expect(due && [decide(due).kind, decide(due, NOW).kind]).toEqual(['await', 'shift'])
  expect(stand([planned(SIGNED), approve], NOW, true)).toEqual(['planned', 'shift'])
  expect(stand([planned(SIGNED), approve, planned(SIGNED)], NOW, true)[1]).toBe('await')
})

test('whatever people record, the first weight comes only when all that is asked for stands', () => {
  const any = fc.constantFrom(
    approve,
    accept,
    backup,
    delivered(HOUR),
    delivered(48 * HOUR),
    ...all,
  )
  const asked = fc.record(
    {
      approval: fc.constant('recorded' as const),
      acceptance: fc.constant(true as const),
      backup: fc.constant(true as const),
      notice: fc.constant(24 * HOUR),
      checkpoints: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(asked, fc.array(any, { maxLength: 8 }), (conditions, drafts) => {
      const needs = [
        conditions.approval && approve,
        conditions.acceptance && accept,
        conditions.backup && backup,
        ...(conditions.checkpoints ? all : []),
      ].filter((one) => one !== undefined)
      const isOld = drafts.some(
        (d) => d.kind === 'notice-delivered' && d.payload.delivered < ago(24 * HOUR),
      )
      const isMet = needs.every((one) => drafts.includes(one)) && (isOld || !conditions.notice)
      expect(stand([planned(conditions), ...drafts])[1]).toBe(isMet ? 'shift' : 'await')
    }),
    { numRuns: 1000 },
  )
})

test('the story has a line for everything that people record', () => {
  const handover: Draft = { kind: 'handover', payload: { reason: 'awaiting approval' } }
  const lines = story(
    chain([approve, accept, check('prepared'), delivered(HOUR), backup, override, handover]),
  )
  expect(lines.map((line) => /Z {2}\S+ +(.*) {2}\(/.exec(line)?.[1])).toEqual([
    'plan approved by ada: why',
    'features accepted by ada: why',
    'checkpoint prepared: changelog, version, tests, rollback-plan, stakeholders-informed, draft-recorded, by ada: why',
    'notification.maintenance.scheduled delivered at 2026-01-09T23:00:00.000Z, says ada: why',
    'backup made at 2026-01-09T23:00:00.000Z, says ada: why',
    'notice overridden by ada: why',
    'handed over: awaiting approval',
  ])
})

test('[B04] the checkpoints have the points of the checklists before, during and after a release, and after a rollback', () => {
  const sizes = CHECKPOINTS.map((name) => itemsOf(name, false).length)
  expect(sizes).toEqual([6, 2, 9, 4])
  expect(itemsOf('closed', true)).toHaveLength(7)
  const ids = [false, true].flatMap((back) => CHECKPOINTS.flatMap((name) => itemsOf(name, back)))
  expect(new Set(ids.map(({ text }) => text)).size).toBe(28)
})

test('what the config asks for lies over what the kind of release brings with it', () => {
  expect(conditionsOf(undefined, undefined)).toBeUndefined()
  expect(conditionsOf({ approval: 'none', checkpoints: false }, undefined)).toBeUndefined()
  const given: Conditions = { approval: 'signed', notice: HOUR, backup: true }
  expect(
    conditionsOf({ approval: 'recorded', notice: '24h', 'four-eyes': true }, ago(0), given),
  ).toEqual({
    ...{ approval: 'signed', notice: 24 * HOUR, backup: true, fourEyes: true },
    notBefore: ago(0),
  })
  expect(conditionsOf({ notice: 'none', backup: false }, undefined, given)).toEqual({
    approval: 'signed',
  })
})

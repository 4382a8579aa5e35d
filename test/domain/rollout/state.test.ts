import { describe, expect, test } from '@jest/globals'
import type { Draft, Entry } from '../../../src/domain/ledger/entry.ts'
import { decide } from '../../../src/domain/rollout/decide.ts'
import { BREACHES } from '../../../src/domain/rollout/judge-stage.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { BACK, rolloutOf } from '../../../src/domain/rollout/state.ts'
import fc from '../../properties.ts'

const plan: Plan = {
  schema: 1,
  product: 'shop',
  channel: 'stable',
  version: '1.1.0',
  baseline: '1.0.0',
  commit: 'c'.repeat(40),
  strategy: 'canary',
  profile: '',
  stages: [10, 50, 100].map((weight) => ({ weight, bake: 1000, minRequests: 0 })),
  interval: 1000,
  objectives: [],
  artefacts: [],
  desktopRolloutPercentage: 100,
}
const at = (weight: number) => ({ blue: 100 - weight, green: weight })

const planned: Draft = { kind: 'plan', payload: { plan } }
const intent = (stage: number): Draft => {
  const to = at(plan.stages[stage]?.weight ?? 0)
  return { kind: 'intent', payload: { effect: 'shift', stage, reason: 'why', from: at(0), to } }
}
const shifted = (stage: number): Draft => {
  const weights = at(plan.stages[stage]?.weight ?? 0)
  return { kind: 'outcome', payload: { effect: 'shift', stage, weights } }
}
const verdict = (
  stage: number | null,
  word: 'pass' | 'fail' | 'inconclusive',
  breach: 'none' | 'page' | 'pause' | 'stop' | 'rollback' = word === 'pass' ? 'none' : 'rollback',
): Draft => ({
  kind: 'verdict',
  payload: { gate: 'stage', stage, verdict: word, reason: 'judged', evidence: [], breach },
})
const ended = (result: 'completed' | 'rolled-back' | 'failed'): Draft => ({
  kind: 'outcome',
  payload: { effect: 'release', result, reason: 'the end' },
})
const stage = (n: number): Draft[] => [intent(n), shifted(n), verdict(n, 'pass')]

function entries(drafts: readonly Draft[]): Entry[] {
  return drafts.map((draft, index) => ({
    schema: 1,
    id: String(index),
    seq: index + 1,
    previous: null,
    time: '2026-01-01T00:00:00.000Z',
    release: { product: 'shop', channel: 'stable', version: '1.1.0' },
    planHash: 'sha256:plan',
    actor: 'ada',
    run: { id: 7, attempt: 1 },
    suite: '',
    signature: null,
    ...draft,
  }))
}

function next(...drafts: Draft[]) {
  const rollout = rolloutOf(entries(drafts))
  return rollout === undefined ? undefined : decide(rollout)
}

describe('the next step follows from the record alone', () => {
  test.each<[string, Draft[], unknown]>([
    ['nothing planned', [], undefined],
    ['entries before a plan', [intent(0), ended('failed')], undefined],
    ['planned', [planned], { kind: 'shift', stage: 0, weight: 10 }],
    ['an intent without an outcome', [planned, intent(0)], { kind: 'settle' }],
    ['the shift is done', [planned, intent(0), shifted(0)], { kind: 'analyse', stage: 0 }],
    [
      'it turned out not to be done',
      [planned, intent(0), shifted(BACK - 1)],
      { kind: 'shift', stage: 0, weight: 10 },
    ],
    ['a stage has passed', [planned, ...stage(0)], { kind: 'shift', stage: 1, weight: 50 }],
    ['all stages have', [planned, ...stage(0), ...stage(1), ...stage(2)], { kind: 'complete' }],
    [
      'a stage has failed',
      [planned, intent(0), shifted(0), verdict(0, 'fail')],
      { kind: 'roll-back', reason: 'judged' },
    ],
    [
      'nobody knows',
      [planned, intent(0), shifted(0), verdict(0, 'inconclusive')],
      { kind: 'roll-back', reason: 'judged' },
    ],
    [
      'no pass, no breach',
      [planned, intent(0), shifted(0), verdict(0, 'inconclusive', 'none')],
      { kind: 'roll-back', reason: 'judged' },
    ],
    [
      'a pass with a breach',
      [planned, intent(0), shifted(0), verdict(0, 'pass', 'rollback')],
      { kind: 'roll-back', reason: 'judged' },
    ],
    [
      'a breach that pauses',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'pause')],
      { kind: 'paused', reason: 'judged' },
    ],
    [
      'a breach that pages',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'page')],
      { kind: 'paused', reason: 'judged' },
    ],
    [
      'a breach that stops',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'stop')],
      { kind: 'stop', reason: 'judged' },
    ],
    [
      'a pass of what was stopped',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'stop'), verdict(0, 'pass')],
      { kind: 'stop', reason: 'judged' },
    ],
    [
      'stopped, and taken back by a person',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'stop'), intent(BACK), shifted(BACK)],
      { kind: 'roll-back', reason: 'why' },
    ],
    [
      'stopped, and ended',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'stop'), ended('failed')],
      { kind: 'ended', reason: 'the release has failed: start the pipeline anew to go on' },
    ],
    [
      'a person says go on',
      [planned, intent(0), shifted(0), verdict(0, 'fail', 'pause'), verdict(0, 'pass')],
      { kind: 'shift', stage: 1, weight: 50 },
    ],
    [
      'a verdict of a gate',
      [planned, verdict(null, 'fail')],
      { kind: 'shift', stage: 0, weight: 10 },
    ],
    [
      'a verdict of another stage',
      [planned, ...stage(0), verdict(0, 'fail')],
      { kind: 'shift', stage: 1, weight: 50 },
    ],
    ['the way back has begun', [planned, ...stage(0), intent(BACK)], { kind: 'settle' }],
    [
      'the way back was shifted, then its run died',
      [planned, ...stage(0), intent(BACK), shifted(BACK)],
      { kind: 'roll-back', reason: 'why' },
    ],
    [
      'the way back of a release whose stages have passed',
      [planned, ...stage(0), ...stage(1), ...stage(2), intent(BACK), shifted(BACK)],
      { kind: 'roll-back', reason: 'why' },
    ],
    [
      'a pass on the way back',
      [planned, intent(0), shifted(0), intent(BACK), shifted(BACK), verdict(0, 'pass')],
      { kind: 'roll-back', reason: 'why' },
    ],
    [
      'a shift forward that ended on the way back',
      [planned, intent(0), intent(BACK), shifted(0)],
      { kind: 'roll-back', reason: 'why' },
    ],
    [
      'rolled back',
      [planned, ...stage(0), ended('rolled-back')],
      { kind: 'ended', reason: 'the release has rolled back' },
    ],
    [
      'completed',
      [planned, ...stage(0), ended('completed')],
      { kind: 'ended', reason: 'the release has completed' },
    ],
    [
      'failed with a shift that nobody settled',
      [planned, intent(0), ended('failed')],
      { kind: 'ended', reason: 'the release has failed: start the pipeline anew to go on' },
    ],
    [
      'planned anew',
      [planned, ...stage(0), ended('rolled-back'), planned],
      { kind: 'shift', stage: 0, weight: 10 },
    ],
  ])('%s', (_name, drafts, step) => {
    expect(next(...drafts)).toEqual(step)
  })

  test('an intent that waits for its end names the run that wrote it', () => {
    expect(rolloutOf(entries([planned, intent(0)]))?.pending).toMatchObject({ stage: 0, run: 7 })
  })
})

test('whatever the record holds: no weight before its time, and none after the way back began', () => {
  const any = fc.oneof(
    fc.integer({ min: BACK, max: 3 }).map(intent),
    fc.integer({ min: BACK - 1, max: 3 }).map(shifted),
    fc
      .tuple(
        fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        fc.constantFrom('pass' as const, 'fail' as const, 'inconclusive' as const),
        fc.constantFrom(...BREACHES),
      )
      .map(([n, word, breach]) => verdict(n, word, breach)),
    fc.constantFrom('completed' as const, 'rolled-back' as const, 'failed' as const).map(ended),
  )
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (drafts) => {
      const step = next(planned, ...drafts)
      const passes = (n: number) =>
        drafts.some(
          (d) => d.kind === 'verdict' && d.payload.stage === n && d.payload.verdict === 'pass',
        )
      const isBack = drafts.some((d) => d.kind === 'intent' && d.payload.stage === BACK)
      if (step?.kind === 'shift' || step?.kind === 'analyse') {
        for (let n = 0; n < step.stage; n++) expect(passes(n)).toBe(true)
        expect(isBack).toBe(false)
      }
      if (step?.kind === 'complete') expect([0, 1, 2].every(passes) && !isBack).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

import { describe, expect, test } from '@jest/globals'
import type { Draft, Entry } from '../../../src/domain/ledger/entry.ts'
import { decide } from '../../../src/domain/rollout/decide.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { rolloutOf } from '../../../src/domain/rollout/state.ts'

const plan: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 1000 },
  stages: [10, 100].map((weight) => ({ weight, bake: 1000, minRequests: 0 })),
  ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
}
const weights = { blue: 90, green: 10 }
const begun: readonly Draft[] = [
  {
    kind: 'intent',
    payload: { effect: 'shift', stage: 0, reason: 'why', from: weights, to: weights },
  },
  { kind: 'outcome', payload: { effect: 'shift', stage: 0, weights } },
]

function entries(drafts: readonly Draft[]): Entry[] {
  return drafts.map((draft, index) => ({
    ...{ schema: 1, id: String(index), seq: index + 1, previous: null, suite: '', actor: 'ada' },
    time: '2026-01-01T00:00:00.000Z',
    release: { product: 'shop', channel: 'stable', version: '1.1.0' },
    ...{ planHash: 'sha256:plan', run: { id: 7, attempt: 1 }, signature: null },
    ...draft,
  }))
}

describe('a decision that somebody was asked for', () => {
  const decideBy = '2026-01-01T01:00:00.000Z'
  const before = Date.parse(decideBy)
  const page: Draft = {
    kind: 'verdict',
    payload: {
      ...{ gate: 'stage', stage: 0, verdict: 'fail', reason: 'judged', evidence: [] },
      ...{ breach: 'page', decideBy },
    },
  }
  const resumed: Draft = {
    kind: 'decision',
    payload: { decision: 'resume', by: 'ada', reason: 'it is known' },
  }
  const at = (now: number, overdue: 'pause' | 'rollback' | undefined, ...more: Draft[]) => {
    const clock = { kind: 'external', unattended: 1000 } as const
    const clocked = overdue === undefined ? plan : { ...plan, clock: { ...clock, overdue } }
    const first: Draft = { kind: 'plan', payload: { plan: clocked } }
    const rollout = rolloutOf(entries([first, ...begun, page, ...more]))
    return rollout === undefined ? undefined : decide(rollout, now)
  }
  const late = `nobody decided until ${decideBy}: judged`

  test.each([
    ['until its time is over', before, undefined, { kind: 'paused', reason: 'judged' }],
    [
      'no longer: the traffic goes back',
      before + 1,
      undefined,
      { kind: 'roll-back', reason: late },
    ],
    ['no longer, as the clock says', before + 1, 'rollback', { kind: 'roll-back', reason: late }],
    ['for good where the clock says so', before + 1, 'pause', { kind: 'paused', reason: late }],
  ] as const)('is waited for %s', (_name, now, overdue, step) => {
    expect(at(now, overdue)).toEqual(step)
  })

  test('that was made in time holds', () => {
    expect(at(before + 1, undefined, resumed)).toEqual({ kind: 'analyse', stage: 0 })
  })
})

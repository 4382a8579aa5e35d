import { expect, test } from '@jest/globals'
import type { Draft, Entry } from '../../../src/domain/ledger/entry.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { recordGaps } from '../../../src/domain/rollout/record-gaps.ts'

const WEIGHTS = { blue: 90, green: 10 }
const stageOf = (weight: number) => ({ weight, bake: 1000, minRequests: 0 })
const plan: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 1000 },
  ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
  stages: [stageOf(10), stageOf(100)],
}
const intent = (stage: number): Draft => ({
  kind: 'intent',
  payload: { effect: 'shift', stage, reason: 'why', from: WEIGHTS, to: WEIGHTS },
})
const outcome = (stage: number): Draft => ({
  kind: 'outcome',
  payload: { effect: 'shift', stage, weights: WEIGHTS },
})
const judged = (stage: number, verdict: 'pass' | 'fail' = 'pass', gate = 'stage'): Draft => ({
  kind: 'verdict',
  payload: {
    ...{ gate, stage, verdict, reason: 'why', evidence: [] },
    breach: verdict === 'pass' ? 'none' : 'pause',
  },
})
const stage = (index: number) => [intent(index), outcome(index), judged(index)]

/** What is lacking of a chain that begins with its plan. */
function gaps(drafts: readonly Draft[], planSeq = 1): readonly string[] {
  const chain = [{ kind: 'plan', payload: { plan } } satisfies Draft, ...drafts]
  const entries: Entry[] = chain.map((draft, index) => ({
    ...{ schema: 1, id: `${index}`, seq: index + 1, previous: null, actor: 'ada', suite: '' },
    ...{ time: '2026-01-01T00:00:00Z', planHash: 'sha256:0', run: { id: 1, attempt: 1 } },
    ...{ release: { product: 'shop', channel: 'stable', version: '1.1.0' }, signature: null },
    ...draft,
  }))
  return recordGaps(entries, { plan, planSeq })
}

test('a stage that was intended, came about and passed lacks nothing, whatever lies between', () => {
  expect(gaps([...stage(0), ...stage(1)])).toEqual([])
  const late = [intent(0), intent(0), outcome(0), judged(0, 'fail'), judged(0), ...stage(1)]
  expect(gaps(late)).toEqual([])
})

test('a stage that a person skipped may never have had its weight', () => {
  expect(gaps([judged(0, 'pass', 'operator'), ...stage(1)])).toEqual([])
})

test.each<[string, readonly Draft[], readonly string[]]>([
  ['nothing', [], ['stage 1 has no pass', 'stage 2 has no pass']],
  ['a pass alone', [judged(0), ...stage(1)], ['stage 1 has no outcome']],
  ['no intent', [...stage(0), outcome(1), judged(1)], ['stage 2 has no intent']],
  ['no outcome', [intent(0), judged(0), ...stage(1)], ['stage 1 has no outcome']],
  [
    'a pass before the weight',
    [judged(0), intent(0), outcome(0), ...stage(1)],
    ['stage 1 has no outcome'],
  ],
  ['a fail', [...stage(0), intent(1), outcome(1), judged(1, 'fail')], ['stage 2 has no pass']],
])('%s is told', (_, drafts, lacking) => {
  expect(gaps(drafts)).toEqual(lacking)
})

test('what belongs to an older plan fills no gap', () => {
  expect(gaps([...stage(0), ...stage(1)], 4)).toEqual(['stage 1 has no pass'])
})

import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { plannedComparison } from '../../../src/domain/config/planned-comparison.ts'
import type { ComparedFinding } from '../../../src/domain/judging/compared-finding.ts'
import type { Entry } from '../../../src/domain/ledger/entry.ts'
import { comparisonBlocks, comparisonLine } from '../../../src/domain/report/comparison.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'

const STAGES = [10, 50, 100].map((weight) => ({ weight, bake: 3_600_000, minRequests: 0 }))
const CONFIG = loadConfig('product: shop\nobjectives: none\ncomparison: {}\n', '')
const COMPARISON = plannedComparison(CONFIG, STAGES, 'inline')
const PLAN: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c', strategy: 'canary', profile: '', interval: 30_000, objectives: [] },
  ...{ stages: STAGES, artefacts: [], desktopRolloutPercentage: 100 },
  ...(COMPARISON === undefined ? {} : { comparison: COMPARISON }),
}

const LATENCY: ComparedFinding = {
  ...{ name: 'latency', kind: 'latency', baseline: 91.64, canary: 137.5 },
  ...{ ratio: 1.503, low: 1.322, high: 1.71, n: 900, looks: 9 },
}
const ERRORS: ComparedFinding = {
  ...{ name: 'errors', kind: 'errors', baseline: 0.0021, canary: 0 },
  ...{ ratio: 0.4, low: 0, high: null, n: 900, looks: 9 },
}
const LAG: ComparedFinding = {
  ...{ name: 'lag', kind: 'lag', baseline: null, canary: 12, ratio: null, low: null, high: null },
  ...{ n: 9, looks: 0 },
}

const verdictOf = (
  stage: number,
  verdict: 'pass' | 'fail',
  findings: readonly ComparedFinding[],
): Entry => ({
  ...{ schema: 1, id: '1.1.a', seq: 4, previous: null, time: '2026-01-01T00:00:00.000Z' },
  release: { product: 'shop', channel: 'stable', version: '1.1.0' },
  ...{ planHash: null, actor: 'ada', run: { id: 1, attempt: 1 }, suite: '', signature: null },
  kind: 'verdict',
  payload: {
    ...{ gate: 'stage', stage, verdict, reason: 'r', breach: 'none' },
    evidence: [
      {
        name: 'comparison',
        verdict,
        question: 'q',
        answer: 'a',
        limit: 'l',
        findings: [...findings],
      },
    ],
  },
})

test('every stage that was compared has its rows, and the last one its picture', () => {
  const blocks = comparisonBlocks(PLAN, [
    verdictOf(0, 'pass', [ERRORS]),
    verdictOf(1, 'fail', [LATENCY, ERRORS, LAG]),
  ])
  expect(blocks).toEqual([
    'Compared with 1.0.0:',
    [
      '| Stage | Compared | 1.0.0 | 1.1.0 | Times |  | Looks |  |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 1 | errors | 0.21 % | 0 % | 0.4 | 0 to any | 9 | 🟢 pass |',
      '| 2 | latency | 91.64 ms | 137.5 ms | 1.5 | 1.32 to 1.71 | 9 | 🔴 fail |',
      '| 2 | errors | 0.21 % | 0 % | 0.4 | 0 to any | 9 | 🔴 fail |',
      '| 2 | lag | no value | 12 | not compared |  | 0 | 🔴 fail |',
    ].join('\n'),
    expect.stringContaining('title "1.1.0 in percent of 1.0.0"'),
  ])
  expect(blocks[2]).toContain('x-axis ["latency", "errors"]')
  expect(blocks[2]).toContain('bar [150, 0]')
})

test('nothing was compared, nothing is shown; what will be is said with its part of alpha', () => {
  expect(comparisonBlocks(PLAN, [])).toEqual([])
  expect(comparisonLine(PLAN)).toEqual([
    'Compared with 1.0.0 while both serve: latency, errors, in looks of 1m or longer; alpha 1 %, 0.5 % in each of 2 stages; breach rollback.',
  ])
  const { comparison: _, ...without } = PLAN
  expect(comparisonLine(without)).toEqual([])
})

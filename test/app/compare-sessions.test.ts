import { expect, test } from '@jest/globals'
import { nodeHttp } from '../../src/adapters/http/node-http.ts'
import { prometheus } from '../../src/adapters/prometheus/prometheus.ts'
import { compareStage } from '../../src/app/compare-stage.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { plannedComparison } from '../../src/domain/config/planned-comparison.ts'
import { looksIn, looksText } from '../../src/domain/rollout/looks-file.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { type Behaviour, fakePrometheus } from '../actions/fake-prometheus.ts'

const STAGES = [10, 100].map((weight) => ({ weight, bake: 3_600_000, minRequests: 0 }))
const SESSIONS = `{ name: crashes, kind: sessions,
  query: 'sessions_crashed_total{version="{version}"}', total: 'sessions_started_total{version="{version}"}' }`

function planOf(metrics: string): Plan {
  const text = `product: shop\nobjectives: none\ncomparison: { metrics: ${metrics} }\n`
  const comparison = plannedComparison(loadConfig(text, ''), STAGES, 'inline')
  if (comparison === undefined) throw new Error('nothing is compared')
  return {
    ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit: 'c', strategy: 'canary', profile: '', interval: 30_000, objectives: [] },
    ...{ stages: STAGES, artefacts: [], desktopRolloutPercentage: 100, comparison },
  }
}

const HEALTHY: Behaviour = { rpm: 400, sessions: 400, crashRate: 0.004 }

/** What the comparison says of both versions after so many minutes of the first stage. */
async function compared(
  baseline: Behaviour,
  canary: Behaviour,
  { minutes = 60, metrics = `[latency, errors, ${SESSIONS}]` } = {},
) {
  await using server = await fakePrometheus({ '1.0.0': baseline, '1.1.0': canary })
  const config = {
    ...({ provider: 'prometheus', url: server.url } as const),
    'requests-metric': 'http_requests_total',
    'duration-metric': 'http_request_duration_seconds',
  }
  const source = prometheus(
    config,
    nodeHttp({ timeoutMs: 5000, maxBytes: 1_000_000 }, () => {}),
  )
  const times = { from: new Date(0), to: new Date(minutes * 60_000 + 5000) }
  const answer = await compareStage({ plan: planOf(metrics), index: 0 }, times, source)
  if (answer === undefined) throw new Error('nothing was compared')
  // What the ledger keeps of it gives the same looks again.
  expect(looksIn(looksText(answer.looks))).toEqual(answer.looks)
  return answer.evidence
}

test('a version that crashes more often is stopped, and the figures say how much more often', async () => {
  const evidence = await compared(HEALTHY, { ...HEALTHY, rpm: 80, sessions: 80, crashRate: 0.05 })
  expect(evidence.verdict).toBe('fail')
  expect(evidence.answer).toMatch(/^crashes: 1\d\.?\d* times the baseline \(/)
  expect(evidence.findings?.at(-1)).toMatchObject({
    ...{ name: 'crashes', kind: 'sessions' },
    baseline: expect.closeTo(0.004, 2),
    canary: expect.closeTo(0.05, 1),
  })
})

test('one that crashes as often goes on, also where nothing but sessions is counted', async () => {
  const canary = { ...HEALTHY, rpm: 80, sessions: 80 }
  expect((await compared(HEALTHY, canary)).verdict).toBe('pass')
  const alone = await compared(HEALTHY, canary, { metrics: `[${SESSIONS}]` })
  expect(alone).toMatchObject({ verdict: 'pass', question: 'crashes of 1.1.0 against 1.0.0' })
  expect(alone.samples).toBeGreaterThan(1000)
})

test('few sessions are too few to promote on where nothing else is counted, and no reason to stop beside requests', async () => {
  const canary = { ...HEALTHY, rpm: 80, sessions: 1 }
  const alone = await compared(HEALTHY, canary, { metrics: `[${SESSIONS}]` })
  expect(alone.verdict).toBe('inconclusive')
  expect(alone.answer).toMatch(/^\d\d sessions of the canary, 100 are needed; /)
  expect((await compared(HEALTHY, canary)).verdict).toBe('pass')
})

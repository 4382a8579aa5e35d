import { describe, expect, test } from '@jest/globals'
import { NO_ALARM } from '../../src/app/alarm.ts'
import { observeStage } from '../../src/app/observe-stage.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'

const MINUTE = 60_000
const plan: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: MINUTE },
  stages: [{ weight: 10, bake: 5 * MINUTE, minRequests: 0 }],
  objectives: [
    {
      ...{ name: 'errors', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.01 },
      ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 1, consecutive: 3 },
    },
  ],
  ...{ artefacts: [], desktopRolloutPercentage: 100 },
}
const weights = { blue: 90, green: 10 }

/** A stage whose error rate is bad from one minute on, until another one. */
async function stage(bad: number, good = Number.POSITIVE_INFINITY) {
  let now = 0
  const lines: string[] = []
  const log = (line: string) => void lines.push(line)
  const verdict = await observeStage(
    { plan, index: 0, candidate: 'green', weights },
    {
      traffic: {
        weights: async () => weights,
        shift: async () => undefined,
        versionIn: async () => plan.version,
      },
      metrics: {
        async read(_objective, { to }) {
          const minute = to.getTime() / MINUTE
          const value = minute >= bad && minute < good ? 0.5 : 0
          return { value, samples: 100, question: 'q' }
        },
      },
      clock: {
        now: () => new Date(now),
        async sleep(ms) {
          now += ms
        },
      },
      log: { info: log, warning: log, error: log },
      signal: new AbortController().signal,
      alarm: NO_ALARM,
    },
  )
  return { verdict: verdict.verdict, minutes: now / MINUTE, looks: lines.length }
}

describe('a stage of five minutes that wants three breaches in a row', () => {
  test.each([
    ['is well', 99, undefined, 'pass', 5],
    ['turns bad early: it fails with the third', 2, undefined, 'fail', 4],
    ['was bad once', 2, 3, 'pass', 5],
    ['was bad twice', 2, 4, 'pass', 5],
    ['turns bad at its end: the third look is waited for', 5, undefined, 'fail', 7],
    ['turns bad at its end, and is well with the next look', 5, 6, 'pass', 6],
  ] as const)('%s', async (_name, bad, good, verdict, minutes) => {
    expect(await stage(bad, good)).toEqual({ verdict, minutes, looks: minutes })
  })
})

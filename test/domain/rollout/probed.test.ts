import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import type { PlannedClock } from '../../../src/domain/rollout/plan.ts'
import { assertProbed } from '../../../src/domain/rollout/probed.ts'

const PROBER = '{ provider: prober, path: /api, requests-per-look: 40 }'
const REMEMBERS = '{ provider: prometheus, url: https://prom.example }'

/** Whether a stage may wait for so many requests; the objective asks the source where there is one. */
function asked(
  minRequests: number,
  kind: PlannedClock['kind'] | 'inline',
  metrics = PROBER,
  source?: string,
): () => void {
  const named = source === undefined ? '' : ', source: own'
  const text = `product: shop
metrics: ${metrics}
objectives: [{ name: latency, metric: latency-p95, unit: milliseconds, limit: 500ms${named} }]
${source === undefined ? '' : `sources: { own: ${source} }`}
`
  const clock =
    kind === 'inline' ? {} : { clock: { kind, unattended: 1, overdue: 'pause' as const } }
  const plan = { stages: [{ weight: 25, bake: 1, minRequests }], ...clock }
  return () => assertProbed(plan, loadConfig(text, ''))
}

test.each(['schedule', 'external', 'watch'] as const)(
  'with clock %s a stage that waits for more requests than a tick sends is refused, as it would never pass',
  (kind) => {
    expect(asked(440, kind)).not.toThrow()
    expect(asked(441, kind)).toThrow(
      `the stage of 25 % has min-requests 441, and with clock ${kind} the prober sends at most 440 while a tick looks`,
    )
  },
)

test('a run that watches all of a stage counts the probes of all its looks', () => {
  expect(asked(1000, 'inline')).not.toThrow()
})

test('what is asked is the source of the objective', () => {
  expect(asked(1000, 'schedule', REMEMBERS)).not.toThrow()
  expect(asked(1000, 'schedule', PROBER, REMEMBERS)).not.toThrow()
  expect(asked(1000, 'schedule', REMEMBERS, PROBER)).toThrow('it would never pass')
})

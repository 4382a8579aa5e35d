import { expect, test } from '@jest/globals'
import { alarmOf } from '../../src/app/alarm.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Evidence, VerdictKind } from '../../src/domain/judging/verdict.ts'
import type { Notice } from '../../src/domain/report/notice.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { type RELEASE, rig } from './ledger-rig.ts'

type Release = typeof RELEASE
const planOf = (interval: number): Plan => ({
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval },
  stages: [10, 100].map((weight) => ({ weight, bake: 1000, minRequests: 0 })),
  objectives: [
    {
      ...{ name: 'parse-errors', metric: 'custom', query: 'q', unit: 'count', limit: 10 },
      ...{ direction: 'at-most', onBreach: 'notify', minSamples: 1, who: 'qa' },
    },
  ],
  ...{ artefacts: [], desktopRolloutPercentage: 100 },
})
const plan = planOf(1000)
const release: Release = { product: 'shop', channel: 'stable', version: '1.1.0' }
const seen = (verdict: VerdictKind): Evidence => ({
  ...{ name: 'parse-errors', verdict, question: 'q', answer: '12\ud800', limit: 'at most 10' },
})

/** Two runs that look at a release, one after the other; each look is a stage and what was seen. */
async function told(
  runs: readonly (readonly (readonly [stage: number, verdict: VerdictKind, plan?: Plan])[])[],
  isBroken = false,
) {
  const { alone, stands } = rig()
  const notices: Notice[] = []
  const warnings: string[] = []
  const note = (line: string) => void warnings.push(line)
  const log = { info: note, warning: note, error: note }
  const notifier = { tell: async (notice: Notice) => void notices.push(notice) }
  const channel = { name: 'Slack', events: ['breached', 'paged'], secret: 'S', notifier } as const
  await alone((ledger) =>
    ledger.append(release, () => ({ draft: { kind: 'plan', payload: { plan } }, planHash: 'p' })),
  )
  for (const looks of runs)
    await alone(async (ledger, process) => {
      if (isBroken)
        ledger.append = async () => {
          throw new Failure('refused', 'a rule forbids the push')
        }
      const ports = { ledger, clock: process.clock(), log, notices: { channels: [channel], log } }
      const alarm = alarmOf('https://github.example/runs/1', ports)
      for (const [index, verdict, other = plan] of looks)
        await alarm.look({ plan: other, index }, [seen(verdict)])
    })
  const alarms = stands().flatMap((e) => (e.kind === 'alarm' ? [e.payload.stage] : []))
  return { alarms, warnings, reasons: notices.map(({ reason }) => reason) }
}

const LINE = 'for qa: parse-errors: 12\ud800, wanted at most 10'

test('each stage is told once, whoever looks how often', async () => {
  const looks = [
    [0, 'fail'],
    [0, 'fail'],
  ] as const
  const { alarms, reasons } = await told([looks, [...looks, [1, 'fail']]])
  expect(alarms).toEqual([0, 1])
  expect(reasons).toEqual([LINE, LINE])
})

test('what is well, what nobody knows and what belongs to another plan is not told', async () => {
  const quiet = [
    [0, 'pass'],
    [0, 'inconclusive'],
    [0, 'fail', planOf(2000)],
  ] as const
  expect(await told([quiet])).toEqual({ alarms: [], reasons: [], warnings: [] })
})

test('what cannot be recorded is told all the same, with a warning', async () => {
  const { alarms, reasons, warnings } = await told([[[0, 'fail']]], true)
  expect([alarms, reasons]).toEqual([[], [LINE]])
  expect(warnings).toEqual(['the alarm is not recorded: a rule forbids the push'])
})

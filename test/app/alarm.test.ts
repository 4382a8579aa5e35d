import { expect, test } from '@jest/globals'
import { alarmOf, pageAgain } from '../../src/app/alarm.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Evidence, VerdictKind } from '../../src/domain/judging/verdict.ts'
import type { Notice } from '../../src/domain/report/notice.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
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
  const said: Notice[] = []
  const warnings: string[] = []
  const note = (line: string) => void warnings.push(line)
  const log = { info: note, warning: note, error: note }
  const notifier = { tell: async (notice: Notice) => void said.push(notice) }
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
      const notices = { channels: [channel], tried: new Set<string>(), log }
      const ports = { ledger, clock: process.clock(), notices }
      const alarm = alarmOf('https://github.example/runs/1', ports)
      for (const [index, verdict, other = plan] of looks)
        await alarm.look({ plan: other, index }, [seen(verdict)])
    })
  const alarms = stands().flatMap((e) => (e.kind === 'alarm' ? [e.payload.stage] : []))
  return { alarms, warnings, reasons: said.map(({ reason }) => reason) }
}

const LINE = 'for qa: parse-errors: 12\ud800, wanted at most 10'
const RECORDED = LINE.toWellFormed()

test('each stage is told once, whoever looks how often', async () => {
  const looks = [
    [0, 'fail'],
    [0, 'fail'],
  ] as const
  const { alarms, reasons } = await told([looks, [...looks, [1, 'fail']]])
  expect(alarms).toEqual([0, 1])
  expect(reasons).toEqual([RECORDED, RECORDED])
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

test('who could not be told of an alarm or of a question is told by the next run, once', async () => {
  const { alone, stands } = rig()
  const said: string[] = []
  let isDown = true
  const tell = async ({ event, reason }: Notice) => {
    if (isDown) throw new Failure('server-error', 'Slack answered 503')
    said.push(`${event}: ${reason}`)
  }
  const log = { info: () => undefined, warning: () => undefined, error: () => undefined }
  const notifier = { tell }
  const channel = { name: 'Slack', events: ['breached', 'paged'], secret: 'S', notifier } as const
  const run = (work: (alarm: ReturnType<typeof alarmOf>) => Promise<void>) =>
    alone(async (ledger, process) => {
      const notices = { channels: [channel], tried: new Set<string>(), log }
      await work(alarmOf('', { ledger, clock: process.clock(), notices }))
    })
  const evidence = [{ ...seen('fail'), answer: '12' }]
  const decideBy = '2026-03-01T22:00:00Z'
  const verdict = {
    ...({ gate: 'stage', stage: 0, verdict: 'fail', reason: 'why', breach: 'page' } as const),
    ...{ evidence, decideBy },
  }
  await alone(async (ledger) => {
    await ledger.append(release, () => ({
      draft: { kind: 'plan', payload: { plan } },
      planHash: 'p',
    }))
    await ledger.append(release, () => ({
      draft: { kind: 'verdict', payload: verdict },
      planHash: 'p',
    }))
  })
  const look = () =>
    run(async (alarm) => {
      await alarm.look({ plan, index: 0 }, evidence)
      const state = rolloutOf(stands())
      if (state !== undefined) await pageAgain(state, alarm)
    })
  await look()
  expect(said).toEqual([])
  isDown = false
  await look()
  await look()
  expect(said).toEqual(['breached: for qa: parse-errors: 12, wanted at most 10', 'paged: why'])
  expect(stands().map(({ kind }) => kind)).toEqual(['plan', 'verdict', 'alarm', 'told', 'told'])
})

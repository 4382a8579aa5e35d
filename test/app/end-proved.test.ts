import { expect, test } from '@jest/globals'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { seeded } from '../fakes/random.ts'
import { folderOf } from '../simulation/record.ts'
import { NEW, Rig, SCOPE } from '../simulation/rig.ts'

const RUN = { id: 1, attempt: 1 }
const SUCCESS = new Map([['deploy-release', 'success'] as const])

test('[A12] a release whose own record has a fault is not completed, and the end names it', async () => {
  const ended = async (isTampered: boolean) => {
    const rig = new Rig({ random: seeded(3), faults: () => 'none', health: () => 'good' })
    let end: unknown
    rig.world.task(async () => {
      const run = <T>(name: string, work: Parameters<typeof rig.world.process<T>>[1]) =>
        rig.world.process(name, work)
      const plan = await run('1.1/plan', (p) => rig.plan(p, RUN, NEW, 'direct'))
      const planHash = plan.kind === 'done' ? plan.value.planHash : ''
      await run('1.1/deploy', (p) => rig.promote(p, RUN, NEW, { 'plan-hash': planHash }))
      const payload = { decision: 'resume', by: 'mallory', reason: 'x' } as const
      // Whole as a chain, but of a plan that this release never had.
      const foreign = {
        draft: { kind: 'decision', payload },
        planHash: `sha256:${'0'.repeat(64)}`,
      } as const
      const key = { ...SCOPE, version: NEW }
      if (isTampered) await run('2.1/x', (p) => rig.ports(p, RUN).ledger.append(key, () => foreign))
      end = await run('1.1/finalize', (p) => rig.finalize(p, RUN, NEW, SUCCESS, planHash))
    })
    await rig.world.run()
    return { end, result: rolloutOf(rig.branch.entries(folderOf(NEW)))?.result }
  }
  const good = await ended(false)
  expect(good).toMatchObject({
    result: 'completed',
    end: { value: { verdict: { verdict: 'pass' } } },
  })
  const bad = await ended(true)
  expect(bad).toMatchObject({
    result: 'failed',
    end: {
      value: {
        verdict: {
          verdict: 'inconclusive',
          reason: expect.stringContaining(
            'ledger: releases/shop/stable/1.1.0/000005-decision.json: it names the plan sha256:000',
          ),
        },
      },
    },
  })
})

test('[A12] a record by which every stage has passed, and none had its weight, completes nothing', async () => {
  const rig = new Rig({ random: seeded(3), faults: () => 'none', health: () => 'good' })
  let end: unknown
  rig.world.task(async () => {
    const plan = await rig.world.process('1.1/plan', (p) => rig.plan(p, RUN, NEW, 'direct'))
    const planHash = plan.kind === 'done' ? plan.value.planHash : ''
    const pass = { gate: 'stage', stage: 0, verdict: 'pass', reason: 'trust me' } as const
    const draft = {
      kind: 'verdict' as const,
      payload: { ...pass, evidence: [], breach: 'none' as const },
    }
    await rig.world.process('2.1/x', (p) =>
      rig.ports(p, RUN).ledger.append({ ...SCOPE, version: NEW }, () => ({ draft, planHash })),
    )
    end = await rig.world.process('1.1/finalize', (p) =>
      rig.finalize(p, RUN, NEW, SUCCESS, planHash),
    )
  })
  await rig.world.run()
  expect(rolloutOf(rig.branch.entries(folderOf(NEW)))?.result).toBe('failed')
  expect(end).toMatchObject({
    value: {
      verdict: {
        verdict: 'inconclusive',
        reason: 'ledger: stage 1 has no outcome, wanted no fault',
      },
    },
  })
})

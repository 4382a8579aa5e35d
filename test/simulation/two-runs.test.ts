import { describe, expect, test } from '@jest/globals'
import { type PromoteInputs, promote } from '../../src/app/promote.ts'
import { recordRelease } from '../../src/app/record-release.ts'
import type { JobResult } from '../../src/domain/release/outcome.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Traffic } from '../../src/ports/traffic.ts'
import type { Ended } from '../fakes/world.ts'
import { FIRST, INPUTS, planned, SECOND } from './planned.ts'
import { NEW, type Rig } from './rig.ts'

describe('a shift of one run is on its way while another run acts', () => {
  /** The first run's shifts reach the router `ms` later. */
  const slowly = (rig: Rig, traffic: Traffic, ms: number): Traffic => ({
    ...traffic,
    shift: async (to, audience) => {
      await rig.world.at(rig.world.now + ms)
      return traffic.shift(to, audience)
    },
  })

  test.each([0, 500, 2000, 9000])('%i ms late: a roll back has the last word', async (ms) => {
    const { rig, run, result } = await planned()
    const ends: Ended<unknown>[] = []
    const late = rig.world.process('1.1/deploy', (process) => {
      const ports = rig.ports(process, FIRST)
      return promote(INPUTS, rig.config, { ...ports, traffic: slowly(rig, ports.traffic, ms) })
    })
    await run(async () => {
      while (!rig.branch.entries('releases/').some((e) => e.kind === 'intent'))
        await rig.world.at(rig.world.now + 10)
      ends.push(
        await rig.world.process('2.1/back', (p) =>
          rig.promote(p, SECOND, NEW, { operation: 'roll-back' }),
        ),
      )
      await late
    })
    expect(ends).toMatchObject([{ kind: 'done' }])
    expect(rig.router.weightOf(NEW)).toBe(0)
    expect(result()).toBe('rolled-back')
  })

  test.each([500, 9000])(
    '%i ms late, and its run dies with it: a roll back has the last word',
    async (ms) => {
      const { rig, run, result } = await planned(({ process, site }) =>
        process === '1.1/deploy' && site === 'router.shift' ? 'crash-after' : 'none',
      )
      const late = rig.world.process('1.1/deploy', (process) => {
        const ports = rig.ports(process, FIRST)
        return promote(INPUTS, rig.config, { ...ports, traffic: slowly(rig, ports.traffic, ms) })
      })
      await run(async () => {
        while (!rig.branch.entries('releases/').some((e) => e.kind === 'intent'))
          await rig.world.at(rig.world.now + 10)
        await rig.world.process('2.1/back', (p) =>
          rig.promote(p, SECOND, NEW, { operation: 'roll-back' }),
        )
        await late
      })
      expect(rig.router.weightOf(NEW)).toBe(0)
      expect(result()).toBe('rolled-back')
    },
  )

  test('two roll backs at once: neither ends the release before the shift has landed', async () => {
    const { rig, run, result, invariants } = await planned()
    const late = rig.world.process('1.1/deploy', (process) => {
      const ports = rig.ports(process, FIRST)
      return promote(INPUTS, rig.config, { ...ports, traffic: slowly(rig, ports.traffic, 9000) })
    })
    await run(async () => {
      while (!rig.branch.entries('releases/').some((e) => e.kind === 'intent'))
        await rig.world.at(rig.world.now + 10)
      const back = (id: number) =>
        rig.world.process(`${id}.1/back`, (p) =>
          rig.promote(p, { id, attempt: 1 }, NEW, { operation: 'roll-back' }),
        )
      await Promise.all([back(2), back(3), late])
    })
    expect(invariants.violations).toEqual([])
    expect(rig.router.weightOf(NEW)).toBe(0)
    expect(result()).toBe('rolled-back')
  })

  test.each([0, 500, 2000, 9000])('%i ms late: another run waits for it', async (ms) => {
    const { rig, run, invariants } = await planned()
    const late = rig.world.process('1.1/deploy', (process) => {
      const ports = rig.ports(process, FIRST)
      return promote(INPUTS, rig.config, { ...ports, traffic: slowly(rig, ports.traffic, ms) })
    })
    await run(async () => {
      while (!rig.branch.entries('releases/').some((e) => e.kind === 'intent'))
        await rig.world.at(rig.world.now + 10)
      await rig.world.process('2.1/deploy', (p) => rig.promote(p, SECOND, NEW))
      await late
    })
    expect(invariants.violations).toEqual([])
    expect(rolloutOf(invariants.planned(NEW))?.stage).toBe(4)
    expect(rig.router.weightOf(NEW)).toBe(100)
  })
})

describe('the end of a release', () => {
  const jobs = new Map<string, JobResult>([['deploy-release', 'success']])

  test('is recorded before anything is published: a roll back is either earlier or refused', async () => {
    const { rig, run, result } = await planned()
    await run(() => rig.world.process('1.1/deploy', (p) => rig.promote(p, FIRST, NEW)))
    const ends: Ended<unknown>[] = []
    await run(() =>
      rig.world.process('1.1/finalize', async (process) => {
        const ports = rig.ports(process, FIRST)
        const { planHash } =
          rolloutOf(
            await ports.ledger.entries({ product: 'shop', channel: 'stable', version: NEW }),
          ) ?? {}
        const publish: typeof ports.releases.publish = async (release) => {
          ends.push(
            await rig.world.process('2.1/back', (p) =>
              rig.promote(p, SECOND, NEW, { operation: 'roll-back' }),
            ),
          )
          return ports.releases.publish(release)
        }
        const request = {
          version: NEW,
          'plan-hash': planHash,
          jobs,
          report: 'pipeline',
          runUrl: '',
          'dry-run': false,
        } as const
        return recordRelease(request, rig.config, {
          ...ports,
          releases: { ...ports.releases, publish },
        })
      }),
    )
    expect(ends).toMatchObject([{ kind: 'failed', failure: { code: 'ended' } }])
    expect(rig.page.isDraft(`v${NEW}`)).toBe(false)
    expect(result()).toBe('completed')
    expect(rig.router.weightOf(NEW)).toBe(100)
  })

  test('is not undone by a roll back that was decided before it', async () => {
    const { rig, run, result } = await planned()
    await run(() => rig.world.process('1.1/deploy', (p) => rig.promote(p, FIRST, NEW)))
    const planHash = rolloutOf(rig.branch.entries('releases/'))?.planHash
    const ends: Ended<unknown>[] = []
    const back = rig.world.process('2.1/back', (process) => {
      const ports = rig.ports(process, SECOND)
      const weights = async () => {
        if (result() === undefined)
          await rig.world.process('1.1/finalize', (p) =>
            rig.finalize(p, FIRST, NEW, jobs, planHash),
          )
        return ports.traffic.weights()
      }
      const inputs: PromoteInputs = { ...INPUTS, operation: 'roll-back' }
      return promote(inputs, rig.config, { ...ports, traffic: { ...ports.traffic, weights } })
    })
    await run(async () => void ends.push(await back))
    expect(ends).toMatchObject([{ kind: 'failed', failure: { code: 'ended' } }])
    expect(result()).toBe('completed')
    expect(rig.router.weightOf(NEW)).toBe(100)
  })

  test('green jobs publish nothing that the record does not call complete', async () => {
    const { rig, run, result } = await planned()
    const ends: unknown[] = []
    await run(async () => {
      await rig.world.process('1.1/deploy', (p) => rig.promote(p, FIRST, NEW, { stages: 'one' }))
      const planHash = rolloutOf(rig.branch.entries('releases/'))?.planHash
      ends.push(
        await rig.world.process('1.1/finalize', (p) => rig.finalize(p, FIRST, NEW, jobs, planHash)),
      )
    })
    expect(ends).toMatchObject([{ value: { verdict: { verdict: 'inconclusive' } } }])
    expect(rig.page.isDraft(`v${NEW}`)).toBe(true)
    expect(result()).toBe('failed')
  })
})

test('a version that dies between two stages is taken back, not started anew under its users', async () => {
  const { rig, run, result, invariants } = await planned()
  await run(() =>
    rig.world.process('1.1/deploy', (p) => rig.promote(p, FIRST, NEW, { stages: 'one' })),
  )
  expect(rig.router.weightOf(NEW)).toBe(10)
  rig.router.running.delete('green')
  const ends: unknown[] = []
  await run(
    async () =>
      void ends.push(await rig.world.process('1.1/next', (p) => rig.promote(p, FIRST, NEW))),
  )
  expect(ends).toMatchObject([{ value: { verdict: { verdict: 'fail' } } }])
  expect(rig.router.weights).toEqual({ blue: 100, green: 0 })
  expect(result()).toBe('rolled-back')
  expect(invariants.violations).toEqual([])
})

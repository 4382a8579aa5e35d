import { expect, test } from '@jest/globals'
import { promote } from '../../src/app/promote.ts'
import type { Traffic } from '../../src/ports/traffic.ts'
import type { Ended } from '../fakes/world.ts'
import { FIRST, INPUTS, planned, SECOND } from './planned.ts'
import { NEW } from './rig.ts'

test('what a person sets at the router between two stages is not overwritten, and the next run judges it', async () => {
  const { rig, invariants, run, result } = await planned()
  const byHand = { blue: 63, green: 37 }
  rig.world.watch((effect) => {
    if (effect.kind === 'commit' && effect.entry?.kind === 'verdict' && effect.entry.seq === 4)
      rig.router.setByHand(byHand)
  })
  const ends: Ended<unknown>[] = []
  const deploy = (name: string) => rig.world.process(name, (p) => rig.promote(p, FIRST, NEW))
  await run(async () => ends.push(await deploy('1.1/deploy')))
  expect(ends).toMatchObject([{ kind: 'failed', failure: { code: 'moved' } }])
  expect(rig.router.weights).toEqual(byHand)
  await run(async () => ends.push(await deploy('1.1/again')))
  expect(ends[1]).toMatchObject({ value: { verdict: { verdict: 'fail' } } })
  expect(rig.router.weights).toEqual({ blue: 100, green: 0 })
  expect(result()).toBe('rolled-back')
  expect(invariants.violations).toEqual([])
})

test('what another run has shifted after the same verdict is its step, and not the hand of a person', async () => {
  const { rig, invariants, run } = await planned()
  let judged = false
  rig.world.watch((effect) => {
    if (effect.kind === 'commit' && effect.entry?.kind === 'verdict') judged = true
  })
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await rig.world.at(rig.world.now + 10)
  }
  const second = 25
  const ends: Ended<unknown>[] = []
  // Between its verdict and the second stage it is so slow that the other run shifts before it.
  const slow = rig.world.process('1.1/deploy', (process) => {
    const ports = rig.ports(process, FIRST)
    const versionIn: Traffic['versionIn'] = async (slot) => {
      if (judged) await until(() => rig.router.weightOf(NEW) >= second)
      return ports.traffic.versionIn(slot)
    }
    return promote(INPUTS, rig.config, { ...ports, traffic: { ...ports.traffic, versionIn } })
  })
  await run(async () => {
    await until(() => judged)
    await rig.world.process('2.1/deploy', (p) => rig.promote(p, SECOND, NEW))
    ends.push(await slow)
  })
  expect(ends).toMatchObject([{ kind: 'failed', failure: { code: 'overtaken' } }])
  expect(invariants.violations).toEqual([])
  expect(rig.router.weightOf(NEW)).toBe(100)
})

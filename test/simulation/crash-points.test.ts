import { describe, expect, test } from '@jest/globals'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Call, Fault } from '../fakes/fault.ts'
import { seeded } from '../fakes/random.ts'
import type { Health } from '../fakes/service.ts'
import { Invariants } from './invariants.ts'
import { Rig } from './rig.ts'

const VERSION = '1.1.0'
const FAULTS: readonly Fault[] = ['fail-before', 'fail-after', 'crash-before', 'crash-after']

interface Outcome {
  readonly result: string | undefined
  readonly stage: number | undefined
  readonly weight: number
  readonly violations: readonly string[]
  /** Sites of the first run's calls. */
  readonly sites: readonly string[]
  readonly verdict: string
}

interface Interrupted {
  readonly health: Health
  /** What is interrupted: the rollout; or, after its first stage, a person's way back or that of a job whose checks fail. */
  readonly job: 'deploy' | 'back' | 'withdraw'
  readonly strike: (call: Call) => Fault
  /** Id of the run that goes on. */
  readonly again: number
}

/** A job with a fault at one call, then the rollout again without any. */
async function interrupted({ health, job, strike, again }: Interrupted): Promise<Outcome> {
  const sites: string[] = []
  const faults = (call: Call) => {
    if (call.process !== `1.1/${job}`) return 'none'
    sites.push(call.site)
    return strike(call)
  }
  const rig = new Rig({ random: seeded(7), faults, health: () => health })
  const invariants = new Invariants(rig)
  const first = { id: 1, attempt: 1 }
  const run = { id: again, attempt: 3 - again }
  const stages = job === 'deploy' ? 'all' : 'one'
  let verdict = ''
  rig.world.task(async () => {
    await rig.world.process('1.1/plan', (p) => rig.plan(p, first, VERSION, 'canary'))
    await rig.world.process('1.1/deploy', (p) => rig.promote(p, first, VERSION, { stages }))
    const operation = job === 'back' ? 'roll-back' : 'withdraw'
    if (job !== 'deploy')
      await rig.world.process(`1.1/${job}`, (p) =>
        rig.promote(p, first, VERSION, { operation, reason: 'why' }),
      )
    const ended = await rig.world.process(`${run.id}.${run.attempt}/again`, (p) =>
      rig.promote(p, run, VERSION),
    )
    verdict = ended.kind === 'done' ? ended.value.verdict.verdict : ended.kind
  })
  await rig.world.run()
  const rollout = rolloutOf(invariants.planned(VERSION))
  const { violations } = invariants
  const weight = rig.router.weightOf(VERSION)
  return { result: rollout?.result, stage: rollout?.stage, weight, violations, sites, verdict }
}

/** The same with each fault at each call in turn. */
async function everyCall(options: Omit<Interrupted, 'strike'>, fault: Fault) {
  const { sites } = await interrupted({ ...options, strike: () => 'none' })
  const ends = []
  for (const [index, site] of sites.entries()) {
    const strike = (call: Call): Fault => (call.index === index ? fault : 'none')
    const end = await interrupted({ ...options, strike })
    ends.push({ where: `${fault} at call ${index}, ${site}`, ...end })
  }
  return ends
}

const COMPLETE = { result: undefined, stage: 4, weight: 100, violations: [], verdict: 'pass' }
const BACK = { result: 'rolled-back', weight: 0, violations: [] }

describe.each([
  ['the second attempt of the run', 1],
  ['another run', 2],
])('a job is interrupted at every call and the rollout continued by %s', (_name, again) => {
  test.each(FAULTS)(
    'a healthy version: %s',
    async (fault) => {
      const ends = await everyCall({ health: 'good', job: 'deploy', again }, fault)
      expect(ends.length).toBeGreaterThan(60)
      for (const end of ends) {
        // A question that got no answer at the end of a bake takes the traffic back; a death alone never does.
        const isBack = end.result === 'rolled-back' && fault.startsWith('fail')
        expect(end).toMatchObject({ where: end.where, ...(isBack ? BACK : COMPLETE) })
      }
    },
    120_000,
  )

  test.each(FAULTS)(
    'a faulty version: %s',
    async (fault) => {
      const ends = await everyCall({ health: 'bad', job: 'deploy', again }, fault)
      for (const end of ends) expect(end).toMatchObject({ where: end.where, ...BACK })
    },
    120_000,
  )

  const ways = FAULTS.flatMap((fault) => [
    ['a person', 'back', fault] as const,
    ['a job whose checks fail', 'withdraw', fault] as const,
  ])
  test.each(ways)(
    '%s takes it back (%s): %s',
    async (_who, job, fault) => {
      const ends = await everyCall({ health: 'good', job, again }, fault)
      const gone = ends.filter((end) => end.result === 'rolled-back')
      expect(gone.length).toBeGreaterThan(3)
      // Before the way back has begun the release goes on; after that it is gone to its end.
      for (const end of ends)
        expect(end).toMatchObject({ where: end.where, ...(gone.includes(end) ? BACK : COMPLETE) })
    },
    120_000,
  )
})

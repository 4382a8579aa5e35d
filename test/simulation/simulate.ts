import { FREEZE_LABELS, freezeBody } from '../../src/domain/report/freeze-issue.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { seeded } from '../fakes/random.ts'
import type { Fault, Process } from '../fakes/world.ts'
import { atRest, cleanRun } from './clean-run.ts'
import { Invariants } from './invariants.ts'
import { pipeline } from './pipeline.ts'
import { isFreeze } from './record.ts'
import { freezeRequest, NEW, NEXT, OLD, Rig } from './rig.ts'
import { type Rival, type Scenario, scenarioOf } from './scenario.ts'

/** What one seed led to. */
export interface Simulated {
  readonly scenario: Scenario
  readonly violations: readonly string[]
  /** Every call, when it was asked for. */
  readonly trace: readonly string[]
  /** `<fault> <site>` that struck. */
  readonly struck: ReadonlySet<string>
  /** How each release ended, for "sometimes" assertions. */
  readonly results: readonly string[]
}

/** One world from one seed: chaos, then a clean run, then the question whether all is well. */
export async function simulate(seed: number, trace = false): Promise<Simulated> {
  const random = seeded(seed)
  const scenario = scenarioOf(random)
  const faulty = (): Fault => faultOf(scenario, random)
  const rig = new Rig({
    random,
    lag: scenario.lag,
    slow: scenario.slow,
    trace,
    onBreach: scenario.onBreach,
    faults: ({ site }) => (site.startsWith(scenario.site) ? faulty() : 'none'),
    health: (_version, now) => healthAt(scenario, now - start, random),
  })
  const start = rig.world.now
  const invariants = new Invariants(rig)
  const bugs: unknown[] = []
  await begin(rig, scenario)
  actors(rig, scenario, bugs)
  await rig.world.run()
  const chaos = [...invariants.violations]
  bugs.push(...(await cleanRun(rig, scenario, invariants)))
  const violations = [
    ...new Set(chaos.concat(invariants.violations)),
    ...bugs.map((b) => `unexpected: ${b instanceof Error ? b.stack : String(b)}`),
    ...atRest(rig),
  ]
  const results = invariants.versions.map((v) => resultOf(invariants, v))
  return { scenario, violations, trace: rig.world.trace, struck: rig.world.struck, results }
}

/** Where faults may strike few calls only, they strike them often. */
function faultOf({ faultRate, crashShare, site }: Scenario, random: () => number): Fault {
  const rate = site.includes('.') ? 0.5 : site === '' ? faultRate : faultRate * 3
  if (random() >= rate) return 'none'
  const when = random() < 0.5 ? 'before' : 'after'
  return `${random() < crashShare ? 'crash' : 'fail'}-${when}`
}

function healthAt(scenario: Scenario, since: number, random: () => number) {
  if (random() < scenario.noise) return 'unreachable'
  return since < scenario.turnsAt ? scenario.early : scenario.late
}

/** What stands before the first run. */
async function begin(rig: Rig, { frozenBefore }: Scenario): Promise<void> {
  const { world, list } = rig
  if (frozenBefore === 'no') return
  if (frozenBefore === 'issue') {
    const body = freezeBody({ ...freezeRequest('0.9.0'), seq: 1 })
    list.open({ title: 'Release freeze', body, labels: FREEZE_LABELS })
  } else {
    world.calm = true
    const run = { id: 20, attempt: 1 }
    world.task(
      async () => void (await world.process('20.1/freeze', (p) => rig.freeze(p, run, '0.9.0'))),
    )
    await world.run()
    world.calm = false
  }
  if (frozenBefore === 'lifted') for (const { number } of list.all) list.close(number, 'ada')
  world.now += 60_000
}

function actors(rig: Rig, scenario: Scenario, bugs: unknown[]): void {
  const { world } = rig
  const start = world.now
  const live: Process[] = []
  const options = {
    strategy: scenario.strategy,
    diesWhole: () => world.random() < scenario.diesWhole,
  }
  const run = (id: number, version: string) =>
    pipeline(rig, { id, attempt: 1 }, { ...options, version, onProcess: (p) => live.push(p) })
  world.task(async () => void bugs.push(...(await run(1, NEW))))
  for (const [index, { rival, at }] of scenario.rivals.entries())
    world.task(async () => {
      await world.at(start + at)
      bugs.push(...(await compete(rig, rival, index + 2, run)))
    })
  world.task(async () => {
    if (scenario.diesAt === undefined) return
    await world.at(start + scenario.diesAt)
    for (const [slot, version] of rig.router.running)
      if (version !== OLD) rig.router.running.delete(slot)
  })
  world.task(async () => {
    if (scenario.cancelledAt === undefined) return
    await world.at(start + scenario.cancelledAt)
    live.at(-1)?.cancel()
  })
  world.task(() => closeFreezes(rig, scenario, start))
}

/** A person who looks at the issues every two minutes. */
async function closeFreezes(rig: Rig, { closer }: Scenario, start: number): Promise<void> {
  if (closer === undefined) return
  for (let minutes = 2; minutes <= 14; minutes += 2) {
    await rig.world.at(start + minutes * 60_000)
    for (const issue of rig.list.all.filter(isFreeze)) rig.list.close(issue.number, closer)
  }
}

async function compete(
  rig: Rig,
  rival: Rival,
  id: number,
  run: (id: number, version: string) => Promise<unknown[]>,
): Promise<unknown[]> {
  const me = { id, attempt: 1 }
  if (rival === 'same-release') return run(id, NEW)
  if (rival === 'next-release') return run(id, NEXT)
  const ended = await rig.world.process(`${id}.1/${rival}`, async (process) => {
    if (rival === 'freeze') return rig.freeze(process, me, NEW)
    if (rival === 'promote') return rig.promote(process, me, NEW, { promote_immediately: true })
    return rig.promote(process, me, NEW, { operation: 'roll-back' })
  })
  return ended.kind === 'bug' ? [ended.error] : []
}

function resultOf(invariants: Invariants, version: string): string {
  return rolloutOf(invariants.planned(version))?.result ?? 'open'
}

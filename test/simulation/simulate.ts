import { digest } from '../../src/adapters/digest.ts'
import { readChain } from '../../src/domain/ledger/chain.ts'
import { openFreezePath } from '../../src/domain/ledger/path.ts'
import { freezeBody } from '../../src/domain/report/freeze-issue.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { seeded } from '../fakes/random.ts'
import type { Fault, Process } from '../fakes/world.ts'
import { folderOf, Invariants, isFreeze } from './invariants.ts'
import { pipeline } from './pipeline.ts'
import { freezeRequest, OLD, Rig, SCOPE } from './rig.ts'
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

const NEW = '1.1.0'
const NEXT = '1.2.0'

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
  begin(rig, scenario)
  actors(rig, scenario, bugs)
  await rig.world.run()
  const chaos = [...invariants.violations]
  await cleanRun(rig, scenario, invariants, bugs)
  const violations = [
    ...new Set(chaos.concat(invariants.violations)),
    ...bugs.map((b) => `unexpected: ${b instanceof Error ? b.stack : String(b)}`),
    ...atRest(rig, invariants),
  ]
  const results = invariants.versions.map((v) => resultOf(invariants, v))
  return { scenario, violations, trace: rig.world.trace, struck: rig.world.struck, results }
}

function faultOf({ faultRate, crashShare }: Scenario, random: () => number): Fault {
  if (random() >= faultRate) return 'none'
  const when = random() < 0.5 ? 'before' : 'after'
  return `${random() < crashShare ? 'crash' : 'fail'}-${when}`
}

function healthAt(scenario: Scenario, since: number, random: () => number) {
  if (random() < scenario.noise) return 'unreachable'
  return since < scenario.turnsAt ? scenario.early : scenario.late
}

/** What stands before the first run. */
function begin(rig: Rig, { frozenBefore }: Scenario): void {
  if (frozenBefore === 'no') return
  const body = freezeBody({ ...freezeRequest('0.9.0'), seq: 1 })
  const { number } = rig.list.open({ title: 'Release freeze', body, labels: [] })
  if (frozenBefore === 'lifted') rig.list.close(number, 'ada')
  rig.world.now += 60_000
}

function actors(rig: Rig, scenario: Scenario, bugs: unknown[]): void {
  const { world } = rig
  const start = world.now
  const live: Process[] = []
  const options = { strategy: scenario.strategy, diesWhole: () => world.random() < scenario.diesWhole }
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

/** No more faults: each open release goes on; what cannot go on is taken back, as its issue tells a person to do. */
async function cleanRun(
  rig: Rig,
  { strategy }: Scenario,
  invariants: Invariants,
  bugs: unknown[],
): Promise<void> {
  const { world } = rig
  world.calm = true
  world.now += 120_000
  const options = { strategy, diesWhole: () => false }
  world.task(async () => {
    bugs.push(...(await pipeline(rig, { id: 8, attempt: 1 }, { ...options, version: NEW })))
    for (const version of invariants.versions) {
      if (isSafe(rig, version)) continue
      const ended = await world.process(`9.1/${version}`, (process) =>
        rig.promote(process, { id: 9, attempt: 1 }, version, { operation: 'roll-back' }),
      )
      if (ended.kind !== 'done')
        bugs.push(ended.kind === 'failed' ? `clean roll back: ${ended.failure.message}` : ended)
    }
    const frozen = rig.branch.files.has(openFreezePath(SCOPE)) || rig.list.all.some(isFreeze)
    if (frozen) await world.process('10.1/freeze', (p) => rig.freeze(p, { id: 10, attempt: 1 }, NEW))
  })
  await world.run()
}

function isSafe({ router }: Rig, version: string): boolean {
  const weight = router.weightOf(version)
  return weight === 0 || weight === 100
}

function resultOf(invariants: Invariants, version: string): string {
  const result = rolloutOf(invariants.planned(version))?.result
  return result ?? 'open'
}

function atRest(rig: Rig, invariants: Invariants): string[] {
  const wrong: string[] = []
  for (const version of invariants.versions) {
    const release = { ...SCOPE, version }
    const texts = [...rig.branch.files]
      .filter(([path]) => path.startsWith(folderOf(version)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
    const rollout = rolloutOf(readChain(texts, release, digest))
    const open = rig.branch.files.has(`open/releases/${SCOPE.product}/${SCOPE.channel}/${version}.json`)
    if (rollout !== undefined && open !== (rollout.result === undefined))
      wrong.push(`the marker of ${version} does not tell whether it is open`)
    const weight = rig.router.weightOf(version)
    if (![0, 100].includes(weight)) wrong.push(`${version} is left with ${weight} %`)
    if (rollout?.result === 'rolled-back' && weight !== 0)
      wrong.push(`${version} is rolled back and has ${weight} %`)
    if (rollout?.result === 'completed' && weight !== 100 && rig.router.running.get('green') === version)
      wrong.push(`${version} is complete and has ${weight} %`)
  }
  const freezes = rig.list.all.filter(isFreeze)
  if (freezes.length > 1) wrong.push(`${freezes.length} freeze issues are open`)
  return wrong
}

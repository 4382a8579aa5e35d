import { FREEZE_LABELS, freezeBody } from '../../src/domain/report/freeze-issue.ts'
import type { Strategy } from '../../src/domain/rollout/plan.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Call, Fault } from '../fakes/fault.ts'
import { pick, seeded } from '../fakes/random.ts'
import type { Process } from '../fakes/world.ts'
import { attend } from './attentive.ts'
import { type Case, faultsOf } from './case.ts'
import { afterwards, atRest, cleanRun } from './clean-run.ts'
import { NEAR_MS, wrongClock } from './clocks.ts'
import { Invariants } from './invariants.ts'
import { moveByHand, tendIssues } from './people.ts'
import { type Attempt, pipeline } from './pipeline.ts'
import { freezeRequest, NEW, OLD, Rig } from './rig.ts'
import { compete } from './rivals.ts'
import { type Scenario, scenarioOf } from './scenario.ts'
import { tickNow } from './ticks.ts'

const CRASHES: readonly [Fault, ...Fault[]] = ['crash-before', 'crash-after']
const ERRORS: readonly [Fault, ...Fault[]] = [
  'fail-before',
  'fail-after',
  'error-before',
  'error-after',
  'silent-before',
  'silent-after',
  'limited',
]

/** What one case led to. */
export interface Simulated {
  /** The scenario and the faults that struck: enough to play it again. */
  readonly played: Case
  readonly violations: readonly string[]
  /** Every call, when it was asked for. */
  readonly trace: readonly string[]
  /** How each release ended, for "sometimes" assertions. */
  readonly results: readonly string[]
}

/** One world from one seed: chaos, then a clean run, then the question whether all is well. */
export function simulate(seed: number, trace = false): Promise<Simulated> {
  const scenario = scenarioOf(seeded(seed))
  const draw = (call: Call, random: () => number) => faultAt(scenario, call, random)
  return play({ seed, scenario }, draw, trace)
}

/** A case once more; with other parts than it had it is another world. */
export function replay(story: Case, trace = false): Promise<Simulated> {
  return play(story, faultsOf(story), trace)
}

async function play(
  { seed, scenario }: Omit<Case, 'strikes'>,
  draw: (call: Call, random: () => number) => Fault,
  trace: boolean,
): Promise<Simulated> {
  const rows = new Map<string, () => number>()
  const live: Process[] = []
  let commits = 0
  const cancelIn = ({ process, site }: Call) => {
    if (process !== '1.1/deploy' || site !== 'ledger.commit') return
    if (++commits === scenario.cancelledIn) live.find(({ name }) => name === process)?.cancel()
  }
  const rig: Rig = new Rig({
    random: seeded(~seed),
    lag: scenario.lag,
    slow: scenario.slow,
    slowAt: scenario.slowAt,
    trace,
    onBreach: scenario.onBreach,
    dark: scenario.dark,
    asked: scenario.attentive?.asked,
    mirrored: scenario.mirrored,
    overdue: scenario.ticks?.clocked === true ? scenario.ticks.overdue : undefined,
    watched: scenario.ticks?.watching !== undefined,
    compared: scenario.compared === true,
    gated: scenario.gated === true,
    apart: scenario.clocks === 'near' ? 2 * NEAR_MS : 0,
    machine: (process, begun) =>
      scenario.clocks === undefined
        ? (now) => now
        : wrongClock(scenario.clocks, rig.world.randomOf(`clock of ${process}`), begun),
    faults: (call) => {
      const row = rows.get(call.process) ?? rig.world.randomOf(`faults of ${call.process}`)
      rows.set(call.process, row)
      cancelIn(call)
      return draw(call, row)
    },
    health: (_version, now) => healthAt(scenario, now - start, noise),
  })
  const noise = rig.world.randomOf('noise')
  const start = rig.world.now
  const invariants = new Invariants(rig)
  const bugs: unknown[] = []
  const rest: string[] = []
  try {
    await begin(rig, scenario)
    moveByHand(rig, scenario, invariants)
    actors(rig, scenario, live, bugs)
    await rig.world.run()
    if (scenario.frozenBefore !== 'double') rest.push(...afterwards(rig))
    bugs.push(...(await cleanRun(rig, scenario, invariants)))
    rest.push(...atRest(rig, invariants))
  } catch (error) {
    bugs.push(error)
  }
  const unexpected = bugs.map((b) => `unexpected: ${b instanceof Error ? b.stack : String(b)}`)
  const { trace: lines, struck: strikes } = rig.world
  return {
    played: { seed, scenario, strikes },
    violations: [...new Set([...invariants.violations, ...rest, ...unexpected])],
    trace: lines,
    results: invariants.versions.map((v) => resultOf(invariants, v)),
  }
}

/** Where faults may strike few calls only, they strike them often. */
function faultAt(
  { faultRate, crashShare, site: place }: Scenario,
  { site }: Call,
  random: () => number,
): Fault {
  if (!site.startsWith(place)) return 'none'
  const rate = place.includes('.') ? 0.5 : place === '' ? faultRate : faultRate * 3
  if (random() >= rate) return 'none'
  return pick(random, random() < crashShare ? CRASHES : ERRORS)
}

function healthAt(scenario: Scenario, since: number, random: () => number) {
  if (random() < scenario.noise) return 'unreachable'
  if (scenario.healsAt !== undefined && since >= scenario.healsAt) return 'good'
  return since < scenario.turnsAt ? scenario.early : scenario.late
}

/** What stands before the first run. */
async function begin(rig: Rig, { frozenBefore }: Scenario): Promise<void> {
  const { world, list } = rig
  if (frozenBefore === 'no') return
  if (frozenBefore === 'issue' || frozenBefore === 'double') {
    const body = freezeBody({ ...freezeRequest('0.9.0'), seq: 1 })
    const issue = { title: 'Release freeze', body, labels: FREEZE_LABELS }
    list.open(issue)
    if (frozenBefore === 'double') list.open(issue)
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

function actors(rig: Rig, scenario: Scenario, live: Process[], bugs: unknown[]): void {
  const { world } = rig
  const start = world.now
  const onProcess = (process: Process) => live.push(process)
  const attemptOf = (id: number, attempt: number, version: string, strategy: Strategy) => {
    const random = world.randomOf(`jobs of run ${id}${attempt === 1 ? '' : ` again ${attempt}`}`)
    const diesWhole = () => random() < scenario.diesWhole
    const queue = () => Math.floor(random() * scenario.queue)
    const options = { strategy, diesWhole, queue, version, onProcess }
    return (before?: Attempt) => pipeline(rig, { id, attempt }, { ...options, before })
  }
  const run = async (id: number, version: string, strategy = scenario.strategy) =>
    (await attemptOf(id, 1, version, strategy)()).bugs
  world.task(async () => {
    const first = await attemptOf(1, 1, NEW, scenario.strategy)()
    bugs.push(...first.bugs)
    const { rerun } = scenario
    const isAllWell = [...first.results.values()].every((result) => result !== 'failure')
    if (rerun === undefined || (isAllWell && !rerun.all)) return
    await world.at(world.now + rerun.after)
    const again = attemptOf(1, 2, NEW, scenario.strategy)
    bugs.push(...(await again(rerun.all ? undefined : first)).bugs)
  })
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
  world.task(() => tendIssues(rig, scenario))
  const { attentive } = scenario
  if (attentive !== undefined)
    world.task(async () => void bugs.push(...(await attend(rig, attentive))))
  world.task(async () => void bugs.push(...(await tickNow(rig, scenario))))
}

function resultOf(invariants: Invariants, version: string): string {
  return rolloutOf(invariants.planned(version))?.result ?? 'open'
}

/** One request of one run goes wrong; then the run is run again, or a second one was beside it all the time. */
import type { RecordedRequest } from '../../../sandbox/github/index.ts'
import type { Run } from '../run-action.ts'
import { improper, isTakenBack } from './drill.ts'
import { type Rig, SECOND, type Strike } from './rig.ts'

const LATE = { delayMs: 250 } as const

/** What goes wrong with a request, by its name. */
export const STRIKES = {
  '502 before': { fault: { before: 502 } },
  'cut before': { fault: { before: 'reset' } },
  '502 after': { fault: { after: 502 } },
  'cut after': { fault: { after: 'reset' } },
  'half answer': { fault: { after: 'cut' } },
  'SIGKILL before': { fault: { before: 'hang' }, signal: 'SIGKILL' },
  'SIGKILL after': { fault: { after: 'hang' }, signal: 'SIGKILL' },
  SIGINT: { fault: { before: 'delay', ...LATE }, signal: 'SIGINT' },
  SIGTERM: { fault: { after: 'delay', ...LATE }, signal: 'SIGTERM' },
} as const satisfies Readonly<Record<string, Strike>>
export type StrikeName = keyof typeof STRIKES

/** `again`: a second attempt of the run follows. `beside`: another run does the same at the same time. */
export type Mode = 'again' | 'beside'

/** The strikes of a request that changes something. */
const OF_WRITES: readonly (readonly [Mode, StrikeName])[] = [
  ...(Object.keys(STRIKES) as StrikeName[]).map((name) => ['again', name] as const),
  ...(['502 before', 'cut after', 'SIGKILL before', 'SIGKILL after'] as const).map(
    (name) => ['beside', name] as const,
  ),
]

/** A read has nothing to carry out: what is done to it before and after is the same but for the answer. */
const OF_READS: typeof OF_WRITES = [
  ['again', '502 before'],
  ['again', 'cut after'],
  ['again', 'half answer'],
  ['again', 'SIGKILL before'],
  ['again', 'SIGKILL after'],
  ['again', 'SIGTERM'],
  ['beside', '502 before'],
  ['beside', 'cut after'],
]

/** Which request of a run is struck, and how. */
export interface Scenario {
  readonly index: number
  /** Method and path, ids left out. */
  readonly call: string
  readonly strike: StrikeName
  readonly mode: Mode
}

export interface Outcome extends Scenario {
  /** Whole without another attempt. */
  readonly atFirst: boolean
  /** Whole in the end; a release that a cancelled job took back is whole too. */
  readonly atLast: boolean
  readonly doubles: number
  /** Somebody said `pass`, and it was not whole. */
  readonly falseSuccesses: number
  /** Everything that is not as it has to be. */
  readonly problems: readonly string[]
}

/** Every request that a run without trouble sends, struck in every way. */
export async function enumerated(rig: Rig): Promise<readonly Scenario[]> {
  await rig.run()
  const calls = rig.sent().map(templateOf)
  await rig.rewind()
  return calls.flatMap((call, index) => {
    const strikes = call.startsWith('GET') ? OF_READS : OF_WRITES
    return strikes.map(([mode, strike]) => ({ index, call, mode, strike }))
  })
}

function templateOf({ method, path }: RecordedRequest): string {
  const template = path
    .replace(/^(\/uploads)?\/repos\/[^/]+\/[^/]+/, '$1')
    .replaceAll(/\/[0-9a-f]{40}\b/g, '/{sha}')
    .replaceAll(/\/\d+\b/g, '/{id}')
  return `${method} ${template}`
}

/** Plays one scenario from the beginning and winds the world back. */
export async function play(rig: Rig, scenario: Scenario): Promise<Outcome> {
  const strike = STRIKES[scenario.strike]
  const runs = await firstRuns(rig, scenario.index, strike, scenario.mode)
  rig.world.github.faults.length = 0
  const first = await look(rig, runs)
  const isDone = scenario.mode === 'beside' && first.isWhole
  const last = isDone ? first : await look(rig, [await rig.run({ attempt: 2 })])
  const doubles = [...first.doubles, ...last.doubles, ...(await spares(rig, scenario.mode))]
  const isBack = await isTakenBack(rig.world)
  const atLast = last.isWhole || ('signal' in strike && isBack)
  const problems = [...first.problems, ...last.problems, ...doubles]
  if (!atLast) problems.push(`not whole: ${last.lacks.join(', ')}: ${last.said.join(' / ')}`)
  await rig.rewind()
  return {
    ...scenario,
    atFirst: first.isWhole,
    atLast,
    doubles: doubles.length,
    falseSuccesses: Number(first.isFalse) + Number(last.isFalse),
    problems,
  }
}

async function firstRuns(rig: Rig, index: number, strike: Strike, mode: Mode): Promise<Run[]> {
  if (mode === 'again') return [await rig.struck(index, strike)]
  return Promise.all([rig.struck(index, strike), rig.run({ login: SECOND, run: 8 })])
}

/** What stands after some runs have ended. */
async function look(rig: Rig, runs: readonly Run[]) {
  const lacks = await rig.lacks()
  const passes = runs.filter(({ exit }) => exit === 0).length
  const isFalse = passes > 0 && lacks.length > 0
  // A killed run says nothing.
  const ended = runs.filter(({ exit }) => exit !== null)
  return {
    lacks,
    doubles: await rig.doubles(),
    isWhole: lacks.length === 0 && passes > 0,
    isFalse,
    said: runs.map(({ outputs }) => outputs.reason ?? 'nothing'),
    problems: [...ended.flatMap(improper), ...(isFalse ? [`pass, but ${lacks.join(', ')}`] : [])],
  }
}

async function spares({ drill, world }: Rig, mode: Mode): Promise<readonly string[]> {
  const count = mode === 'again' ? drill.spares(world) : 0
  return count === 0 ? [] : [`${count} made twice`]
}

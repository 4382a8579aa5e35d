import type { OnBreach } from '../../src/domain/judging/objective.ts'
import type { Strategy } from '../../src/domain/rollout/plan.ts'
import { pick } from '../fakes/random.ts'
import type { Health } from '../fakes/service.ts'
import { type Attentive, attentiveOf } from './asked.ts'
import type { Clocks } from './clocks.ts'
import { comparedOf, gatedOf, meetingOf, mirrorOf, type Rare, rareOf, watchedOf } from './rare.ts'

/** Who else is about while the first pipeline runs. */
export type Rival =
  | 'same-release'
  /** The same, started in the same moment. */
  | 'twin'
  /** A person takes the version back and begins anew, with another strategy. */
  | 'other-plan'
  /** A person takes the version back and begins with the next one. */
  | 'hotfix'
  | 'next-release'
  | 'roll-back'
  | 'promote'
  /** One person goes on, another one goes back. */
  | 'dispute'
  | 'freeze'
  /** A job that keeps a file with the record. */
  | 'evidence'
  /** A person who waits until the release pauses, and goes on. */
  | 'resume'

/** One world to be: everything that differs between two seeds. */
export interface Scenario {
  readonly strategy: Strategy
  readonly onBreach: OnBreach
  /** What the metrics say of a new version before and from `turnsAt` on, ms after the start. */
  readonly early: Health
  readonly late: Health
  readonly turnsAt: number
  /** A source that answers otherwise now and then. */
  readonly noise: number
  /** Probability of a fault at a call, and of the death of the process among them. */
  readonly faultRate: number
  readonly crashShare: number
  /** Sites that faults may strike; empty for all. */
  readonly site: string
  readonly lag: number
  /** Share of calls that take seconds, among those at these sites; empty for all. */
  readonly slow: number
  readonly slowAt: '' | 'router' | 'ledger.commit'
  readonly rivals: readonly { readonly rival: Rival; readonly at: number }[]
  /** The whole pipeline dies with a job instead of going on to its last one. */
  readonly diesWhole: number
  /** Longest time that a job waits for a runner, milliseconds. */
  readonly queue: number
  readonly frozenBefore: 'no' | 'issue' | 'double' | 'ledger' | 'lifted'
  /** The new version stops answering at this time. */
  readonly diesAt: number | undefined
  /** The job is cancelled at this time. */
  readonly cancelledAt: number | undefined
  /** The deploy job is cancelled while it sends the commit of this number, from 1. */
  readonly cancelledIn: number | undefined
  /** A person closes every freeze issue from this time on. */
  readonly closer: 'ada' | 'mallory' | undefined
  /** From this time on all is good again. */
  readonly healsAt: number | undefined
  /** So long after its end, in ms, the first run is begun again: what failed, or all of it. */
  readonly rerun: { readonly after: number; readonly all: boolean } | undefined
  /** The clocks of the machines are wrong. */
  readonly clocks: Clocks | undefined
  /** After so many outcomes and verdicts, and so many ms, somebody sets this weight of the new version by hand. */
  readonly hand:
    | { readonly entries: number; readonly after: number; readonly weight: number }
    | undefined
  /** A person who opens closed freezes again, takes their labels away, or closes the release's issue. */
  readonly meddler: 'reopens' | 'unlabels' | 'untracks' | undefined
  /** The canary begins without weight, and the green side takes a share before the switch. */
  readonly dark: boolean | undefined
  /** Deployments show the rollout; `late`: their list lags behind by up to two minutes. */
  readonly mirrored: 'prompt' | 'late' | undefined
  /** Ticks, each so many ms after the one before; `clocked`: the rollout is theirs, else they only repair. */
  readonly ticks:
    | {
        readonly clocked: boolean
        readonly overdue: 'pause' | 'rollback'
        readonly gaps: readonly number[]
        /** Each looks again and again for so long, milliseconds. */
        readonly watching?: number
      }
    | undefined
  /** Releases wait for something, and for people who see to it. */
  readonly attentive?: Attentive | undefined
  /** Versions are held against each other, too. */
  readonly compared?: boolean | undefined
  /** The pipelines have a gate, and the first weight needs its pass. */
  readonly gated?: boolean | undefined
}

/** From when on nobody begins anything, milliseconds. */
const LONGEST = 12 * 60_000

/** Whole groups of calls, and single ones that a release makes once at most. */
const SITES: readonly [string, ...string[]] = [
  '',
  '',
  '',
  '',
  '',
  'router',
  'router',
  'ledger',
  'issues',
  'slot',
  'metrics',
  'repository',
  'slot.start',
  'ledger.commit',
  'releases.publish',
  'issues.update',
  'issues.get',
  'issues.comment',
  'repository.permission',
]

/** Only a closed freeze issue is asked who closed it, and only one too many is told why it is closed. */
function frozenBefore(random: () => number, site: string): Scenario['frozenBefore'] {
  if (site === 'issues.get' || site === 'repository.permission') return 'lifted'
  if (site === 'issues.comment') return 'double'
  return pick(random, ['no', 'no', 'no', 'no', 'no', 'no', 'issue', 'ledger', 'lifted'])
}

const RIVALS: readonly [Rival, ...Rival[]] = [
  'same-release',
  'same-release',
  'twin',
  'twin',
  'other-plan',
  'hotfix',
  'next-release',
  'roll-back',
  'roll-back',
  'roll-back',
  'promote',
  'dispute',
  'freeze',
  'evidence',
]

/** Half of the times lie where a bake of a minute is over: there most is decided. */
function sometime(random: () => number): number {
  if (random() < 0.5) return Math.floor(random() * LONGEST)
  const bakes = 1 + Math.floor(random() * 4)
  return Math.floor(bakes * 61_500 + 3000 + random() * 8000)
}

/** Who competes, and from when on: mostly one, sometimes two, of whom half begin at once. */
function rivalsOf(random: () => number, site: string): Scenario['rivals'] {
  const chance = (p: number) => random() < p
  // The first share is given within seconds: there two runs meet most closely.
  const soon = () => (chance(0.4) ? Math.floor(random() * 20_000) : sometime(random))
  const another = (at = soon()) => {
    const rival = pick(random, RIVALS)
    return { rival, at: rival === 'twin' ? at % 600 : at }
  }
  if (site === 'issues.comment')
    return Array.from({ length: 3 }, () => ({ rival: 'freeze', at: soon() % 300 }))
  if (chance(0.4)) return []
  const first = another()
  if (chance(0.6)) return [first]
  return [first, another(chance(0.5) ? first.at : soon())]
}

/** Mostly canaries: they have the most stages. */
const STRATEGY: readonly [Strategy, ...Strategy[]] = [
  'canary',
  'canary',
  'canary',
  'canary',
  'direct',
  'blue-green',
  'rolling',
  'stepwise',
]

/** Mostly the traffic goes back. */
function onBreachOf(dice: number): OnBreach {
  if (dice >= 0.2) return 'rollback'
  return dice < 0.1 ? 'pause' : dice < 0.14 ? 'page' : dice < 0.18 ? 'stop' : 'notify'
}

type Common = Omit<Scenario, keyof Rare>

/** What every world has. Half of them are healthy and half have no rival, so that releases also complete. */
function commonOf(random: () => number): Common {
  const chance = (p: number) => random() < p
  const late: readonly [Health, ...Health[]] = [
    'bad',
    'bad',
    'few',
    'no-number',
    'unreachable',
    'broken',
  ]
  const site = pick(random, SITES)
  return {
    strategy: pick(random, STRATEGY),
    onBreach: onBreachOf(random()),
    early: chance(0.9) ? 'good' : pick(random, late),
    late: chance(0.6) ? 'good' : pick(random, late),
    turnsAt: sometime(random),
    noise: chance(0.2) ? 0.1 : 0,
    faultRate: pick(random, [0, 0.01, 0.03, 0.1]),
    crashShare: pick(random, [0, 0.3, 1]),
    site,
    lag: pick(random, [0, 500, 1900, 60_000, 600_000]),
    slow: site === 'ledger.commit' ? 0.6 : pick(random, [0.02, 0.02, 0.2, 0.6]),
    // An intent whose answer is lost is moved upon late where all that follows is slow as well.
    slowAt: site === 'ledger.commit' ? '' : pick(random, ['', 'router', 'ledger.commit']),
    rivals: rivalsOf(random, site),
    diesWhole: pick(random, [0, 0.5]),
    queue: pick(random, [0, 0, 0, 60_000, 300_000]),
    frozenBefore: frozenBefore(random, site),
    diesAt: chance(0.15) ? sometime(random) : undefined,
    cancelledAt: chance(0.1) ? sometime(random) : undefined,
    cancelledIn: chance(0.05) ? 1 + Math.floor(random() * 12) : undefined,
    closer: pick(random, [undefined, undefined, 'ada', 'mallory']),
  }
}

/** The scenario of a seed. */
export function scenarioOf(random: () => number): Scenario {
  const world = worldOf(random)
  // A comparison pauses or takes back, whatever else the objectives say.
  const isPlain = world.onBreach === 'rollback' || world.onBreach === 'pause'
  const compared = isPlain ? comparedOf(random) : {}
  return { ...world, ...compared, ...gatedOf(world, random) }
}

function worldOf(random: () => number): Scenario {
  const common = commonOf(random)
  const met = { ...common, ...rareOf(random), ...meetingOf(random) }
  const world = { ...met, ...mirrorOf(random), ...watchedOf(random) }
  const attentive = attentiveOf(random)
  // What waits for a time is measured by the clocks of two machines: see the limits.
  if (attentive !== undefined) return { ...world, attentive, clocks: undefined }
  // Between runs a bake is measured by the clocks of two machines, which both know GitHub's time.
  const isNear = world.ticks?.clocked === true && world.clocks !== undefined
  return isNear ? { ...world, clocks: 'near' } : world
}

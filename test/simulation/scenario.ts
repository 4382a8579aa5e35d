import type { Strategy } from '../../src/domain/rollout/plan.ts'
import { pick } from '../fakes/random.ts'
import type { Health } from '../fakes/service.ts'

/** Who else is about while the first pipeline runs. */
export type Rival = 'nobody' | 'same-release' | 'next-release' | 'roll-back' | 'promote' | 'freeze'

/** One world to be: everything that differs between two seeds. */
export interface Scenario {
  readonly strategy: Strategy
  readonly onBreach: 'rollback' | 'pause'
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
  /** Share of calls that take seconds. */
  readonly slow: number
  readonly rivals: readonly { readonly rival: Rival; readonly at: number }[]
  /** The whole pipeline dies with a job instead of going on to its last one. */
  readonly diesWhole: number
  readonly frozenBefore: 'no' | 'issue' | 'ledger' | 'lifted'
  /** The new version stops answering at this time. */
  readonly diesAt: number | undefined
  /** The job is cancelled at this time. */
  readonly cancelledAt: number | undefined
  /** A person closes every freeze issue from this time on. */
  readonly closer: 'ada' | 'mallory' | undefined
}

const MINUTE = 60_000

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
  'releases.publish',
  'issues.update',
  'issues.get',
  'repository.permission',
]

/** Only a closed freeze issue is asked who closed it. */
function frozenBefore(random: () => number, site: string): Scenario['frozenBefore'] {
  if (site === 'issues.get' || site === 'repository.permission') return 'lifted'
  return pick(random, ['no', 'no', 'no', 'no', 'no', 'no', 'issue', 'ledger', 'lifted'])
}

/** The scenario of a seed. Half of the worlds are healthy and half have no rival, so that releases also complete. */
export function scenarioOf(random: () => number): Scenario {
  const sometime = () => Math.floor(random() * 12 * MINUTE)
  const chance = (p: number) => random() < p
  const late: readonly [Health, ...Health[]] = [
    'bad',
    'bad',
    'few',
    'no-number',
    'unreachable',
    'broken',
  ]
  const rivals: readonly [Rival, ...Rival[]] = [
    'same-release',
    'same-release',
    'next-release',
    'roll-back',
    'roll-back',
    'roll-back',
    'promote',
    'freeze',
  ]
  // The first share is given within seconds: there two runs meet most closely.
  const soon = () => (chance(0.4) ? Math.floor(random() * 20_000) : sometime())
  const another = (at = soon()) => ({ rival: pick(random, rivals), at })
  const two = () => {
    const first = another()
    return [first, another(chance(0.5) ? first.at : soon())]
  }
  const site = pick(random, SITES)
  return {
    strategy: pick(random, ['canary', 'canary', 'canary', 'direct', 'blue-green']),
    onBreach: chance(0.2) ? 'pause' : 'rollback',
    early: chance(0.9) ? 'good' : pick(random, late),
    late: chance(0.6) ? 'good' : pick(random, late),
    turnsAt: sometime(),
    noise: chance(0.2) ? 0.1 : 0,
    faultRate: pick(random, [0, 0.01, 0.03, 0.1]),
    crashShare: pick(random, [0, 0.3, 1]),
    site,
    lag: pick(random, [0, 500, 1900, 60_000, 600_000]),
    slow: pick(random, [0.02, 0.02, 0.2, 0.6]),
    rivals: chance(0.4) ? [] : chance(0.6) ? [another()] : two(),
    diesWhole: pick(random, [0, 0.5]),
    frozenBefore: frozenBefore(random, site),
    diesAt: chance(0.15) ? sometime() : undefined,
    cancelledAt: chance(0.1) ? sometime() : undefined,
    closer: pick(random, [undefined, undefined, 'ada', 'mallory']),
  }
}

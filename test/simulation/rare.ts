import { pick } from '../fakes/random.ts'
import type { Health } from '../fakes/service.ts'
import type { Scenario } from './scenario.ts'

const HOUR = 3_600_000
/** Only what was made twice is taken away. */
const DOUBLE = 'deployments.remove'

/** What few worlds have. */
export type Rare = Pick<
  Scenario,
  'healsAt' | 'rerun' | 'clocks' | 'hand' | 'meddler' | 'dark' | 'ticks' | 'mirrored'
>

/** Each by itself, so that some worlds have several. */
export function rareOf(random: () => number): Rare {
  const chance = (p: number) => random() < p
  return {
    healsAt: undefined,
    rerun: chance(0.15) ? rerunOf(random) : undefined,
    clocks: pick(random, [undefined, undefined, undefined, undefined, 'off', 'set']),
    hand: chance(0.1) ? handOf(random) : undefined,
    meddler: chance(0.1) ? pick(random, ['reopens', 'unlabels', 'untracks']) : undefined,
    dark: chance(0.1) ? true : undefined,
    ticks: chance(0.15) ? ticksOf(random) : undefined,
    mirrored: undefined,
  }
}

/** A minute to twelve hours apart; now and then two in the same moment. */
function ticksOf(random: () => number): Scenario['ticks'] {
  const longest = pick(random, [90_000, 90_000, 600_000, 12 * HOUR])
  const gap = () => (random() < 0.2 ? 0 : Math.floor(20_000 + random() * longest))
  return {
    clocked: random() < 0.8,
    overdue: pick(random, ['pause', 'rollback']),
    gaps: Array.from({ length: 2 + Math.floor(random() * 10) }, gap),
  }
}

/** At once, while others are under way, or hours later. */
function rerunOf(random: () => number): Scenario['rerun'] {
  const longest = pick(random, [5000, 300_000, 6 * HOUR])
  return { after: Math.floor(random() * longest), all: random() < 0.2 }
}

/** In the moments after a decision, or while a stage bakes. */
function handOf(random: () => number): Scenario['hand'] {
  const entries = 1 + Math.floor(random() * 8)
  const after = Math.floor(random() * pick(random, [3000, 60_000]))
  return { entries, after, weight: pick(random, [0, 0, 37, 100]) }
}

const MIRRORED = ['', 'deployments', 'deployments.latest', DOUBLE, DOUBLE] as const

/** In some worlds the deployments show the rollout, and in most of these only that goes wrong. */
export function mirrorOf(random: () => number): Partial<Scenario> {
  if (random() >= 0.12) return {}
  const site = pick(random, MIRRORED)
  if (site === '') return { mirrored: 'prompt' }
  const world = { mirrored: 'prompt', site, faultRate: pick(random, [0.03, 0.1]) } as const
  return site === DOUBLE ? { ...world, ...seenLate(random) } : world
}

/** Tick after tick makes another deployment, because the list does not show that of the one before. */
function seenLate(random: () => number): Partial<Scenario> {
  const gaps = Array.from({ length: 12 }, () => Math.floor(30_000 + random() * 40_000))
  return {
    ...{ strategy: 'canary', early: 'good', late: 'good', noise: 0, frozenBefore: 'no' },
    ...{
      mirrored: 'late',
      lag: 0,
      queue: 0,
      slow: 0.02,
      rivals: [],
      hand: undefined,
      clocks: undefined,
    },
    ...{ diesAt: undefined, cancelledAt: undefined, cancelledIn: undefined, meddler: undefined },
    ticks: { clocked: true, overdue: 'pause', gaps },
  }
}

/** In a few worlds the ticks are watches, of which some meet. */
export function watchedOf(random: () => number): Partial<Scenario> {
  if (random() >= 0.06) return {}
  const gaps = Array.from({ length: 5 }, () => Math.floor(20_000 + random() * 160_000))
  const watching = pick(random, [60_000, 150_000])
  const overdue = pick<'pause' | 'rollback'>(random, ['pause', 'rollback'])
  const ticks = { clocked: true, overdue, gaps, watching }
  return random() < 0.5 ? { ticks } : { ticks, site: 'workflows.dispatch', faultRate: 0.1 }
}

/** In some worlds versions are held against each other, and in a few of these only that goes wrong. */
export function comparedOf(random: () => number): Partial<Scenario> {
  if (random() >= 0.15) return {}
  const compared = true
  return random() < 0.2 ? { compared, site: 'metrics.looks', faultRate: 0.1 } : { compared }
}

/** Meetings that are too rare to be left to chance. */
export function meetingOf(random: () => number): Partial<Scenario> {
  const dice = random()
  if (dice < 0.04) return atTheEnd(random)
  if (dice < 0.08) return afterAPause(random)
  if (dice < 0.13) return madeAnew(random)
  if (dice < 0.15) return frozenAnew(random)
  return dice < 0.2 ? disputed(random) : {}
}

/** One run completes the release while another one, which came later to it, still judges its last stage. */
function atTheEnd(random: () => number): Partial<Scenario> {
  const late = pick<Health>(random, ['bad', 'few', 'no-number', 'unreachable'])
  return {
    ...{ strategy: 'direct', onBreach: 'rollback', early: 'good', late, noise: 0, faultRate: 0 },
    ...{ frozenBefore: 'no', queue: 0, diesAt: undefined, cancelledIn: undefined },
    ...{ hand: undefined, turnsAt: Math.floor(62_000 + random() * 60_000) },
    cancelledAt: random() < 0.2 ? Math.floor(62_000 + random() * 60_000) : undefined,
    rivals: [{ rival: 'same-release', at: Math.floor(8000 + random() * 50_000) }],
  }
}

/** What was bad pauses the release, and a person goes on with it, sometimes when all is well again. */
function afterAPause(random: () => number): Partial<Scenario> {
  const turnsAt = Math.floor(random() * 240_000)
  return {
    ...{
      strategy: pick(random, ['canary', 'blue-green', 'stepwise']),
      onBreach: 'pause',
      early: 'good',
    },
    ...{ late: 'bad', turnsAt, frozenBefore: 'no', diesAt: undefined },
    healsAt: random() < 0.7 ? Math.floor(turnsAt + 120_000 + random() * 300_000) : undefined,
    rivals: [{ rival: 'resume', at: Math.floor(60_000 + random() * 60_000) }],
  }
}

/**
 * While a stage bakes, or before it begins, the release is taken back and made anew, by the same plan or by another one;
 * then the job that had the old plan is run, or run again.
 */
function madeAnew(random: () => number): Partial<Scenario> {
  return {
    strategy: pick(random, ['blue-green', 'canary', 'rolling']),
    rerun: random() < 0.5 ? { after: Math.floor(random() * 15_000), all: false } : undefined,
    queue: pick(random, [0, 60_000]),
    ...{ early: 'good', frozenBefore: 'no', slow: 0.02, hand: undefined },
    ...{ rivals: [{ rival: 'other-plan', at: Math.floor(5000 + random() * 120_000) }] },
  }
}

/**
 * A freeze that was lifted is followed by another one, while a plan that has seen the lift is about to record it; or its
 * issue is opened again, which a list that lags shows late.
 */
function frozenAnew(random: () => number): Partial<Scenario> {
  if (random() < 0.5)
    return {
      ...{ frozenBefore: 'lifted', queue: 300_000, lag: 600_000, site: 'slot' },
      ...{ meddler: 'reopens', closer: undefined, rivals: [] },
    }
  return {
    ...{ frozenBefore: 'lifted', queue: 0, slow: 0.6, slowAt: 'router', lag: 0 },
    ...{ rivals: [{ rival: 'freeze', at: Math.floor(random() * 8000) }] },
  }
}

/** One person goes on and another one goes back, where the answers to what they write are lost. */
function disputed(random: () => number): Partial<Scenario> {
  return {
    ...{ strategy: 'canary', early: 'good', frozenBefore: 'no', queue: 0, hand: undefined },
    ...{ site: 'ledger.commit', crashShare: 0, lag: 0, slowAt: '', diesAt: undefined },
    slow: pick(random, [0.2, 0.6]),
    ...{ cancelledIn: undefined, cancelledAt: undefined },
    rivals: [{ rival: 'dispute', at: Math.floor(5000 + random() * 60_000) }],
  }
}

/** Where a run may be run again its gate is asked for, in every third world; in half of them it dies between gate and traffic. */
export function gatedOf({ rerun }: Scenario, random: () => number): Partial<Scenario> {
  if (rerun === undefined || random() >= 0.35) return {}
  if (random() < 0.5) return { gated: true }
  const failed = { ...rerun, all: false }
  return { gated: true, rerun: failed, site: 'slot.start', crashShare: 1, diesWhole: 1 }
}

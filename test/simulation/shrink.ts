import type { Case, Kept } from './case.ts'
import type { Scenario } from './scenario.ts'
import { replay } from './simulate.ts'

/** A world in which nothing happens but one release. */
const PLAIN: Scenario = {
  strategy: 'direct',
  onBreach: 'rollback',
  early: 'good',
  late: 'good',
  turnsAt: 0,
  noise: 0,
  faultRate: 0,
  crashShare: 0,
  site: '',
  lag: 0,
  slow: 0,
  slowAt: '',
  rivals: [],
  diesWhole: 0,
  queue: 0,
  frozenBefore: 'no',
  diesAt: undefined,
  cancelledAt: undefined,
  cancelledIn: undefined,
  closer: undefined,
  healsAt: undefined,
  rerun: undefined,
  clocks: undefined,
  hand: undefined,
  meddler: undefined,
  dark: undefined,
  ticks: undefined,
  attentive: undefined,
  compared: undefined,
  gated: undefined,
  mirrored: undefined,
}

/** The smallest case that still fails: each part that is not needed is left out, one after the other. */
export async function shrink(
  failing: Case,
  stillFails: (story: Case) => Promise<boolean>,
): Promise<Case> {
  let smallest = failing
  for (let before: Case | undefined; before !== smallest; ) {
    before = smallest
    for (const smaller of smallerThan(smallest)) {
      if (!(await stillFails(smaller))) continue
      smallest = smaller
      break
    }
  }
  return smallest
}

/** Large steps first. */
function* smallerThan(story: Case): Generator<Case> {
  const { strikes, scenario } = story
  for (let size = strikes.length; size > 0; size = Math.floor(size / 2))
    for (let at = 0; at < strikes.length; at += size)
      yield { ...story, strikes: strikes.toSpliced(at, size) }
  for (const [at] of scenario.rivals.entries())
    yield { ...story, scenario: { ...scenario, rivals: scenario.rivals.toSpliced(at, 1) } }
  for (const key of Object.keys(PLAIN) as (keyof Scenario)[])
    if (key !== 'rivals' && scenario[key] !== PLAIN[key])
      yield { ...story, scenario: { ...scenario, [key]: PLAIN[key] } }
}

/** The smallest case that breaks the same rule as this one does. */
export async function smallestOf(failing: Case): Promise<Kept> {
  const { violations } = await replay(failing)
  const [what = 'nothing went wrong when it was played again'] = violations
  const stillFails = async (story: Case) =>
    (await replay(story)).violations.some((v) => ruleOf(v) === ruleOf(what))
  const smallest = violations.length === 0 ? failing : await shrink(failing, stillFails)
  // Of the faults that are asked for only those are kept that found their call.
  const { played } = await replay(smallest)
  return { what, ...played }
}

/** Without versions, weights, and who did it. */
function ruleOf(violation: string): string {
  return violation.replaceAll(/\(.*\)|[\d.]+/g, '')
}

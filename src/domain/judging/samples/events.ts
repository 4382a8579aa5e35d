import { fisherTest } from '../../statistics/fisher.ts'
import { poissonRatesTest } from '../../statistics/poisson-rates.ts'
import { excessTails } from '../../statistics/share-excess.ts'
import type { Tails } from './answer.ts'
import type { Events, Tolerance } from './metric.ts'

/** Nothing was seen against it: no error is no worse than any baseline. */
const NOTHING: Tails = { against: 1, within: 0 }

/**
 * Whether the canary has a higher share of events than the baseline with what is tolerated, however rare they are. It is too high only if it is beyond the
 * tolerated ratio *and* beyond the tolerated difference, so the larger of both chances stands against it; either bound is enough for it, so the smaller one counts
 * twice. A canary without a single event is within.
 */
export function eventsOf(canary: Events, baseline: Events, tolerance: Tolerance): Tails {
  if (canary.events === 0) return NOTHING
  const ratio = ratioTails(canary, baseline, 1 + tolerance.relative)
  if (tolerance.absolute === 0) return ratio
  const excess = excessTails(hitsOf(canary), hitsOf(baseline), tolerance.absolute)
  return {
    against: Math.max(ratio.against, excess.greater),
    within: Math.min(1, 2 * Math.min(ratio.within, excess.less)),
  }
}

/** Fisher's exact test; beyond a ratio of 1 the one for Poisson rates, which is the more careful one for shares. */
function ratioTails(canary: Events, baseline: Events, ratio: number): Tails {
  if (ratio === 1) {
    const [c, b] = [hitsOf(canary), hitsOf(baseline)]
    return { against: fisherTest(c, b, 'greater'), within: fisherTest(c, b, 'less') }
  }
  const [c, b] = [canary, baseline].map(({ events, trials }) => ({ events, exposure: trials }))
  if (c === undefined || b === undefined) return { against: 1, within: 1 }
  const p = (way: 'greater' | 'less') => poissonRatesTest(c, b, way, ratio)
  return { against: p('greater'), within: p('less') }
}

const hitsOf = ({ events, trials }: Events) => ({ hits: events, trials })

/** Where fewer events are worse, what did not happen is what counts. */
export function missed({ events, trials }: Events): Events {
  return { events: trials - events, trials }
}

import type { Case } from '../document.ts'
import { seen } from './window.ts'

/** The look, from 0, at which a rule stops; undefined where it never does. */
export type Peer = (rollout: Case) => number | undefined

/**
 * Flagger: at least 99 % of the last minute's requests succeed and their 99th percentile is at most 500 ms; no value is a failed check; so many
 * failed checks in all roll back.
 */
export function flagger(threshold: number): Peer {
  return (rollout) => {
    let failed = 0
    return rollout.looks.findIndex((_, look) => {
      const { errorShare, quantile } = seen(rollout, 'canary', look, 1)
      const good = 1 - errorShare >= 0.99 && Math.floor(quantile(0.99)) <= 500
      if (!good) failed += 1
      return failed >= threshold
    })
  }
}

/**
 * Argo Rollouts with the analysis of its documentation: success at least 0.95, and likewise a 95th percentile up to 500 ms, failureLimit 3,
 * consecutiveErrorLimit 4. A value that is no number fails, no value is an error.
 */
export function argo(): Peer {
  return (rollout) => {
    const counts = [0, 1].map(() => ({ failed: 0, errors: 0 }))
    return rollout.looks.findIndex((_, look) => {
      const { errorShare, quantile, hasErrors, hasLatency } = seen(rollout, 'canary', look, 1)
      const answers = [
        { has: hasErrors, good: 1 - errorShare >= 0.95 },
        { has: hasLatency, good: quantile(0.95) <= 500 },
      ]
      return answers.some(({ has, good }, i) => {
        const count = counts[i] as (typeof counts)[number]
        count.errors = has ? 0 : count.errors + 1
        if (has && !good) count.failed += 1
        return count.failed > 3 || count.errors > 4
      })
    })
  }
}

/** A script that asks every five minutes: over 1 % errors or a 95th percentile over 500 ms in those five stop. */
export const limitLoop: Peer = (rollout) =>
  rollout.looks.findIndex((_, look) => {
    if ((look + 1) % 5 !== 0) return false
    const { errorShare, quantile } = seen(rollout, 'canary', look, 5)
    return errorShare > 0.01 || quantile(0.95) > 500
  })

import { formatRatio } from '../config/ratio.ts'
import type { Evidence, VerdictKind } from '../judging/verdict.ts'
import { nearestRank } from '../observability/quantile.ts'
import type { DepthLimits } from './depth.ts'

/** One request of a load check. */
export interface Shot {
  /** Answered below 400. */
  readonly ok: boolean
  readonly elapsedMs: number
}

/**
 * Hold the requests of a load check against the limits of its depth: how many were sent, errors, the 95th percentile
 * and success. Numbers are compared as numbers; what was not sent decides nothing.
 */
export function judgeLoad(
  name: string,
  shots: readonly Shot[],
  limits: DepthLimits,
  question: string,
): readonly Evidence[] {
  return findings(shots, limits).map(({ what, verdict, answer, limit }) => ({
    name: `${name} ${what}`,
    verdict: shots.length === 0 ? 'inconclusive' : verdict,
    question,
    answer: shots.length === 0 ? 'no request was sent' : answer,
    limit,
    samples: shots.length,
  }))
}

interface Finding {
  readonly what: string
  readonly verdict: VerdictKind
  readonly answer: string
  readonly limit: string
}

function findings(shots: readonly Shot[], limits: DepthLimits): readonly Finding[] {
  const planned = limits.users * limits.iterations
  const times = shots.map((s) => s.elapsedMs)
  const p95 = nearestRank(0.95, times)
  const errors = share(shots, (s) => !s.ok)
  const success = share(shots, (s) => s.ok && s.elapsedMs <= limits.responseMs)
  return [
    {
      what: 'requests',
      verdict: shots.length === planned ? 'pass' : 'inconclusive',
      answer: `${shots.length} sent`,
      limit: `${planned} within ${limits.seconds} s`,
    },
    {
      what: 'error-rate',
      verdict: held(errors <= limits.errorRate),
      answer: formatRatio(errors),
      limit: `at most ${formatRatio(limits.errorRate)}`,
    },
    {
      what: 'latency-p95',
      verdict: held(p95 <= limits.responseMs),
      answer: `${p95} ms`,
      limit: `at most ${limits.responseMs} ms`,
    },
    {
      what: 'success-rate',
      verdict: held(success >= limits.successRate),
      answer: formatRatio(success),
      limit: `at least ${formatRatio(limits.successRate)}`,
    },
  ]
}

function held(holds: boolean): VerdictKind {
  return holds ? 'pass' : 'fail'
}

function share(shots: readonly Shot[], holds: (shot: Shot) => boolean): number {
  return shots.filter(holds).length / shots.length
}

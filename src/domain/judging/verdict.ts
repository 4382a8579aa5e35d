import type { Attachment } from '../ledger/attachment.ts'
import type { Interval } from '../statistics/interval.ts'
import type { ComparedFinding } from './compared-finding.ts'
import type { LookFacts } from './look-facts.ts'

/** Only `pass` opens a gate. */
export type VerdictKind = 'pass' | 'fail' | 'inconclusive'

/** One question, the answer it got and the limit it was held against: enough to recompute the verdict. */
export interface Evidence {
  /** What was asked about, for example `error-rate` or `sentry-release`. */
  readonly name: string
  readonly verdict: VerdictKind
  /** The query, path or command as it was sent, without credentials. */
  readonly question: string
  /** The answer for people, with its unit, for example `0.4 %` or `404`. */
  readonly answer: string
  /** The limit for people, for example `at most 1 %`; empty where there is none. */
  readonly limit: string
  /** The answer as it was measured, in the unit of its objective; absent where nothing was, or no number. */
  readonly value?: number | undefined
  /** Number of observations behind the answer; absent where counting makes no sense. */
  readonly samples?: number | undefined
  /** What a comparison found, metric by metric. */
  readonly findings?: readonly ComparedFinding[] | undefined
  /** The file of the ledger that holds what was seen; absent where the record says it all. */
  readonly attachment?: Attachment | undefined
  /** What the look told beside the value. */
  readonly look?: LookFacts | undefined
  /** Where the true value lies with 95 %; absent where nothing was counted. */
  readonly interval?: Interval | undefined
  /** What would change the verdict. */
  readonly hint?: string | undefined
}

export interface Verdict {
  readonly verdict: VerdictKind
  /** One line. */
  readonly reason: string
  readonly evidence: readonly Evidence[]
}

const RANK: Record<VerdictKind, number> = { pass: 0, inconclusive: 1, fail: 2 }

/**
 * The verdict over several pieces of evidence: the worst of them. No evidence at all is `inconclusive`.
 * The reason names every piece that is not a pass.
 */
export function overall(evidence: readonly Evidence[]): Verdict {
  if (evidence.length === 0)
    return { verdict: 'inconclusive', reason: 'nothing was judged', evidence }
  const verdict = evidence.reduce<VerdictKind>(
    (worst, e) => (RANK[e.verdict] > RANK[worst] ? e.verdict : worst),
    'pass',
  )
  const notPassed = evidence.filter((e) => e.verdict !== 'pass').map(sentence)
  const reason = notPassed.length === 0 ? `all ${evidence.length} passed` : notPassed.join('; ')
  return { verdict, reason, evidence }
}

function sentence({ name, answer, limit }: Evidence): string {
  return limit === '' ? `${name}: ${answer}` : `${name}: ${answer}, wanted ${limit}`
}

/** A verdict without evidence of its own: the question could not be put. */
export function inconclusive(reason: string, evidence: readonly Evidence[] = []): Verdict {
  return { verdict: 'inconclusive', reason, evidence }
}

/** A pass that needs no evidence of its own: something was done, and this is what. */
export function passed(reason: string): Verdict {
  return { verdict: 'pass', reason, evidence: [] }
}

import type { VerdictKind } from '../verdict.ts'
import type { Finding } from './finding.ts'
import type { ComparisonPolicy } from './policy.ts'

/** What the looks so far say about the canary. */
export interface ComparisonVerdict {
  /** `pass`: nothing against it so far. `fail`: stop. `inconclusive`: too little was seen to promote on. */
  readonly verdict: VerdictKind
  /** One line: why, and what would change it. */
  readonly reason: string
  /** The minute of the last look that counted. */
  readonly minute: number
  /** The evidence of all metrics together, in units of what stops: from 1 on it is `fail`. */
  readonly strength: number
  readonly findings: readonly Finding[]
}

/** Looks that a metric may be silent before nothing is promoted on it. */
const SILENT = 5

export function verdictOf(
  minute: number,
  findings: readonly Finding[],
  policy: ComparisonPolicy,
): ComparisonVerdict {
  const strength = findings.reduce((sum, finding) => sum + finding.strength, 0)
  if (strength >= 1) {
    const worst = findings.reduce((a, b) => (b.strength > a.strength ? b : a))
    return { verdict: 'fail', reason: failed(worst, strength), minute, strength, findings }
  }
  const missing = findings.filter(isMissing).map(missed)
  const few = tooFew(findings, policy)
  const lacks = few === undefined ? missing : [few, ...missing]
  if (lacks.length > 0)
    return { verdict: 'inconclusive', reason: lacks.join('; '), minute, strength, findings }
  const reason = `nothing against the canary: ${evidence(strength)}, and stops at 100 %`
  return { verdict: 'pass', reason, minute, strength, findings }
}

function failed(worst: Finding, strength: number): string {
  const { name, effect, interval, looks, n } = worst
  const [low, high] = interval ?? [0, Infinity]
  return `${name}: ${factor(effect)} times the baseline (${factor(low)} to ${factor(high)}) in ${looks} looks, ${n} of the canary; ${evidence(strength)}`
}

/** The least that the canary must have served is asked of its busiest metric that counts requests; where none does, of its sessions. */
function tooFew(findings: readonly Finding[], { minRequests }: ComparisonPolicy) {
  const areSessions = findings.some(countsSessions) && !findings.some(countsRequests)
  const [n, what] = [servedIn(findings), areSessions ? 'sessions' : 'requests']
  return n < minRequests ? `${n} ${what} of the canary, ${minRequests} are needed` : undefined
}

/** Requests of the canary that its busiest metric counts; its sessions where no metric counts requests. */
export function servedIn(findings: readonly Pick<Finding, 'kind' | 'n'>[]): number {
  const requests = findings.filter(countsRequests)
  const counted = requests.length > 0 ? requests : findings.filter(countsSessions)
  return Math.max(0, ...counted.map(({ n }) => n))
}

function countsSessions({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'sessions'
}

function countsRequests({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'latency' || kind === 'errors'
}

function isMissing({ looks, silent }: Finding): boolean {
  return looks === 0 || silent > SILENT
}

function missed({ name, silent }: Finding): string {
  return `${name}: no value of both groups for ${silent} looks`
}

function evidence(strength: number): string {
  return `evidence ${strength >= 10 ? 'over 1000' : Number((100 * strength).toPrecision(2))} % of what stops`
}

function factor(ratio: number): string {
  return String(Number(ratio.toPrecision(3)))
}

import { Failure } from '../../failure.ts'
import { EventEvidence } from './events.ts'
import { findingOf } from './finding.ts'
import { LatencyEvidence } from './latency.ts'
import type { CountsLook, LatencyLook, Look, MetricLook, ReadingsLook } from './look.ts'
import type { MetricEvidence, Standing } from './metric-evidence.ts'
import type { ComparisonPolicy } from './policy.ts'
import { ReadingsEvidence } from './readings.ts'
import { type ComparisonVerdict, verdictOf } from './verdict.ts'
import { sharesOf } from './weights.ts'

/** One metric, fed look by look. */
interface Watched {
  readonly name: string
  readonly kind: MetricLook['kind']
  /** Of alpha. */
  readonly share: number
  readonly add: (look: MetricLook, minute: number) => void
  readonly standing: () => Standing
}

/**
 * Judges a canary against the baseline that runs beside it, look by look. The same looks give the same verdicts, a verdict depends on the looks
 * up to it alone, and once `fail` it stays so.
 */
export class Comparison {
  readonly #policy: ComparisonPolicy
  #watched: readonly Watched[] | undefined
  #failed: ComparisonVerdict | undefined

  constructor(policy: ComparisonPolicy) {
    this.#policy = policy
  }

  /**
   * The verdict after one more look.
   * @throws Failure for a look whose metrics are not those of the first: how alpha is split is settled there.
   */
  next({ minute, metrics }: Look): ComparisonVerdict {
    if (this.#failed !== undefined) return this.#failed
    this.#watched ??= watch(metrics, this.#policy)
    const looks = byName(metrics)
    for (const { name, kind, add } of this.#watched) {
      const look = looks.get(name)
      if (look?.kind !== kind || looks.size !== this.#watched.length)
        throw new Failure('bad-input', `minute ${minute} has other metrics than the first look`)
      add(look, minute)
    }
    const findings = this.#watched.map(({ name, kind, share, standing }) =>
      findingOf({ name, kind, share }, standing(), this.#policy),
    )
    const verdict = verdictOf(minute, findings, this.#policy)
    if (verdict.verdict === 'fail') this.#failed = verdict
    return verdict
  }
}

/** The verdict at each look. */
export function compare(
  policy: ComparisonPolicy,
  looks: readonly Look[],
): readonly ComparisonVerdict[] {
  const comparison = new Comparison(policy)
  return looks.map((look) => comparison.next(look))
}

/** In an order of their own, so that the order in which metrics are given changes nothing. */
function watch(metrics: readonly MetricLook[], policy: ComparisonPolicy): readonly Watched[] {
  const sorted = [...byName(metrics).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const shares = sharesOf(sorted)
  return sorted.map((first, i) => {
    const { name, kind } = first
    return { name, kind, share: shares[i] as number, ...evidenceOf(first, policy) }
  })
}

function byName(metrics: readonly MetricLook[]): ReadonlyMap<string, MetricLook> {
  const named = new Map(metrics.map((metric) => [metric.name, metric]))
  if (named.size !== metrics.length || named.size === 0)
    throw new Failure('bad-input', 'a look needs metrics, each with a name of its own')
  return named
}

function evidenceOf(
  first: MetricLook,
  policy: ComparisonPolicy,
): Pick<Watched, 'add' | 'standing'> {
  if (first.kind === 'latency') return fed(new LatencyEvidence(policy), isLatency)
  if (isReadings(first)) return fed(new ReadingsEvidence(policy, first.kind), isReadings)
  return fed(new EventEvidence(policy), isCounts)
}

function fed<T extends MetricLook>(
  evidence: MetricEvidence<T>,
  fits: (look: MetricLook) => look is T,
): Pick<Watched, 'add' | 'standing'> {
  return {
    add: (look, minute) => {
      if (fits(look)) evidence.add(look, minute)
    },
    standing: () => evidence.standing(),
  }
}

const isLatency = (look: MetricLook): look is LatencyLook => look.kind === 'latency'
const isReadings = (look: MetricLook): look is ReadingsLook =>
  look.kind === 'gauge' || look.kind === 'lag'
const isCounts = (look: MetricLook): look is CountsLook => !isLatency(look) && !isReadings(look)

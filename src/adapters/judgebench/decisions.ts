import { compare } from '../../domain/judging/comparison/comparison.ts'
import type { Look, MetricLook } from '../../domain/judging/comparison/look.ts'
import { DEFAULT_POLICY } from '../../domain/judging/comparison/policy.ts'
import type { VerdictKind } from '../../domain/judging/verdict.ts'
import { type Case, type Metric, parseDocument } from './document.ts'

const WORDS: Readonly<Record<VerdictKind, string>> = {
  pass: 'continue',
  fail: 'stop',
  inconclusive: 'inconclusive',
}

/** The answer to a document of the protocol judgebench/1, a case a line. @throws Failure `bad-input` */
export function judgebench(text: string): readonly string[] {
  const results = parseDocument(text).map((one) =>
    JSON.stringify({ id: one.id, decisions: decisionsOf(one) }),
  )
  const comma = (line: string, i: number) => (i < results.length - 1 ? `${line},` : line)
  return ['{"protocol":"judgebench/1","results":[', ...results.map(comma), ']}']
}

function decisionsOf({ policy, looks }: Case): readonly string[] {
  const verdicts = compare({ ...DEFAULT_POLICY, ...policy }, looks.map(lookOf))
  return verdicts.map(({ verdict }) => WORDS[verdict])
}

function lookOf({ minute, metrics }: Case['looks'][number]): Look {
  return { minute, metrics: metrics.map(metricOf) }
}

function metricOf(metric: Metric): MetricLook {
  const { name } = metric
  switch (metric.kind) {
    case 'latency': {
      const { le: bounds, baseline, canary } = metric
      const sides = { baseline: bucketsOf(baseline), canary: bucketsOf(canary) }
      return { name, kind: 'latency', bounds, ...sides }
    }
    case 'errors':
    case 'sessions': {
      const kind = metric.unit === 'pod-minutes' ? 'restarts' : metric.kind
      return { name, kind, baseline: eventsOf(metric.baseline), canary: eventsOf(metric.canary) }
    }
    default:
      return { name, kind: metric.kind, baseline: metric.baseline, canary: metric.canary }
  }
}

function bucketsOf(side: { readonly hist: readonly number[] } | null) {
  return side === null ? null : { buckets: side.hist }
}

function eventsOf(side: { readonly count: number; readonly total: number } | null) {
  return side === null ? null : { bad: side.count, total: side.total }
}

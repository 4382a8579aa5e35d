import { formatDuration } from '../config/duration.ts'
import type { ComparedFinding } from '../judging/compared-finding.ts'
import { compare } from '../judging/comparison/comparison.ts'
import type { Finding } from '../judging/comparison/finding.ts'
import type { Look } from '../judging/comparison/look.ts'
import { type ComparisonVerdict, servedIn } from '../judging/comparison/verdict.ts'
import type { Evidence } from '../judging/verdict.ts'
import { levelsOf } from './compared-levels.ts'
import { COMPARISON, type ComparedStage } from './compared-stage.ts'
import type { Plan } from './plan.ts'
import type { ComparedMetric } from './planned-comparison.ts'

type Versions = Pick<Plan, 'version' | 'baseline'>

/** Evidence beyond this is not told apart: it says no more. */
const MOST = 10

/** What the looks of a stage say of the new version, by the judge of comparisons: the same looks always say the same. */
export function comparisonEvidence(
  stage: ComparedStage,
  versions: Versions,
  looks: readonly Look[],
): Evidence {
  const judged = compare(stage.policy, looks).at(-1)
  const base = question(stage, versions)
  const length = formatDuration(stage.look)
  if (judged === undefined)
    return {
      ...{ ...base, verdict: 'inconclusive', value: 0, samples: 0 },
      answer: `no look is over yet, and each takes ${length}`,
    }
  const findings = stage.metrics.map((metric) => findingOf(metric, judged, looks))
  const value = Number(Math.min(MOST, judged.strength).toPrecision(3))
  const texts = findings.filter(({ name }) => name !== namedIn(judged)).map(findingText)
  return {
    ...{ ...base, verdict: judged.verdict, findings, samples: servedIn(findings) },
    ...(isBlind(findings, looks.length - stage.policy.warmupMinutes) ? {} : { value }),
    answer: [
      judged.reason,
      texts.join(', '),
      `${looks.length} looks of ${length}`,
      END[judged.verdict],
    ]
      .filter((part) => part !== '')
      .join('; '),
  }
}

/** What would change a verdict, where its reason does not say it. */
const END = { pass: '', inconclusive: '', fail: 'no later look changes it' } as const

/** The metric whose figures the reason of a failure has. */
function namedIn({ verdict, findings }: ComparisonVerdict): string | undefined {
  if (verdict !== 'fail') return undefined
  return findings.toSorted((a, b) => b.strength - a.strength)[0]?.name
}

/** Looks after the warm-up in which a metric of both versions has to be seen once. */
const PATIENCE = 5

/** What has never been compared for so long was not measured: nobody should have to wait for the end of the bake to learn it. */
function isBlind(findings: readonly ComparedFinding[], looks: number): boolean {
  return looks > PATIENCE && findings.some((one) => one.looks === 0)
}

/** The evidence of a comparison that could not be made. @param why One line. */
export function uncompared(stage: ComparedStage, versions: Versions, why: string): Evidence {
  return { ...question(stage, versions), verdict: 'inconclusive', answer: why }
}

function question({ metrics }: ComparedStage, { version, baseline }: Versions) {
  const names = metrics.map(({ name }) => name).join(', ')
  return {
    name: COMPARISON,
    question: `${names} of ${version} against ${baseline}`,
    limit: 'evidence below 100 % of what stops',
  }
}

function findingOf(
  { name, kind }: ComparedMetric,
  { findings }: ComparisonVerdict,
  looks: readonly Look[],
): ComparedFinding {
  const found = findings.find((one) => one.name === name)
  const { baseline, canary } = levelsOf(name, looks)
  const seen = found !== undefined && found.looks > 0 ? found : undefined
  return {
    ...{ name, kind, baseline: figure(baseline), canary: figure(canary) },
    ...interval(seen),
    ...{ n: Math.round(found?.n ?? 0), looks: found?.looks ?? 0 },
  }
}

function interval(found: Finding | undefined) {
  const [low = Number.NaN, high] = found?.interval ?? []
  return { ratio: figure(found?.effect), low: figure(low < 1 / ANY ? 0 : low), high: figure(high) }
}

/** A ratio that may be so large may be any. */
const ANY = 100

/** Four digits; null for what is no number, which JSON has not. */
function figure(value = Number.NaN): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : null
}

/** `latency 1.02 times the baseline (0.97 to 1.08)`. */
function findingText({ name, ratio, low, high }: ComparedFinding): string {
  if (ratio === null) return `${name} not compared`
  return `${name} ${short(ratio)} times the baseline (${intervalText({ low, high })})`
}

/** `0.97 to 1.08`. */
export function intervalText({ low, high }: Pick<ComparedFinding, 'low' | 'high'>): string {
  const [from, to] = [short(low ?? 0), high === null || high > ANY ? 'any' : short(high)]
  return `${from} to ${to}`
}

const short = (value: number) => String(Number(value.toPrecision(3)))

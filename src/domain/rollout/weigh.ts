import type { Objective } from '../judging/objective.ts'
import { type Evidence, overall, type Verdict, type VerdictKind } from '../judging/verdict.ts'

/** Name of the evidence that the score is: no objective has a space in its name. */
export const SCORE = 'score of objectives'

/** What the pieces of evidence come to together. */
export interface Weighing {
  readonly objectives: readonly Objective[]
  /** Percent of the weight that must pass; absent: all of it. */
  readonly score?: number | undefined
}

/** How a piece of evidence counts. `told`: it holds nothing back. */
type Part = 'binding' | 'scored' | 'told'

/**
 * The verdict over one look: the worst of what binds, where an objective that only notifies binds nothing, and where
 * there is a score those that are not critical bind by their weight together.
 */
export function weigh(evidence: readonly Evidence[], weighing: Weighing): Verdict {
  const those = (part: Part) => evidence.filter((e) => partOf(e, weighing) === part)
  const [binding, scored, told] = [those('binding'), those('scored'), those('told')]
  const score = scored.length === 0 ? [] : [scoreOf(scored, weighing)]
  const pieces = [...binding, ...score]
  const nothing = told.length > 0 && pieces.length === 0
  const { verdict, reason } = nothing ? NOTHING_BINDS : overall(pieces)
  return {
    verdict,
    reason: [reason, ...told.filter(({ verdict: v }) => v === 'fail').map(toldText)].join('; '),
    evidence: [...evidence, ...score],
  }
}

const NOTHING_BINDS = { verdict: 'pass', reason: 'nothing may hold it' } as const

function toldText({ name, answer, limit }: Evidence): string {
  return `told, and goes on: ${name}: ${answer}, wanted ${limit}`
}

function partOf({ name }: Evidence, { objectives, score }: Weighing): Part {
  const objective = objectives.find((o) => o.name === name)
  if (objective?.onBreach === 'notify') return 'told'
  return objective === undefined || score === undefined || objective.critical ? 'binding' : 'scored'
}

/** What is not known may still pass or fail: only what is certain either way decides. */
function scoreOf(scored: readonly Evidence[], { objectives, score = 100 }: Weighing): Evidence {
  const weightOf = ({ name }: Evidence) => objectives.find((o) => o.name === name)?.weight ?? 1
  const sum = (kinds: readonly VerdictKind[]) =>
    scored.reduce((all, e) => all + (kinds.includes(e.verdict) ? weightOf(e) : 0), 0)
  const all = sum(['pass', 'fail', 'inconclusive'])
  const least = (100 * sum(['pass'])) / all
  const most = (100 * sum(['pass', 'inconclusive'])) / all
  const verdict = least >= score ? 'pass' : most < score ? 'fail' : 'inconclusive'
  const bad = scored.filter((e) => e.verdict !== 'pass').map((e) => `${e.name} ${e.answer}`)
  return {
    name: SCORE,
    verdict,
    question: scored.map((e) => `${e.name} × ${weightOf(e)}`).join(' + '),
    answer: [`${Number(least.toFixed(2))} of 100`, ...bad].join(', '),
    limit: `at least ${score}`,
  }
}

/** The pieces of evidence that count against a release: those that bind and fail. */
export function breached(evidence: readonly Evidence[], weighing: Weighing): readonly Evidence[] {
  const isScoreBad = evidence.some((e) => e.name === SCORE && e.verdict === 'fail')
  const counts: Readonly<Record<Part, boolean>> = { binding: true, scored: isScoreBad, told: false }
  return evidence.filter(
    (e) => e.verdict === 'fail' && e.name !== SCORE && counts[partOf(e, weighing)],
  )
}

/** The pieces of evidence whose objective only notifies, and which are beyond their limit. */
export function toBeTold(evidence: readonly Evidence[], weighing: Weighing): readonly Evidence[] {
  return evidence.filter((e) => e.verdict === 'fail' && partOf(e, weighing) === 'told')
}

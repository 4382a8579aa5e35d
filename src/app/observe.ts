import { Failure, failureLine } from '../domain/failure.ts'
import { judgeObjective, type Objective } from '../domain/judging/objective.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import type { Metrics, Window } from '../ports/metrics.ts'

/**
 * Look once: read every objective for one version over one window and judge it. Never throws: what cannot be read is
 * inconclusive evidence of that objective, with the reason as its answer.
 */
export async function observe(
  objectives: readonly Objective[],
  window: Window,
  metrics: Metrics,
): Promise<Evidence[]> {
  const evidence: Evidence[] = []
  // One after the other: a source with a rate limit is asked gently, and objectives of one look share its probes.
  for (const objective of objectives) evidence.push(await judged(objective, window, metrics))
  return evidence
}

async function judged(objective: Objective, window: Window, metrics: Metrics): Promise<Evidence> {
  try {
    return judgeObjective(objective, await metrics.read(objective, window))
  } catch (error) {
    return unread(objective, window, lineOf(error))
  }
}

/** The evidence of an objective that could not be read. */
export function unread(objective: Objective, window: Window, why: string): Evidence {
  const question = objective.query ?? `${objective.metric} of ${window.version}`
  const nothing = judgeObjective(objective, { value: Number.NaN, samples: 0, question })
  return { ...nothing, verdict: 'inconclusive', answer: why }
}

/** One line of what went wrong. */
export function lineOf(error: unknown): string {
  if (error instanceof Failure) return failureLine(error)
  return `unexpected: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
}

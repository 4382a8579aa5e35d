import type { Evidence } from './verdict.ts'

/** Half a character from outside has no canonical form: what holds one could never be written. */
export function wellFormed(evidence: Evidence): Evidence {
  const { question, answer, limit } = evidence
  return {
    ...evidence,
    question: question.toWellFormed(),
    answer: answer.toWellFormed(),
    limit: limit.toWellFormed(),
  }
}

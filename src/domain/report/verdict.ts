import type { Verdict, VerdictKind } from '../judging/verdict.ts'
import { inert, raw, table } from './markdown.ts'

const MARK: Record<VerdictKind, string> = { pass: '🟢', fail: '🔴', inconclusive: '🟡' }

/** `🟢 pass`, for a heading or a cell. */
export function verdictMark(kind: VerdictKind): string {
  return `${MARK[kind]} ${kind}`
}

/** The frame of every summary: heading with the verdict, the reason, the evidence, then the blocks of the action. */
export function summaryPage(title: string, verdict: Verdict, blocks: readonly string[]): string {
  const evidence = table(
    ['', 'Question', 'Answer', 'Limit', 'Asked'],
    verdict.evidence.map((e) => [
      raw(verdictMark(e.verdict)),
      e.name,
      e.answer,
      e.limit,
      e.question,
    ]),
  )
  const parts = [
    `## ${MARK[verdict.verdict]} ${inert(title)}: ${verdict.verdict}`,
    inert(verdict.reason),
  ]
  return [...parts, ...blocks, ...(verdict.evidence.length === 0 ? [] : [evidence])].join('\n\n')
}

import type { Verdict } from '../judging/verdict.ts'
import { bar, table } from '../report/markdown.ts'

/** What a smoke test was about. */
export interface SmokeFacts {
  readonly version: string
  readonly suite: string
  /** Empty without one. */
  readonly depth: string
  /** For people, for example `slot green at 0 %`. */
  readonly target: string
}

/** The head of the summary: what was tested, and how many of the checks passed. */
export function smokeBlocks(facts: SmokeFacts, { evidence }: Verdict): readonly string[] {
  const passed = evidence.filter((e) => e.verdict === 'pass').length
  const share = evidence.length === 0 ? 0 : passed / evidence.length
  const rows = [
    ['Version', facts.version],
    ['Suite', facts.suite],
    ['Depth', facts.depth === '' ? 'none' : facts.depth],
    ['Target', facts.target],
    ['Passed', `${bar(share)} ${passed} of ${evidence.length}`],
  ]
  return [table(['Smoke test', ''], rows)]
}

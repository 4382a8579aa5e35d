import { passed } from '../judging/verdict.ts'
import type { Entry } from '../ledger/entry.ts'
import { type FreezeFacts, freezeBody } from './freeze-issue.ts'
import { inert } from './markdown.ts'
import { recordText } from './record.ts'

interface Frozen {
  readonly issue: { readonly number: number; readonly url: string } | undefined
  readonly created: boolean
  readonly missingLabels: readonly string[]
  readonly chain: readonly Entry[]
}

/** Report of a freeze; without a result it was a dry run. */
export function freezeReport(request: Omit<FreezeFacts, 'seq'>, frozen: Frozen | undefined) {
  const { product, channel } = request.scope
  const scope = `${product} ${channel}`
  if (frozen === undefined)
    return {
      verdict: passed(`dry run: ${scope} would be frozen`),
      summary: ['The issue would be:', freezeBody({ ...request, seq: 0 })],
    }
  const { issue, created, missingLabels, chain } = frozen
  const where =
    issue === undefined
      ? 'issues are switched off, the ledger holds it'
      : `issue ${issue.number}${created ? '' : ' was open already'}`
  const outputs = {
    issue_number: issue === undefined ? '' : String(issue.number),
    issue_url: issue?.url ?? '',
    created: String(created),
  }
  const labels =
    missingLabels.length === 0
      ? []
      : [`Labels that the token may not set: ${inert(missingLabels.join(', '))}.`]
  const link =
    issue === undefined
      ? []
      : [`Lifted when a person with write access closes [issue ${issue.number}](${issue.url}).`]
  return {
    verdict: passed(`${scope} is frozen: ${where}`),
    outputs,
    summary: [...link, ...labels, `Ledger: ${recordText(chain)}.`],
  }
}

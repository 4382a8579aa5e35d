import type { Evidence } from '../judging/verdict.ts'
import { canonical } from '../ledger/canonical.ts'
import { comparedStage } from './compared-stage.ts'
import { comparisonEvidence } from './comparison-evidence.ts'
import { looksIn } from './looks-file.ts'
import type { Plan } from './plan.ts'

/**
 * The text of a file that evidence names, where its bytes are at hand and have its digest; else in words why not.
 */
export type ReadAttachment = (
  attachment: NonNullable<Evidence['attachment']>,
) => { readonly text: string } | { readonly fault: string }

/** A comparison judged again, and what is wrong with its file. */
export interface Recompared {
  readonly evidence: Evidence
  readonly fault: string | undefined
}

/** Judge the comparison of a stage again, from the looks that were kept. Without them it is no pass any more. */
export function recompare(
  recorded: Evidence,
  plan: Plan,
  index: number,
  read: ReadAttachment,
): Recompared {
  const { attachment } = recorded
  const doubtful = { ...recorded, verdict: 'inconclusive' } as const
  // What was never read was never judged.
  if (attachment === undefined)
    return {
      evidence: doubtful,
      fault: recorded.verdict === 'inconclusive' ? undefined : 'names no file',
    }
  const found = read(attachment)
  if ('fault' in found) return { evidence: doubtful, fault: `${attachment.name}: ${found.fault}` }
  const stage = comparedStage(plan, index)
  const looks = looksIn(found.text)
  if (stage === undefined || looks === undefined)
    return { evidence: doubtful, fault: `${attachment.name}: it holds no looks of this stage` }
  const evidence = comparisonEvidence(stage, plan, looks)
  const isSame = figures(evidence) === figures(recorded)
  return { evidence, fault: isSame ? undefined : `${attachment.name}: it gives other figures` }
}

/** Without the words, which another version may choose otherwise. */
function figures({ verdict, value = 0, samples = 0, findings = [] }: Evidence): string {
  return canonical({ verdict, value, samples, findings })
}

import type { Entry } from '../ledger/entry.ts'
import type { Rollout } from './state.ts'

/**
 * What the record of a release whose stages have passed lacks: of each stage, unless a person skipped it, the intent of
 * its weight, then the outcome, then the pass. A chain may be whole and still say that a stage has passed which never had
 * its weight. Empty: nothing is lacking.
 */
export function recordGaps(
  entries: readonly Entry[],
  { plan, planSeq }: Pick<Rollout, 'plan' | 'planSeq'>,
): readonly string[] {
  const own = entries.filter(({ seq }) => seq > planSeq)
  return plan.stages.flatMap((_, stage) => {
    const lacking = lackingOf(own, stage)
    return lacking === undefined ? [] : [`stage ${stage + 1} has no ${lacking}`]
  })
}

function lackingOf(own: readonly Entry[], stage: number): string | undefined {
  const pass = own.findLastIndex((e) => e.kind === 'verdict' && isPass(e.payload, stage))
  const verdict = own[pass]
  if (verdict?.kind !== 'verdict') return 'pass'
  if (verdict.payload.gate === 'operator') return undefined
  const outcome = own.slice(0, pass).findLastIndex((e) => e.kind === 'outcome' && isOf(e, stage))
  if (outcome < 0) return 'outcome'
  const isIntended = own.slice(0, outcome).some((e) => e.kind === 'intent' && isOf(e, stage))
  return isIntended ? undefined : 'intent'
}

function isPass(
  { stage: of, verdict, breach }: Extract<Entry, { kind: 'verdict' }>['payload'],
  stage: number,
): boolean {
  return of === stage && verdict === 'pass' && breach === 'none'
}

function isOf({ payload }: Entry, stage: number): boolean {
  return 'stage' in payload && payload.stage === stage
}

import { judgeAgain } from '../judging/judge-again.ts'
import type { Evidence, Verdict } from '../judging/verdict.ts'
import { SCORE, weigh } from '../rollout/weigh.ts'
import type { GateRecord } from './gate-file.ts'
import { sentryEvidence } from './sentry-release.ts'

/** What a gate may be asked for. */
interface Asked {
  readonly enforced: boolean
  readonly channel: string
  readonly objectives: readonly unknown[]
  readonly sentry?: unknown
}

/** A gate that nobody asked for is open, and says why; undefined where it was asked for something. */
export function unasked({ enforced, channel, objectives, sentry }: Asked): Verdict | undefined {
  if (!enforced) return open(`not enforced for ${channel}`)
  if (objectives.length === 0 && sentry === undefined)
    return open('nothing declared: objectives are none and Sentry is not configured')
  return undefined
}

const open = (reason: string): Verdict => ({ verdict: 'pass', reason, evidence: [] })

/** The verdict that a record gives: every piece judged again, and one that is missing is no pass. */
export function judgeGate(record: GateRecord): Verdict {
  const nothing = unasked(record)
  if (nothing !== undefined) return nothing
  const { sentry, objectives, score } = record
  const release = sentry === undefined ? [] : [sentryEvidence(sentry.question, sentry.answer)]
  const recorded = new Map(record.evidence.map((e) => [e.name, e]))
  const pieces = objectives.map((objective): Evidence => {
    const piece = recorded.get(objective.name)
    return piece === undefined ? missing(objective.name) : judgeAgain(objective, piece)
  })
  return weigh([...release, ...pieces], { objectives, score })
}

function missing(name: string): Evidence {
  return { name, verdict: 'inconclusive', question: '', answer: 'is not recorded', limit: '' }
}

/** Names of pieces of evidence that the record says otherwise than they are judged again. */
export function differing({ evidence }: GateRecord, again: Verdict): readonly string[] {
  const words = (pieces: readonly Evidence[]) =>
    new Map(pieces.filter(({ name }) => name !== SCORE).map((e) => [e.name, e.verdict]))
  const [recorded, found] = [words(evidence), words(again.evidence)]
  const names = new Set([...recorded.keys(), ...found.keys()])
  return [...names].filter((name) => recorded.get(name) !== found.get(name))
}

import { formatDuration } from '../config/duration.ts'
import { type Attachment, placeText } from '../ledger/attachment.ts'
import type { Entry } from '../ledger/entry.ts'
import { forAudience } from '../rollout/audience.ts'
import { BACK } from '../rollout/state.ts'
import { recordedText } from './recorded.ts'

type Payload<K extends Entry['kind']> = Extract<Entry, { kind: K }>['payload']

/** What happened to a release, a line an entry, for an operator's terminal. */
export function story(entries: readonly Entry[]): string[] {
  return entries.map((entry) => {
    const { seq, time, actor, run } = entry
    const who = `${actor}, run ${run.id}${run.attempt > 1 ? ` attempt ${run.attempt}` : ''}`
    return `${String(seq).padStart(3)}  ${time.slice(0, 19)}Z  ${entry.kind.padEnd(7)}  ${happened(entry)}  (${who})`
  })
}

function happened(entry: Entry): string {
  switch (entry.kind) {
    case 'plan':
      return planned(entry.payload)
    case 'intent':
      return intended(entry.payload)
    case 'outcome':
      return ended(entry.payload)
    case 'verdict':
      return judged(entry.payload)
    case 'decision':
      return `${entry.payload.decision} by ${entry.payload.by}: ${entry.payload.reason}`
    case 'attachments':
      return entry.payload.attachments.map(attached).join(', ')
    case 'alarm':
      return entry.payload.evidence
        .map(({ name, answer, limit }) => `told of ${name}: ${answer}, wanted ${limit}`)
        .join('; ')
    case 'told':
      return `told of ${entry.payload.event} (entry ${entry.payload.about}): ${entry.payload.channels.join(', ') || 'nobody'}`
    case 'freeze':
      return `frozen: ${entry.payload.reason}`
    case 'lift':
      return `freeze lifted by ${entry.payload.by}, who closed issue ${entry.payload.issue}`
    default:
      return recordedText(entry)
  }
}

function attached(one: Attachment): string {
  return `${one.name}, ${one.size} bytes, ${placeText(one)}`
}

function planned({ plan }: Payload<'plan'>): string {
  const stages = plan.stages.map(
    ({ weight, bake, audience }) => `${weight} % ${formatDuration(bake)}${forAudience(audience)}`,
  )
  return `${plan.strategy} from ${plan.baseline}: ${stages.join(', ')}`
}

/** The reason of a step forward is its stage. */
function intended({ stage, reason, to, audience }: Payload<'intent'>): string {
  const way = stage === BACK ? 'way back: ' : ''
  return `${way}${reason}: about to set ${weights(to)}${forAudience(audience)}`
}

function ended(payload: Payload<'outcome'>): string {
  return payload.effect === 'release'
    ? `${payload.result}: ${payload.reason}`
    : `${stageName(payload.stage)}: the router has ${weights(payload.weights)}`
}

function judged({ gate, stage, verdict, reason }: Payload<'verdict'>): string {
  return `${stage === null ? gate : stageName(stage)}: ${verdict}: ${reason}`
}

/** A settled step that did not happen has a stage of no plan. */
function stageName(stage: number): string {
  if (stage >= 0) return `stage ${stage + 1}`
  return stage === BACK ? 'way back' : 'no stage'
}

function weights(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .map(([slot, weight]) => `${slot} ${weight} %`)
    .join(', ')
}

/** The state machine as a picture: every edge is what the code answers to an entry, none is drawn by hand. */
import type { Draft, Entry } from '../../src/domain/ledger/entry.ts'
import { CHECKPOINTS, itemsOf } from '../../src/domain/rollout/checkpoints.ts'
import { decide } from '../../src/domain/rollout/decide.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { BACK, type Rollout, rolloutOf } from '../../src/domain/rollout/state.ts'
import { isOut } from '../../src/domain/rollout/waiting.ts'
import { textOf } from '../files.ts'
import type { Generated } from './page.ts'
import { table } from './table.ts'

/** Two stages show all that more could. */
const PLAN: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 1000 },
  stages: [10, 100].map((weight) => ({ weight, bake: 1000, minRequests: 0 })),
  ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
}
const PLANS: readonly Plan[] = [PLAN, { ...PLAN, conditions: { checkpoints: true } }]
const WEIGHTS = { blue: 100, green: 0 }

/** An entry that somebody may write, and in words why. */
interface Event {
  readonly why: string
  readonly draft: Draft
}

const shift = (stage: number, why: string): Event => ({
  why,
  draft: {
    kind: 'intent',
    payload: { effect: 'shift', stage, reason: why, from: WEIGHTS, to: WEIGHTS },
  },
})
const shifted = (stage: number, why: string): Event => ({
  why,
  draft: { kind: 'outcome', payload: { effect: 'shift', stage, weights: WEIGHTS } },
})
const judged = (
  stage: number,
  why: string,
  verdict: 'pass' | 'fail',
  breach: 'none' | 'pause' | 'stop' | 'rollback',
): Event => ({
  why,
  draft: {
    kind: 'verdict',
    payload: { gate: 'stage', stage, verdict, reason: why, evidence: [], breach },
  },
})
const decided = (decision: 'pause' | 'resume', why: string): Event => ({
  why,
  draft: { kind: 'decision', payload: { decision, by: 'ada', reason: why } },
})
const ended = (result: 'completed' | 'rolled-back' | 'failed', why: string): Event => ({
  why,
  draft: { kind: 'outcome', payload: { effect: 'release', result, reason: why } },
})

/** What a person records about the condition that a release waits for: the four checkpoints stand for all of them. */
const met = (state: Rollout): Event => {
  const step = decide(state)
  const name = step.kind === 'await' ? step.condition : ''
  const checkpoint = CHECKPOINTS.find((one) => one === name) ?? 'closed'
  const done = itemsOf(checkpoint, false).map(({ id }) => id)
  return {
    why: 'a person meets a condition of the plan',
    draft: { kind: 'checkpoint', payload: { checkpoint, done, by: 'ada', reason: '' } },
  }
}

/** What is written where a release stands so; the way back may be written anywhere before the end. */
function eventsOf(state: Rollout): readonly Event[] {
  const { stage, pending } = state
  const back = shift(BACK, 'taken back by a person, or because the job was cancelled')
  switch (decide(state).kind) {
    case 'shift':
      return [shift(stage, 'about to set the weight'), decided('pause', 'a person pauses'), back]
    case 'settle':
      return pending?.stage === BACK
        ? [shifted(BACK, 'all traffic is back')]
        : [shifted(stage, 'the weight is set'), shifted(BACK - 1, 'it never was'), back]
    case 'analyse':
      return [
        judged(stage, 'pass', 'pass', 'none'),
        judged(stage, 'not passed', 'fail', 'rollback'),
        judged(
          stage,
          'a breach that says pause or page, or nobody looked in time',
          'fail',
          'pause',
        ),
        judged(stage, 'a breach that says stop', 'fail', 'stop'),
        back,
      ]
    case 'paused':
      return [
        decided('resume', 'a person resumes'),
        judged(stage, 'a person skips the stage', 'pass', 'none'),
        back,
      ]
    case 'stop':
      return [ended('failed', 'stopped where it stands'), back]
    case 'roll-back':
      return isBack(state)
        ? [ended('rolled-back', 'all traffic is back')]
        : [shift(BACK, 'about to take all traffic back')]
    case 'await':
      return [met(state), ...(isOut(state) ? [] : [decided('pause', 'a person pauses')]), back]
    case 'complete':
      return [ended('completed', 'every job passed'), ended('failed', 'a job failed'), back]
    case 'ended':
      return []
  }
}

/** The last shift was none of a stage. */
function isBack({ weights, since }: Rollout): boolean {
  return weights !== undefined && since === undefined
}

/** From, why, to. */
type Edge = readonly [from: string, why: string, to: string]

/** Every edge that can be reached from a new plan. */
export function edges(): readonly Edge[] {
  const found = new Map<string, Edge>()
  const seen = new Set<string>()
  const waiting: (readonly Draft[])[] = PLANS.map((plan) => [{ kind: 'plan', payload: { plan } }])
  for (let drafts = waiting.shift(); drafts !== undefined; drafts = waiting.shift()) {
    const state = rolloutOf(entriesOf(drafts))
    if (state === undefined || seen.has(JSON.stringify(state))) continue
    seen.add(JSON.stringify(state))
    for (const { why, draft } of eventsOf(state)) {
      const after = [...drafts, draft]
      const next = rolloutOf(entriesOf(after))
      if (next === undefined) continue
      const edge: Edge = [decide(state).kind, why, decide(next).kind]
      found.set(edge.join(), edge)
      waiting.push(after)
    }
  }
  return [...found.values()]
}

function entriesOf(drafts: readonly Draft[]): Entry[] {
  const { product, channel, version } = PLAN
  return drafts.map((draft, index) => ({
    schema: 1,
    id: String(index),
    seq: index + 1,
    previous: null,
    time: '2026-01-01T00:00:00.000Z',
    release: { product, channel, version },
    planHash: null,
    actor: 'ada',
    run: { id: 1, attempt: 1 },
    suite: '',
    signature: null,
    ...draft,
  }))
}

/** docs/reference/state-machine.md, for a tree that has the state machine. */
export function stateMachinePages(root: string): Generated[] {
  if (textOf(root, 'src/domain/rollout/decide.ts') === undefined) return []
  const all = edges()
  const rows = all.map(([from, why, to]) => ({ name: from, description: why, rest: [`\`${to}\``] }))
  const arrows = [...Map.groupBy(all, ([from, , to]) => `${from}|${to}`)].map(([pair, group]) => {
    const [from = '', to = ''] = pair.split('|')
    return `  ${idOf(from)} --> ${idOf(to)}: ${group.map(([, why]) => why).join('; ')}`
  })
  const text = `${HEAD}

\`\`\`mermaid
stateDiagram-v2
  [*] --> await: planned, with conditions
  [*] --> shift: planned
${arrows.join('\n')}
  ended --> [*]
\`\`\`

${table(['Next step', 'What is written', 'Next step then'], rows)}
`
  return [{ path: 'docs/reference/state-machine.md', text }]
}

/** A hyphen ends a name in Mermaid. */
const idOf = (kind: string) => kind.replace('-', '')

const HEAD = `# State machine

Generated by \`npm run docs\`: every edge is what \`decide\` answers to an entry of the ledger, for a plan of two stages. Every strategy is
this machine with other stages. \`await\` is there where the plan has conditions: before the first weight for an acceptance, an approval,
a notice, a backup, a time and the first two checkpoints, before the end for the third; no traffic moves in it. Who writes what stands in [the ledger](../ledger.md); a clock decides only *when* \`analyse\` is judged.`

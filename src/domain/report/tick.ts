import { overall, passed, type Verdict } from '../judging/verdict.ts'
import type { ReleaseKey } from '../ledger/entry.ts'
import { decide } from '../rollout/decide.ts'
import type { Rollout } from '../rollout/state.ts'
import { stateName } from '../rollout/state-name.ts'
import { bar, inert, raw, table } from './markdown.ts'
import { verdictMark } from './verdict.ts'

interface Attended {
  readonly release: ReleaseKey
  readonly verdict: Verdict
  readonly steps: readonly string[]
  readonly rollout: Rollout | undefined
  readonly notes: readonly string[]
}

/** Verdict, outputs and summary of a tick: as bad as the worst release that it looked at. */
export function tickReport(attended: readonly Attended[]) {
  const open = attended.filter(({ rollout }) => rollout?.result === undefined)
  const outputs = { open: String(open.length), releases: JSON.stringify(attended.map(facts)) }
  if (attended.length === 0)
    return { verdict: passed('no release is open'), outputs, summary: ['No release is open.'] }
  const evidence = attended.map(({ release, verdict }) => ({
    name: `${release.product} ${release.version}`,
    verdict: verdict.verdict,
    question: 'the release after this tick',
    answer: verdict.reason,
    limit: '',
  }))
  const verdict = overall(evidence)
  const all = attended.length === 1 ? '1 release' : `${attended.length} releases`
  const reason = verdict.verdict === 'pass' ? calm(attended, all) : verdict.reason
  return { verdict: { ...verdict, reason }, outputs, summary: summary(attended) }
}

function calm(attended: readonly Attended[], all: string): string {
  const [only, ...others] = attended
  return only !== undefined && others.length === 0
    ? `${only.release.product} ${only.release.version}: ${only.verdict.reason}`
    : `${all} looked at, nothing to object`
}

function facts({ release, verdict, rollout }: Attended) {
  const { product, channel, version } = release
  return {
    product,
    channel,
    version,
    verdict: verdict.verdict,
    stand: stand(rollout),
    state: stateText(rollout),
  }
}

/** Where it stands, in a word for people. */
function stateText(rollout: Rollout | undefined): string {
  return rollout === undefined ? 'unreadable' : stateName(rollout)
}

/** The result, or the next step. */
function stand(rollout: Rollout | undefined): string {
  if (rollout === undefined) return 'unreadable'
  return rollout.result ?? decide(rollout).kind
}

function summary(attended: readonly Attended[]): string[] {
  const rows = attended.map(({ release, verdict, rollout }) => [
    `${release.product} ${release.version}`,
    release.channel,
    raw(traffic(rollout)),
    stage(rollout),
    raw(verdictMark(verdict.verdict)),
    verdict.reason,
  ])
  const steps = attended.flatMap(({ release, steps: done }) =>
    done.map((line) => `1. ${inert(`${release.version}: ${line}`)}`),
  )
  return [
    table(['Release', 'Channel', 'Traffic', 'Stage', '', ''], rows),
    ...(steps.length === 0 ? [] : [steps.join('\n')]),
    ...attended.flatMap(({ notes }) => notes),
  ]
}

function stage(rollout: Rollout | undefined): string {
  if (rollout === undefined) return ''
  if (rollout.result !== undefined) return rollout.result
  const { length } = rollout.plan.stages
  return `${Math.min(rollout.stage + 1, length)} of ${length}, ${stateName(rollout)}`
}

/** The weight that the record gives the new version. */
function traffic(rollout: Rollout | undefined): string {
  if (rollout === undefined) return ''
  const { plan, stage: at, shifted, result } = rollout
  const index = shifted ? at : at - 1
  const weight = result === 'rolled-back' ? 0 : (plan.stages[index]?.weight ?? 0)
  return `${bar(weight / 100)} ${weight} %`
}

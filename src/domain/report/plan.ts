import { formatDuration } from '../config/duration.ts'
import { type NeededSecrets, neededSecrets } from '../config/needed-secrets.ts'
import type { Config } from '../config/schema.ts'
import { limitText } from '../judging/explain.ts'
import type { Verdict } from '../judging/verdict.ts'
import type { Entry } from '../ledger/entry.ts'
import { spoken } from '../release/spoken.ts'
import { forAudience } from '../rollout/audience.ts'
import { clockLine } from '../rollout/clock.ts'
import { isCompleting, stageText } from '../rollout/completing.ts'
import { type Plan, plannedDuration } from '../rollout/plan.ts'
import { comparisonLine } from './comparison.ts'
import { conditionBlocks } from './conditions.ts'
import { inert, raw, table } from './markdown.ts'
import { recordText } from './record.ts'
import { strategyBlock, typeBlocks } from './release-type.ts'
import { stageCell } from './stage-cell.ts'

interface Planned {
  readonly plan: Plan
  readonly planHash: string
  readonly issue: number
  readonly liftedBy: string | undefined
  readonly resumed: boolean
  readonly entries: readonly Entry[]
}

/** Verdict, outputs and summary of a plan that stands. */
export function planReport(planned: Planned, config: Config, dryRun: boolean) {
  const { plan, planHash, issue } = planned
  const word = dryRun ? 'would be planned' : planned.resumed ? 'goes on' : 'is planned'
  const reason = `${plan.product} ${plan.version} ${word}: ${typeText(plan)}${plan.strategy}, ${plan.stages.length} stages, ${formatDuration(plannedDuration(plan))}`
  const verdict: Verdict = { verdict: 'pass', reason, evidence: [] }
  const outputs = {
    release_version: plan.version,
    baseline_version: plan.baseline,
    deployment_strategy: plan.strategy,
    product: plan.product,
    release_type: plan.type ?? '',
    channel: plan.channel,
    can_proceed: 'true',
    plan_hash: planHash,
    issue_number: issue === 0 ? '' : String(issue),
    endpoint: config.traffic?.endpoint ?? '',
  }
  return {
    verdict,
    outputs,
    summary: [...planBlocks(planned), ...secretBlocks(neededSecrets(config))],
  }
}

const typeText = ({ type }: Plan) => (type === undefined ? '' : `${type} release, `)

/** No job can see which secrets another one gets: what is needed is said before anything begins. */
function secretBlocks({ gates, notices, teams }: NeededSecrets): string[] {
  const named = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
  return [
    ...(gates.length === 0
      ? []
      : [`Needed as secret or variable, else its gate is inconclusive: ${named(gates)}.`]),
    ...(notices.length === 0 ? [] : [`Needed as secret, else nobody is told: ${named(notices)}.`]),
    ...(teams.length === 0
      ? []
      : [`Needed as secret, else no team of \`roles\` may anything: ${named(teams)}.`]),
  ]
}

function planBlocks({ plan, planHash, liftedBy, entries }: Planned): string[] {
  const stages = table(
    ['Stage', 'Traffic', 'Bake', 'Least requests'],
    plan.stages.map((s, i) => [
      stageText(plan, i),
      stageCell(s),
      formatDuration(s.bake),
      String(s.minRequests),
    ]),
  )
  const objectives = table(
    ['Objective', 'Limit', 'Breach', 'Samples'],
    plan.objectives.map((o) => [o.name, limitText(o), o.onBreach, String(o.minSamples)]),
  )
  const artefacts = table(
    ['Artefact', 'Kind', 'Digest'],
    plan.artefacts.map((a) => [a.name, a.kind, raw(`\`${a.digest}\``)]),
  )
  return [
    ...unlimited(plan),
    `${inert(plan.product)} \`${spoken(plan.version)}\` after \`${spoken(plan.baseline)}\`, channel ${inert(plan.channel)}; plan \`${planHash}\`${entries.length === 0 ? '' : `, ${recordText(entries)}`}`,
    ...(liftedBy === undefined ? [] : [`The freeze was lifted by ${inert(liftedBy)}.`]),
    ...typeBlocks(plan),
    strategyBlock(plan),
    ...orderBlocks(plan),
    timeline(plan),
    stages,
    inert(clockLine(plan)),
    ...conditionBlocks(entries),
    ...(plan.objectives.length === 0 ? [] : [objectives]),
    ...comparisonLine(plan),
    ...(plan.artefacts.length === 0 ? [] : [artefacts]),
  ]
}

/** Said first: nothing is held against a limit. */
function unlimited({ objectives, comparison }: Plan): string[] {
  if (objectives.length > 0) return []
  return comparison === undefined
    ? ['**objectives: none** — nothing but the health of the new version is judged.']
    : ['**objectives: none** — the new version is held against the old one, and against no limit.']
}

/** Where the profile stands among the others. */
function orderBlocks({ version, profile, after, publishes }: Plan): string[] {
  return [
    ...(after === undefined ? [] : [`v${version} has completed under \`${after}\`.`]),
    ...(publishes === false
      ? [`The end of this release publishes nothing: others come after \`${profile}\`.`]
      : []),
  ]
}

/** A time without a zone: the axis begins at zero wherever it is looked at. */
const MIDNIGHT = '2000-01-01 00:00:00'

/** The stages as GitHub can draw them: one bar a stage, in the order and length of the plan. */
function timeline(plan: Plan): string {
  const seconds = (ms: number) => Math.max(1, Math.round(ms / 1000))
  const bars = plan.stages.map(
    (s, i) =>
      `  ${isCompleting(plan, i) ? 'completing' : `${s.weight} percent${forAudience(s.audience).replaceAll(',', '')}`} :s${i}, ${i === 0 ? MIDNIGHT : `after s${i - 1}`}, ${seconds(s.bake)}s`,
  )
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    '  axisFormat %H:%M:%S',
    `  section ${plan.strategy}`,
    ...bars,
    '```',
  ].join('\n')
}

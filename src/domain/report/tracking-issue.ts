import { trackingMarkerText } from '../ledger/freeze.ts'
import type { JobOutcome } from '../release/outcome.ts'
import { spoken } from '../release/spoken.ts'
import { CHECKLIST } from '../release/tracking.ts'
import { forAudience } from '../rollout/audience.ts'
import type { Plan } from '../rollout/plan.ts'
import { fenced, inert, raw, table } from './markdown.ts'

export interface TrackingFacts {
  readonly plan: Plan
  readonly planHash: string
  readonly runUrl: string
  /** Empty while the pipeline runs, and where no pipeline does. */
  readonly jobs: readonly JobOutcome[]
  /** The body as it stands: its ticks stay where there are no jobs. */
  readonly before?: string
  readonly note: string
  /** The config describes several products. */
  readonly isOneOfSeveral: boolean
}

export function trackingTitle({ version, product }: Plan): string {
  return `Release ${product} ${spoken(version)}`
}

/**
 * The exact command that takes the release back.
 * @param isOneOfSeveral The config describes several products: then the workflow has an input that says which is meant.
 */
export function rollbackCommand(
  { product, version, baseline, profile }: Plan,
  isOneOfSeveral: boolean,
): string {
  return [
    'gh workflow run release-rollback.yml',
    ...(isOneOfSeveral ? [`-f product=${product}`] : []),
    `-f rollback_version=${baseline}`,
    `-f rollback_reason="roll back ${version}"`,
    '-f pypi_action=leave-as-is',
    // Without it the traffic of another environment would move.
    ...(profile === '' ? [] : [`-f environment=${profile}`]),
  ].join(' \\\n  ')
}

/** Body of the tracking issue, rendered anew from the facts each time it changes. */
export function trackingBody(facts: TrackingFacts): string {
  const { plan, planHash, runUrl, jobs, note, before = '', isOneOfSeveral } = facts
  const stages = plan.stages.map((s) => `${s.weight} %${forAudience(s.audience)}`).join(' → ')
  const standing = before.split('\n')
  const boxes = CHECKLIST.map(([job, label]) => {
    const outcome = jobs.find((j) => j.job === job)
    const why = outcome === undefined || outcome.note === '' ? '' : ` (${inert(outcome.note)})`
    const isTicked =
      outcome?.good === true || (jobs.length === 0 && standing.includes(`- [x] ${label}`))
    return `- [${isTicked ? 'x' : ' '}] ${label}${why}`
  })
  return [
    trackingMarkerText(plan.product, plan.version),
    table(
      ['', ''],
      [
        ['Version', raw(`\`${spoken(plan.version)}\` after \`${spoken(plan.baseline)}\``)],
        ...(plan.type === undefined ? [] : [['Type', plan.type]]),
        ['Strategy', `${plan.strategy}: ${stages}`],
        ['Plan', raw(`\`${planHash}\``)],
        ['Workflow run', raw(runUrl)],
      ],
    ),
    boxes.join('\n'),
    ...(note === '' ? [] : [inert(note, 2000)]),
    '### Roll back',
    fenced(rollbackCommand(plan, isOneOfSeveral), 'bash'),
  ].join('\n\n')
}

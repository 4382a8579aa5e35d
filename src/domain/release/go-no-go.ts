import * as z from 'zod'
import { canonical } from '../ledger/canonical.ts'
import { fenced, inert, raw, table } from '../report/markdown.ts'
import type { Plan } from '../rollout/plan.ts'
import { spoken } from './spoken.ts'

/** The initial decision on a release: workflow artifact and release asset `release-go-no-go.json`. */
export const GoNoGo = z.object({
  version: z.string(),
  buildType: z.string(),
  gitShortHash: z.string(),
  generatedAt: z.iso.datetime(),
  planHash: z.string(),
  releaseInputs: z.object({
    releaseVersion: z.string(),
    baselineVersion: z.string(),
    deploymentStrategy: z.string(),
    /** Text, as servers that read the asset expect it. */
    desktopRolloutPercentage: z.string().regex(/^(?:[1-9]\d?|100)$/),
  }),
  gates: z.object({
    canaryGatePassed: z.boolean(),
    status: z.enum(['go', 'no-go']),
  }),
})
export type GoNoGo = z.infer<typeof GoNoGo>

/**
 * Made from the plan and its time alone, so that a repeated run writes the same bytes.
 * @param plannedAt time of the plan's ledger entry
 */
export function goNoGo(
  plan: Plan,
  { planHash, plannedAt, go }: { planHash: string; plannedAt: string; go: boolean },
): GoNoGo {
  return {
    version: plan.version,
    buildType: plan.channel,
    gitShortHash: plan.commit.slice(0, 7),
    generatedAt: plannedAt,
    planHash,
    releaseInputs: {
      releaseVersion: plan.version,
      baselineVersion: plan.baseline,
      deploymentStrategy: plan.strategy,
      desktopRolloutPercentage: String(plan.desktopRolloutPercentage),
    },
    gates: { canaryGatePassed: go, status: go ? 'go' : 'no-go' },
  }
}

/** Canonical JSON with a final line break: the bytes of the asset. */
export function goNoGoJson(decision: GoNoGo): string {
  return `${canonical(decision)}\n`
}

export function goNoGoMarkdown(decision: GoNoGo): string {
  const { gates, releaseInputs } = decision
  return [
    `# ${gates.status === 'go' ? 'Go' : 'No-go'}: ${inert(spoken(decision.version))}`,
    table(
      ['', ''],
      [
        ['Build type', decision.buildType],
        ['Commit', raw(`\`${decision.gitShortHash}\``)],
        ['Baseline', releaseInputs.baselineVersion],
        ['Strategy', releaseInputs.deploymentStrategy],
        ['Desktop rollout', `${releaseInputs.desktopRolloutPercentage} %`],
      ],
    ),
    fenced(goNoGoJson(decision).trimEnd(), 'json'),
  ].join('\n\n')
}

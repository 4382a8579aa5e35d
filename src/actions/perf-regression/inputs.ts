import * as z from 'zod'
import type { PerformanceRequest } from '../../app/perf-regression.ts'
import {
  bool,
  choice,
  line,
  number,
  product,
  profile,
  secret,
  version,
} from '../../domain/inputs.ts'
import { versionOfAnyTag } from '../../domain/release/version.ts'

const release = () => version().transform((text) => versionOfAnyTag(text)?.version ?? text)
const file = () => line('give the path of a result file in the workspace', 1024).optional()

/** Defaults live in action.yml. */
export const Inputs = z
  .object({
    phase: choice(['compare', 'prepare', 'measure', 'analyse']),
    current_version: release().optional(),
    baseline_version: release().optional(),
    'baseline-file': file(),
    'current-file': file(),
    regression_threshold: number(1, 100, '%'),
    alpha: number(0.0001, 0.2),
    'create-issue': bool(),
    product: product(),
    environment: profile(),
    token: secret('give a token, usually github.token'),
    'dry-run': bool().default(false),
  })
  .superRefine((inputs, ctx) => {
    for (const name of missing(inputs))
      ctx.addIssue({ code: 'custom', path: [name], message: `is required by ${inputs.phase}` })
  })
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['has_regression', 'regression_summary', 'artifact', 'issue_number'] as const

type Given = Readonly<Record<string, unknown>> & { readonly phase: string }

/** Inputs that the phase needs and did not get. Two files may stand in for two versions. */
function missing(inputs: Given): readonly string[] {
  const files = ['baseline-file', 'current-file']
  const given = files.some((name) => inputs[name] !== undefined)
  const versions = { prepare: ['baseline_version'] }[inputs.phase] ?? [
    'current_version',
    'baseline_version',
  ]
  const readsFiles = inputs.phase === 'compare' || (inputs.phase === 'analyse' && given)
  return (readsFiles ? files : versions).filter((name) => inputs[name] === undefined)
}

/** The request of the inputs; what the runner knows is added by the caller. */
export function toRequest(inputs: Inputs): Omit<PerformanceRequest, 'attempt' | 'run'> {
  const [baseline, current] = [inputs['baseline-file'], inputs['current-file']]
  const both = baseline !== undefined && current !== undefined
  const { baseline_version: before, current_version: after } = inputs
  return {
    phase: inputs.phase,
    versions: {
      ...(before === undefined ? {} : { baseline: before }),
      ...(after === undefined ? {} : { current: after }),
    },
    files: both ? { baseline, current } : undefined,
    limits: { threshold: inputs.regression_threshold / 100, alpha: inputs.alpha },
    createIssue: inputs['create-issue'],
    dryRun: inputs['dry-run'],
  }
}

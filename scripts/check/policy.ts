import type { ActionFile } from '../docs/actions.ts'
import { filesIn, yamlOf } from '../files.ts'
import {
  exampleWorkflows,
  isCalled,
  type Job,
  jobsOf,
  ownWorkflows,
  type Step,
  type Workflow,
} from '../workflows/model.ts'
import { suitePath } from '../workflows/reference.ts'
import { conditionFindings } from './condition.ts'
import { looked, type Rule } from './rule.ts'

/** What every workflow, thin file and composite action keeps to, beyond what the linters know. */
export const policy: Rule = {
  name: 'policy',
  look(root) {
    const workflows = [...ownWorkflows(root), ...exampleWorkflows(root)]
    const actions = filesIn(root, 'action.yml', 'actions/*/action.yml')
    if (workflows.length === 0) return looked('workflows', ['.github/workflows: no workflow'])
    return looked(`${workflows.length} workflows, ${actions.length} actions`, [
      ...workflows.flatMap(workflowFindings),
      ...actions.flatMap((path) => {
        const { runs } = (yamlOf(root, path) ?? {}) as ActionFile
        return stepFindings((runs?.steps ?? []) as readonly Step[]).map(
          (line) => `${path}: ${line}`,
        )
      }),
    ])
  },
}

function workflowFindings(workflow: Workflow): string[] {
  const called = isCalled(workflow)
  const triggers = Object.keys(workflow.on)
  return [
    ...unless(isEmptyTable(workflow.permissions), 'the file does not say permissions: {}'),
    ...unless(
      !called || triggers.length === 1,
      `a called file has other triggers too: ${triggers.join(', ')}`,
    ),
    ...unless(!called || workflow.concurrency === undefined, 'a called file has concurrency'),
    ...jobsOf(workflow).flatMap(([id, job]) =>
      [...jobFindings(job, called), ...stepFindings(job.steps ?? [])].map(
        (line) => `job ${id}: ${line}`,
      ),
    ),
  ].map((line) => `${workflow.path}: ${line}`)
}

function jobFindings(job: Job, called: boolean): string[] {
  return [
    ...conditionFindings(job),
    ...unless(job.uses !== undefined || job['timeout-minutes'] !== undefined, 'no timeout-minutes'),
    ...unless(job.secrets !== 'inherit', 'secrets: inherit; pass them by name'),
    ...unless(job['continue-on-error'] === undefined, 'continue-on-error hides a failure'),
    ...unless(job.services === undefined && job.container === undefined, 'services or container'),
    ...unless(!called || job.concurrency === undefined, 'concurrency in a called file'),
    ...unless(typeof job.permissions !== 'string', 'permissions without scopes'),
    ...foreignFinding(job.uses),
  ]
}

function stepFindings(steps: readonly Step[]): string[] {
  return steps.flatMap((step, index) => {
    const found = [
      ...unless(!step.run?.includes('${{'), 'an expression in run; hand it over in env'),
      ...unless(!('continue-on-error' in step), 'continue-on-error hides a failure'),
      ...conditionFindings(step),
      ...foreignFinding(step.uses),
      ...unless(!isCached(step), 'a cache: what another run left in it would go out'),
    ]
    return found.map((line) => `step ${step.name ?? index + 1}: ${line}`)
  })
}

/** Any run of a branch can fill a cache that a release reads. */
const isCached = ({ uses = '', with: given = {} }: Step) =>
  /^actions\/cache[/@]/.test(uses) || 'cache' in given

/** Somebody else's code is named by its commit; the suite's own by `$/`, or by a tag in a consumer's file. */
function foreignFinding(uses: string | undefined): string[] {
  if (uses === undefined || suitePath(uses) !== undefined) return []
  return unless(/@[0-9a-f]{40}$/.test(uses), `${uses} is not pinned to a commit`)
}

const unless = (kept: boolean, finding: string): string[] => (kept ? [] : [finding])

const isEmptyTable = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

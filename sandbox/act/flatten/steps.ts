import { evaluate } from '../expression/evaluate.ts'
import {
  and,
  call,
  type Expression,
  equals,
  literal,
  mapChildren,
  or,
  path,
  print,
} from '../expression/syntax.ts'
import { condition, mapTemplate, pieces } from '../expression/template.ts'
import { asMap, asText, isMap, mapStrings, type Yaml, type YamlMap } from '../yaml.ts'
import { withToken } from './composite.ts'
import { usesStatus } from './condition.ts'
import type { PlannedStep } from './plan.ts'
import type { Place } from './rewrite.ts'

type Change = (found: Expression) => Expression

/** The first step of a job that a cancellation kept from starting is skipped, and with it all others. */
export const startStepId = '__start'

/** The steps of a job for the flat file, each with an id, the job's token and its own `GITHUB_JOB`. */
export function flatSteps(
  steps: Yaml | undefined,
  place: Place,
  change: Change,
): { flat: YamlMap; planned: PlannedStep }[] {
  const { scope, settings, token, jobId } = place
  return (Array.isArray(steps) ? steps : []).filter(isMap).map((step, index) => {
    const id = asText(step.id) || `__step_${index + 1}`
    const written = condition(step.if)
    const changed = asMap(mapStrings({ ...step, if: null }, (text) => mapTemplate(text, change)))
    const { if: _written, ...rest } = withToken(changed, scope.tree.origin, settings.suite, token)
    const env = { GITHUB_JOB: jobId, ...asMap(rest.env) }
    const runs = stepCondition(written && change(written), settings.cancellable)
    return {
      flat: { id, ...rest, env, ...(runs ? { if: print(runs) } : {}) },
      planned: { id, name: stepName(step), survives: survivesCancel(written) },
    }
  })
}

/** The step that a cancellable job starts with. */
export function startStep({ settings }: Place): YamlMap[] {
  const workspace = '${' + '{ github.workspace }}'
  return settings.cancellable
    ? [
        {
          id: startStepId,
          if: '!cancelled()',
          run: ':',
          shell: 'bash',
          'working-directory': workspace,
        },
      ]
    : []
}

/**
 * act kills a running step whose condition no longer holds. `env.GITHUB_OUTPUT` is set only once a step runs, so with it
 * the condition holds until the step ends by itself or by the signals that the sandbox sends as GitHub's runner does.
 */
function stepCondition(
  written: Expression | undefined,
  cancellable: boolean,
): Expression | undefined {
  if (!cancellable) return written
  const success = call('success')
  const own = !written ? success : usesStatus(written) ? written : and(success, written)
  const running: Expression = {
    kind: 'binary',
    mark: '!=',
    left: path('env', 'GITHUB_OUTPUT'),
    right: literal(''),
  }
  const started = equals(path('steps', startStepId, 'outcome'), 'success')
  return and(call('always'), started, or(running, own))
}

const whenCancelled: Readonly<Record<string, boolean>> = {
  always: true,
  cancelled: true,
  success: false,
  failure: false,
}

/** True for an `if` that holds in a cancelled run, as far as that is known before the run. */
export function survivesCancel(written: Expression | undefined): boolean {
  if (!written || !usesStatus(written)) return false
  return evaluate(settle(written), {}) !== false
}

function settle(expression: Expression): Expression {
  const status =
    expression.kind === 'call' ? whenCancelled[expression.name.toLowerCase()] : undefined
  return status === undefined ? mapChildren(expression, settle) : literal(status)
}

/** The name GitHub shows: the step's own, else what it runs; '' when the own name holds an expression. */
function stepName(step: YamlMap): string {
  const named = asText(step.name)
  if (named !== '') return pieces(named).some((piece) => typeof piece !== 'string') ? '' : named
  return `Run ${asText(step.uses) || (asText(step.run).trim().split('\n')[0] ?? '')}`
}

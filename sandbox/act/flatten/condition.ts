import {
  and,
  contextName,
  type Expression,
  equals,
  literal,
  or,
  path,
  walk,
} from '../expression/syntax.ts'
import { condition } from '../expression/template.ts'
import type { Yaml } from '../yaml.ts'
import type { Handle } from './handle.ts'
import { type Place, rewrite } from './rewrite.ts'

const statusFunctions = ['success', 'failure', 'always', 'cancelled']

/**
 * The `if` of a flat job: the call it belongs to has started, and the job's own condition with the status functions
 * spelt out over all jobs before it in the same file. Without a status function `success()` is added, as GitHub does.
 */
export function jobCondition(
  value: Yaml | undefined,
  place: Place,
  ancestors: readonly Handle[],
): Expression {
  const written = condition(value)
  const status = statusReplacements(ancestors, place.settings.known?.settled === true)
  const own = written ? rewrite(written, { ...place, status }) : literal(true)
  const asked = written && usesStatus(written)
  const conditions = asked ? [own] : [status.success ?? literal(true), own]
  return and({ kind: 'call', name: 'always', args: [] }, ...gate(place), ...conditions)
}

function gate({ scope }: Place): Expression[] {
  return scope.gate === undefined ? [] : [equals(path('needs', scope.gate, 'result'), 'success')]
}

/** True when an `if` says itself in which state of the run it holds. */
export function usesStatus(expression: Expression): boolean {
  return [...walk(expression)].some(
    (node) => node.kind === 'call' && statusFunctions.includes(node.name.toLowerCase()),
  )
}

function statusReplacements(
  ancestors: readonly Handle[],
  cancelled: boolean,
): Record<string, Expression> {
  return {
    success: cancelled
      ? literal(false)
      : and(...ancestors.map((handle) => equals(handle.result, 'success'))),
    failure: or(...ancestors.map((handle) => equals(handle.result, 'failure'))),
    always: literal(true),
    cancelled: literal(cancelled),
  }
}

/** The flat jobs whose results or outputs an expression reads. */
export function referencedJobs(expression: Expression): string[] {
  return [...walk(expression)].flatMap((node) =>
    node.kind === 'index' &&
    contextName(node.of) === 'needs' &&
    node.key.kind === 'literal' &&
    typeof node.key.value === 'string'
      ? [node.key.value]
      : [],
  )
}

/** Conditions of jobs and steps as truth tables, and everything that a slip can make of one. */
import { evaluate } from '../../sandbox/act/expression/evaluate.ts'
import {
  constantKey,
  type Expression,
  literal,
  mapChildren,
  print,
} from '../../sandbox/act/expression/syntax.ts'
import { usesStatus } from '../../sandbox/act/flatten/condition.ts'

type Value = string | boolean

/** Values by name: `success()`, `needs.build.result`, `inputs.depth`. */
export type Values = Readonly<Record<string, Value>>

const BOTH = [true, false]
const RESULTS = ['success', 'failure', 'cancelled', 'skipped']
/** What each name may be; the first that fits. */
const DOMAINS: readonly (readonly [RegExp, readonly Value[]])[] = [
  [/^always\(\)$/, [true]],
  [/\(\)$/, BOTH],
  [/\.result$/, RESULTS],
  [/\.can_proceed$/, ['true', 'false', '']],
  [/\.handed_over$/, ['true', 'false', '']],
  [/\.verdict$/, ['pass', 'fail', 'inconclusive', '']],
  [/\.plan_hash$/, ['', 'sha256:0']],
  [/\.event_name$/, ['workflow_dispatch', 'push', 'schedule', '']],
  [/\.test_depth$/, ['basic', 'standard', '']],
  [/\.dry-run$/, ['true', 'True', 'TRUE', 'false', 'other']],
  [/\.operation$/, ['advance', 'resume', 'skip', 'pause', 'approve', '']],
  [/^inputs\./, BOTH],
]

/** Name of a value that a condition reads; undefined for a node that is none. */
function nameOf(node: Expression): string | undefined {
  if (node.kind === 'context') return node.name
  if (node.kind === 'call' && node.args.length === 0) return `${node.name}()`
  const of = node.kind === 'index' ? nameOf(node.of) : undefined
  return of === undefined ? undefined : `${of}.${constantKey(node)}`
}

function namesIn(node: Expression): string[] {
  const name = nameOf(node)
  if (name !== undefined) return [name]
  const found: string[] = []
  mapChildren(node, (child) => {
    found.push(...namesIn(child))
    return child
  })
  return found
}

/** Every combination of what a condition may read, and of how the jobs before it went. */
export function everyCase(condition: Expression): Values[] {
  const names = new Set(['success()', 'cancelled()', ...namesIn(condition)])
  return [...names].reduce<Values[]>(
    (cases, name) => {
      const [, domain] = DOMAINS.find(([fits]) => fits.test(name)) ?? []
      if (domain === undefined) throw new Error(`no values are known for ${name}`)
      return cases.flatMap((one) => domain.map((value) => ({ ...one, [name]: value })))
    },
    [{}],
  )
}

/** Whether GitHub runs what stands behind the condition: one that says nothing of the jobs before asks for success. */
export function runs(condition: Expression, values: Values): boolean {
  const bind = (node: Expression): Expression => {
    const name = nameOf(node)
    return name === undefined ? mapChildren(node, bind) : literal(values[name] ?? '')
  }
  const value = evaluate(bind(condition), {})
  return Boolean(value) && (usesStatus(condition) || values['success()'] === true)
}

const OTHER: Readonly<Record<string, string>> = { '&&': '||', '||': '&&', '==': '!=', '!=': '==' }

/** The condition with one slip, each as its text and its tree. */
export function slips(
  condition: Expression,
): { readonly text: string; readonly tree: Expression }[] {
  const found = [literal(true), literal(false), ...slipsOf(condition)]
  const own = print(condition)
  return found.map((tree) => ({ text: print(tree), tree })).filter(({ text }) => text !== own)
}

function slipsOf(node: Expression): Expression[] {
  const below: Expression[] = []
  const children: Expression[] = []
  mapChildren(node, (child) => {
    children.push(child)
    return child
  })
  for (const child of nameOf(node) === undefined ? children : []) {
    for (const slip of slipsOf(child))
      below.push(mapChildren(node, (other) => (other === child ? slip : other)))
  }
  return [...below, ...ownSlips(node)]
}

function ownSlips(node: Expression): Expression[] {
  if (node.kind === 'not') return [node.of]
  if (node.kind === 'call') return [literal(true), literal(false)]
  if (node.kind === 'literal') return [literal(`${String(node.value)}x`)]
  if (node.kind !== 'binary') return []
  const { mark, left, right } = node
  const parts = mark === '&&' || mark === '||' ? [left, right] : []
  return [{ ...node, mark: OTHER[mark] ?? mark }, ...parts]
}

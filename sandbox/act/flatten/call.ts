import {
  and,
  asString,
  call,
  choose,
  type Expression,
  equals,
  literal,
  or,
  path,
  print,
} from '../expression/syntax.ts'
import { asExpression, embed } from '../expression/template.ts'
import { callerGrant, jobPermissions } from '../permissions.ts'
import { type CallTree, trigger } from '../tree/call-tree.ts'
import { calledContexts } from '../tree/known-values.ts'
import { asMap, asText, isMap, type Yaml, type YamlMap } from '../yaml.ts'
import { jobCondition } from './condition.ts'
import { flatHandle, type Handle } from './handle.ts'
import { type JobSite, knownValues, Needs, titleOf } from './job.ts'
import { lookUp, type Place, rewrite } from './rewrite.ts'
import type { Scope, SecretSource } from './scope.ts'

/** Flattens the jobs of a called file and returns their handles; given by the caller to avoid a cycle of imports. */
export type FlattenFile = (scope: Scope, site: JobSite) => ReadonlyMap<string, Handle>

/** Adds a call: a job that carries the inputs, the called jobs, a job that carries result and outputs. */
export function addCall(site: JobSite, called: CallTree, flattenFile: FlattenFile): Handle {
  const scope = calledScope(site, called)
  addGate(site, called, scope.gate ?? '')
  const inner = flattenFile(scope, site)
  const handle = addOutcome(site, scope, inner)
  return { ...handle, reused: scope.reusable && [...inner.values()].every((job) => job.reused) }
}

function calledScope(site: JobSite, tree: CallTree): Scope {
  const { place, job, flatId, path: jobPath, ancestors, rules } = site
  return {
    tree,
    prefix: `${flatId}__`,
    path: `${jobPath} / `,
    title: `${titleOf(site)} / `,
    gate: `${flatId}__in`,
    inputNames: Object.keys(asMap(trigger(tree.document, 'workflow_call').inputs)),
    secrets: passedSecrets(job, place),
    grant: callerGrant(jobPermissions(place.scope.tree.document, job, place.scope.grant)),
    known: calledContexts(tree.document, job, knownValues(place)),
    rules,
    reusable: place.scope.reusable && ancestors.every((handle) => handle.reused),
  }
}

/** `inherit` hands down what the caller has, a mapping only what it names, nothing without either. */
function passedSecrets(job: YamlMap, place: Place): SecretSource {
  if (job.secrets === 'inherit') return place.scope.secrets
  const mapped = new Map(
    Object.entries(asMap(job.secrets)).map(
      ([name, value]) => [name, rewrite(asExpression(asText(value)), place)] as const,
    ),
  )
  return {
    names: [...mapped.keys()],
    read: (name) => lookUp(mapped, name) ?? literal(''),
    environments: false,
  }
}

function addGate(site: JobSite, called: CallTree, id: string): void {
  const { place, job, plan } = site
  const needs = new Needs()
  const outputs: Record<string, string> = {}
  const invalid: Expression[] = []
  for (const [name, declared] of Object.entries(
    asMap(trigger(called.document, 'workflow_call').inputs),
  )) {
    const input = passedInput(name, asMap(declared), asMap(job.with), place)
    outputs[name] = embed(needs.of(input.json))
    if (input.invalid) invalid.push(choose(input.invalid, literal(`${name} `), literal('')))
  }
  const wrong = invalid.length > 0 ? invalid.map((text) => embed(needs.of(text))).join('') : ''
  const flat = {
    name: id,
    'runs-on': 'ubuntu-latest',
    if: print(needs.of(startCondition(site))),
    outputs,
    steps: [{ id: 'types', env: { WRONG: wrong }, run: wrongTypes(called.file) }],
  }
  plan.add(
    { id, path: site.path, internal: true, steps: [], rules: site.rules },
    { ...flat, needs: needs.list(site) },
  )
}

/** A call that had started when the run was cancelled stays started: its jobs with `always()` still run. */
function startCondition({ place, job, ancestors, only, path: jobPath }: JobSite): Expression {
  const { known } = place.settings
  const before = known?.settled === true ? [...known.jobs] : []
  const started = before.some(
    ([inner, { result }]) => inner.startsWith(`${jobPath} / `) && result !== 'skipped',
  )
  if (started) return call('always')
  return and(jobCondition(job.if, place, ancestors), ...only)
}

function wrongTypes(file: string): string {
  return `test -z "$WRONG" || { echo "::error::${file}: the value of these inputs has the wrong type: $WRONG"; exit 1; }`
}

/** An input as JSON text, and when its type shows only in the run, the condition that the value is refused. */
function passedInput(
  name: string,
  declared: YamlMap,
  given: YamlMap,
  place: Place,
): { json: Expression; invalid?: Expression } {
  const value = lookUp(new Map(Object.entries(given)), name) ?? declared.default
  const type = asText(declared.type)
  if (typeof value !== 'string') return { json: literal(JSON.stringify(typed(value, type))) }
  const expression = rewrite(asExpression(value), place)
  if (type === 'string') return { json: call('toJSON', call('format', literal('{0}'), expression)) }
  const json = call('toJSON', expression)
  const isBoolean = or(equals(json, 'true'), equals(json, 'false'))
  return {
    json,
    invalid: type === 'boolean' ? { kind: 'not', of: isBoolean } : notNumber(json, isBoolean),
  }
}

function notNumber(json: Expression, isBoolean: Expression): Expression {
  return or(isBoolean, equals(json, 'null'), call('startsWith', json, literal('"')))
}

function typed(value: Yaml | undefined, type: string): Yaml {
  if (type === 'boolean') return value ?? false
  if (type === 'number') return value ?? 0
  return asText(value)
}

function addOutcome(site: JobSite, scope: Scope, inner: ReadonlyMap<string, Handle>): Handle {
  const id = `${site.flatId}__out`
  const place: Place = { ...site.place, scope, needs: inner }
  const gateResult = path('needs', scope.gate ?? '', 'result')
  const needs = new Needs()
  const declared = asMap(trigger(scope.tree.document, 'workflow_call').outputs)
  const outputs = Object.fromEntries(
    Object.entries(declared).map(([name, output]) => {
      const value = isMap(output) ? asText(output.value) : ''
      const started = equals(gateResult, 'success')
      const given = rewrite(asExpression(value), place)
      return [name, embed(needs.of(choose(started, asString(given), literal(''))))]
    }),
  )
  const result = embed(needs.of(callResult(gateResult, [...inner.values()])))
  site.plan.add(
    { id, path: site.path, internal: true, steps: [], rules: site.rules },
    {
      ...collector(id, { ...outputs, [resultOutput]: result }),
      needs: needs.list({ place, ancestors: [...inner.values()], waitFor: [] }),
    },
  )
  const handle = flatHandle(id, Object.keys(outputs))
  return { ...handle, result: path('needs', id, 'outputs', resultOutput) }
}

/** The output of an internal job that holds the result it stands for. */
export const resultOutput = '__result'

/** An internal job that always runs and only has outputs. */
export function collector(id: string, outputs: YamlMap): YamlMap {
  const steps = [{ id: 'collect', run: ':' }]
  return { name: id, 'runs-on': 'ubuntu-latest', if: 'always()', outputs, steps }
}

function callResult(gate: Expression, jobs: readonly Handle[]): Expression {
  return choose(
    equals(gate, 'skipped'),
    literal('skipped'),
    choose(equals(gate, 'failure'), literal('failure'), combined(jobs)),
  )
}

/** The result of several jobs as one: failed before cancelled before all skipped before success. */
export function combined(jobs: readonly Handle[]): Expression {
  const any = (result: string): Expression => or(...jobs.map((job) => equals(job.result, result)))
  const all = (result: string): Expression => and(...jobs.map((job) => equals(job.result, result)))
  return choose(
    any('failure'),
    literal('failure'),
    choose(
      any('cancelled'),
      literal('cancelled'),
      choose(all('skipped'), literal('skipped'), literal('success')),
    ),
  )
}

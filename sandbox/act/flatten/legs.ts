import {
  and,
  call,
  choose,
  type Expression,
  equals,
  literal,
  path,
  print,
} from '../expression/syntax.ts'
import { asExpression, embed } from '../expression/template.ts'
import { Refusal } from '../tree/refusal.ts'
import { asMap, isMap, type Yaml, type YamlMap } from '../yaml.ts'
import { collector, combined, resultOutput } from './call.ts'
import { jobCondition } from './condition.ts'
import { flatHandle, type Handle } from './handle.ts'
import { type JobSite, Needs } from './job.ts'
import { dynamicLeg, isDynamic, type MatrixLeg, matrixLegs, staticLeg } from './matrix.ts'
import { rewrite } from './rewrite.ts'

/** The repository under which act finds the step that computes a matrix in the run. */
export const matrixAction = 'sandbox/matrix'
const mostLegs = 256

/** Adds every leg of a job with a matrix, and a job that carries their common result and outputs. */
export function addLegs(site: JobSite, addLeg: (leg: JobSite) => Handle): Handle {
  const strategy = asMap(site.job.strategy)
  const legs = isDynamic(strategy.matrix) ? slots(site, strategy) : known(strategy)
  const handles: Handle[] = []
  for (const [index, leg] of legs.entries()) {
    const before = parallelLimit(strategy, handles, index)
    handles.push(addLeg(legSite(site, leg, index, before, strategy)))
  }
  return addCollector(site, handles)
}

function known(strategy: YamlMap): MatrixLeg[] {
  const legs = matrixLegs(asMap(strategy.matrix))
  if (legs.length === 0) throw new Refusal('matrix vector does not contain any values')
  if (legs.length > mostLegs) throw new Refusal(`the matrix has more than ${mostLegs} legs`)
  return legs.map((leg, index) => staticLeg(leg, index, legs.length, strategy))
}

/** With `max-parallel: n` leg i waits for leg i - n. */
function parallelLimit(
  strategy: YamlMap,
  done: readonly Handle[],
  index: number,
): readonly Handle[] {
  const limit = strategy['max-parallel']
  return typeof limit === 'number' ? done.slice(0, Math.max(0, index - limit + 1)) : []
}

function legSite(
  site: JobSite,
  leg: MatrixLeg,
  index: number,
  before: readonly Handle[],
  strategy: YamlMap,
): JobSite {
  const dynamic = isDynamic(strategy.matrix)
  const matrixJob = `${site.flatId}__matrix`
  const stop = strategy['fail-fast'] === false ? [] : before
  const only = stop.map<Expression>((handle) => ({
    kind: 'not',
    of: equals(handle.result, 'failure'),
  }))
  const ids = before.flatMap((handle) => handle.needs)
  return {
    ...site,
    flatId: `${site.flatId}__${index + 1}`,
    path: `${site.path} ${dynamic ? `(${index + 1})` : leg.label}`,
    label: leg.label,
    place: { ...site.place, leg },
    waitFor: [...site.waitFor, ...ids, ...(dynamic ? [matrixJob] : [])],
    only: [...only, ...(dynamic ? [legExists(matrixJob, index)] : [])],
    rules: {
      ...(dynamic ? { slotOf: matrixJob } : site.rules),
      stoppedBy: [...site.rules.stoppedBy, ...stop.flatMap((handle) => handle.needs)],
    },
  }
}

function legExists(matrixJob: string, index: number): Expression {
  const left = path('needs', matrixJob, 'outputs', `leg_${index}`)
  const computed = equals(path('needs', matrixJob, 'result'), 'success')
  return and(computed, { kind: 'binary', mark: '!=', left, right: literal('') })
}

/** A job that computes the matrix in the run, and a place for each leg it may have. */
function slots(site: JobSite, strategy: YamlMap): MatrixLeg[] {
  const { place, plan, flatId, job } = site
  const id = `${flatId}__matrix`
  const needs = new Needs()
  const matrix = jsonText(strategy.matrix ?? null, (found) => needs.of(rewrite(found, place)))
  const names = Array.from({ length: place.settings.matrixSlots }, (_, index) => index)
  const outputs = Object.fromEntries(
    ['count', ...names.flatMap((index) => [`leg_${index}`, `label_${index}`])].map((name) => [
      name,
      embed(path('steps', 'legs', 'outputs', name)),
    ]),
  )
  plan.add(
    { id, path: site.path, internal: true, steps: [], rules: site.rules, matrix: true },
    {
      name: id,
      'runs-on': 'ubuntu-latest',
      if: print(needs.of(jobCondition(job.if, place, site.ancestors))),
      outputs,
      steps: [{ id: 'legs', uses: `${matrixAction}@local`, with: { matrix, slots: names.length } }],
      needs: needs.list(site),
    },
  )
  return names.map((index) => dynamicLeg(id, index, strategy))
}

/** The YAML value as JSON text in which expressions stand as `${{ toJSON(…) }}`. */
function jsonText(value: Yaml, change: (found: Expression) => Expression): string {
  if (typeof value === 'string')
    return value.includes('${{')
      ? embed(call('toJSON', change(asExpression(value))))
      : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item, change)).join(',')}]`
  if (!isMap(value)) return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${jsonText(item ?? null, change)}`,
  )
  return `{${fields.join(',')}}`
}

/** Outputs are those of the last successful leg that set a value. */
function addCollector(site: JobSite, legs: readonly Handle[]): Handle {
  const id = `${site.flatId}__all`
  const matrixJob = `${site.flatId}__matrix`
  const dynamic = isDynamic(asMap(site.job.strategy).matrix)
  const failed = equals(path('needs', matrixJob, 'result'), 'failure')
  const result = dynamic ? choose(failed, literal('failure'), combined(legs)) : combined(legs)
  const names = [...new Set(legs.flatMap((leg) => [...leg.outputs.keys()]))]
  const outputs = names.map((name) => [name, embed(lastOutput(legs, name))] as const)
  const needs = [...new Set([...(dynamic ? [matrixJob] : []), ...legs.flatMap((leg) => leg.needs)])]
  site.plan.add(
    { id, path: site.path, internal: true, steps: [], rules: site.rules },
    {
      ...collector(id, { ...Object.fromEntries(outputs), [resultOutput]: embed(result) }),
      needs,
    },
  )
  const reused = legs.every((leg) => leg.reused)
  const collected = flatHandle(id, names)
  return { ...collected, result: path('needs', id, 'outputs', resultOutput), reused }
}

function lastOutput(legs: readonly Handle[], name: string): Expression {
  return legs.reduce<Expression>((rest, leg) => {
    const value = leg.outputs.get(name) ?? literal('')
    return choose(equals(leg.result, 'success'), value, rest)
  }, literal(''))
}

import type { KnownContexts } from '../expression/evaluate.ts'
import {
  and,
  asString,
  call,
  choose,
  type Expression,
  literal,
  or,
  path,
  print,
} from '../expression/syntax.ts'
import { asExpression, condition, embed, mapTemplate } from '../expression/template.ts'
import { jobPermissions } from '../permissions.ts'
import { environmentOf, knownContext } from '../tree/known-values.ts'
import { asMap, asText, mapStrings, mapValues, type YamlMap } from '../yaml.ts'
import { jobCondition, referencedJobs } from './condition.ts'
import { flatHandle, type Handle, tolerant } from './handle.ts'
import type { LegRules, Plan } from './plan.ts'
import { type Place, rewrite } from './rewrite.ts'
import { flatSteps, startStep, survivesCancel } from './steps.ts'

/** What a job becomes in the flat file is decided with this. */
export interface JobSite {
  readonly place: Place
  readonly plan: Plan
  readonly job: YamlMap
  readonly flatId: string
  readonly path: string
  /** The values of the leg in brackets, for its name. */
  readonly label?: string
  /** Handles of all jobs before it in the same file. */
  readonly ancestors: readonly Handle[]
  readonly rules: LegRules
  /** Flat jobs to wait for although nothing of them is read. */
  readonly waitFor: readonly string[]
  /** Further conditions: the leg of the matrix exists, an earlier leg did not fail. */
  readonly only: readonly Expression[]
}

/** Collects the flat jobs that the rewritten expressions of one job read. */
export class Needs {
  readonly #found = new Set<string>()

  /** Notes the jobs and returns the expression. */
  of(expression: Expression): Expression {
    for (const id of referencedJobs(expression)) this.#found.add(id)
    return expression
  }

  /** All jobs to wait for: those read, those before it, and the one that carries the inputs. */
  list(site: Pick<JobSite, 'ancestors' | 'place' | 'waitFor'>): string[] {
    const before = [...site.waitFor, ...site.ancestors.flatMap((handle) => handle.needs)]
    const gate = site.place.scope.gate
    return [...new Set([...(gate === undefined ? [] : [gate]), ...before, ...this.#found])]
  }
}

/** Adds a job with steps to the flat file. */
export function addJob(site: JobSite): Handle {
  const { plan, flatId, job } = site
  const place = withEnvironment(withJobToken(site), job)
  const needs = new Needs()
  const change = (found: Expression): Expression => needs.of(rewrite(found, place))
  const steps = flatSteps(job.steps, place, change)
  const outputs = mapValues(asMap(job.outputs), (value) =>
    embed(needs.of(withoutSecrets(change(asExpression(asText(value))), place))),
  )
  const flat: YamlMap = {
    name: mapTemplate(titleOf(site), (found) => needs.of(found)),
    'runs-on': 'ubuntu-latest',
    if: print(needs.of(and(jobCondition(job.if, place, site.ancestors), ...site.only))),
    env: {
      SANDBOX_JOB: flatId,
      SANDBOX_JOB_NAME: place.jobId,
      ...asMap(mapStrings(mergedEnv(place, job), (text) => mapTemplate(text, change))),
    },
    ...mergedDefaults(place, job, change),
    outputs,
    steps: [...startStep(place), ...steps.map((step) => step.flat)],
  }
  plan.add(
    {
      id: flatId,
      path: site.path,
      internal: false,
      steps: steps.map((step) => step.planned),
      rules: site.rules,
      survives: survivesCancel(condition(job.if)),
    },
    { ...flat, needs: needs.list(site) },
  )
  return tolerated(flatHandle(flatId, Object.keys(outputs)), job, place)
}

/** The name that GitHub shows, as a YAML string that may hold expressions: callers before it, a leg's values behind. */
export function titleOf({ place, job, label }: JobSite): string {
  const name = asText(job.name) || place.jobId
  const own = mapTemplate(name, (found) => rewrite(found, place))
  const values = label === undefined || name.includes('${{') ? '' : ` ${label}`
  return place.scope.title + own + values
}

function withJobToken({ place, plan, job, path: jobPath }: JobSite): Place {
  const { scope } = place
  const permissions = jobPermissions(scope.tree.document, job, scope.grant)
  return { ...place, token: path('secrets', plan.token(permissions, jobPath)) }
}

/** What is known before the run, the leg's matrix included. */
export function knownValues({ scope, leg }: Place): KnownContexts {
  return leg?.values ? { ...scope.known, matrix: knownContext(leg.values) } : scope.known
}

/** An environment that shows only in the run was refused before. */
function withEnvironment(place: Place, job: YamlMap): Place {
  const environment = environmentOf(job, knownValues(place))
  return environment && environment !== 'unknown'
    ? { ...place, environment: environment.name }
    : place
}

function mergedEnv({ scope }: Place, job: YamlMap): YamlMap {
  return { ...asMap(scope.tree.document.env), ...asMap(job.env) }
}

function mergedDefaults(
  { scope }: Place,
  job: YamlMap,
  change: (found: Expression) => Expression,
): YamlMap {
  const run = {
    ...asMap(asMap(scope.tree.document.defaults).run),
    ...asMap(asMap(job.defaults).run),
  }
  if (Object.keys(run).length === 0) return {}
  return { defaults: { run: mapStrings(run, (text) => mapTemplate(text, change)) } }
}

/** GitHub drops an output that contains the text of a secret which its job was given. */
function withoutSecrets(output: Expression, place: Place): Expression {
  const { secrets } = place.scope
  const names = new Set([...secrets.names, ...environmentNames(place)])
  const values = [...names].map((name) => rewrite(path('secrets', name), place))
  const known = [...values, place.token].filter((value) => value.kind !== 'literal')
  const leaks = known.map((secret) =>
    and(
      { kind: 'binary', mark: '!=', left: secret, right: literal('') },
      call('contains', output, secret),
    ),
  )
  return choose({ kind: 'not', of: or(...leaks) }, asString(output), literal(''))
}

function environmentNames({ scope, settings, environment }: Place): readonly string[] {
  if (!scope.secrets.environments) return []
  return settings.environments[environment ?? '']?.secretNames ?? []
}

function tolerated(handle: Handle, job: YamlMap, place: Place): Handle {
  const asked = job['continue-on-error']
  if (asked === undefined || asked === false) return handle
  return tolerant(handle, rewrite(condition(asked) ?? literal(false), place))
}

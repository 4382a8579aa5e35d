import {
  call,
  constantKey,
  contextName,
  type Expression,
  literal,
  mapChildren,
  path,
} from '../expression/syntax.ts'
import { replaceToken } from './composite.ts'
import { type Handle, handleObject, jsonArray, jsonObject } from './handle.ts'
import type { MatrixLeg } from './matrix.ts'
import type { FlattenSettings, Scope } from './scope.ts'

/** Where an expression stands: what its contexts mean there. */
export interface Place {
  readonly scope: Scope
  readonly settings: FlattenSettings
  readonly jobId: string
  /** The jobs its `needs` (or, in the outputs of a called file, its `jobs`) may name. */
  readonly needs: ReadonlyMap<string, Handle>
  readonly token: Expression
  readonly leg?: MatrixLeg
  readonly environment?: string
  /** Replacements of the status functions, only in the `if` of a job. */
  readonly status?: Readonly<Record<string, Expression>>
}

type Keys = readonly (string | undefined)[]
type Resolver = (keys: Keys, place: Place) => Expression | undefined

/** The expression with every context that differs in the flat file replaced. */
export function rewrite(expression: Expression, place: Place): Expression {
  if (expression.kind === 'call') {
    const status = place.status?.[expression.name.toLowerCase()]
    if (status) return status
  }
  if (expression.kind === 'star' && contextName(expression.of) === 'needs')
    return { kind: 'star', of: jsonArray([...place.needs.values()].map(handleObject)) }
  return resolve(expression, place) ?? mapChildren(expression, (child) => rewrite(child, place))
}

function resolve(expression: Expression, place: Place): Expression | undefined {
  const chain = contextChain(expression)
  if (!chain || chain.keys.includes(undefined)) return undefined
  return resolvers[chain.context]?.(chain.keys, place)
}

function contextChain(expression: Expression): { context: string; keys: Keys } | undefined {
  const context = contextName(expression)
  if (context !== undefined) return { context, keys: [] }
  if (expression.kind !== 'index') return undefined
  const inner = contextChain(expression.of)
  return inner && { context: inner.context, keys: [...inner.keys, constantKey(expression)] }
}

const resolvers: Readonly<Record<string, Resolver>> = {
  needs: resolveNeeds,
  jobs: resolveNeeds,
  inputs: resolveInputs,
  secrets: resolveSecrets,
  github: resolveGithub,
  matrix: (keys, place) => place.leg && resolveMatrix(keys, place.leg),
  strategy: (keys, place) => place.leg && resolveStrategy(keys, place.leg),
  vars: resolveVars,
  job: resolveJob,
}

/** Looks a name up as GitHub does: without regard to case. */
export function lookUp<T>(map: ReadonlyMap<string, T>, name = ''): T | undefined {
  const exact = map.get(name)
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  return [...map].find(([key]) => key.toLowerCase() === lower)?.[1]
}

function resolveNeeds([job, part, output]: Keys, { needs }: Place): Expression {
  if (job === undefined)
    return jsonObject([...needs].map(([id, handle]) => [id, handleObject(handle)] as const))
  const handle = lookUp(needs, job)
  if (!handle) return literal('')
  if (part === undefined) return handleObject(handle)
  if (part.toLowerCase() === 'result') return handle.result
  if (output === undefined) return jsonObject([...handle.outputs])
  return lookUp(handle.outputs, output) ?? literal('')
}

function resolveInputs(keys: Keys, { scope, settings }: Place): Expression | undefined {
  const [name, ...deeper] = keys
  if (deeper.length > 0) return undefined
  if (scope.gate === undefined) return topInput(name, settings)
  const read = (input: string): Expression =>
    call('fromJSON', path('needs', scope.gate ?? '', 'outputs', input))
  if (name === undefined)
    return jsonObject(scope.inputNames.map((input) => [input, read(input)] as const))
  const declared = scope.inputNames.find((input) => input.toLowerCase() === name.toLowerCase())
  return declared === undefined ? literal('') : read(declared)
}

function topInput(name: string | undefined, settings: FlattenSettings): Expression | undefined {
  const value =
    name === undefined ? undefined : lookUp(new Map(Object.entries(settings.inputs)), name)
  return value === undefined || typeof value === 'string' ? undefined : literal(value)
}

function resolveSecrets(keys: Keys, place: Place): Expression | undefined {
  const { scope, token } = place
  const [name] = keys
  if (name === undefined)
    return jsonObject([
      ...scope.secrets.names.map((secret) => [secret, readSecret(secret, place)] as const),
      ['github_token', token],
    ])
  return name.toLowerCase() === 'github_token' ? token : readSecret(name, place)
}

function readSecret(name: string, { scope, settings, environment, token }: Place): Expression {
  const own = scope.secrets.environments ? settings.environments[environment ?? ''] : undefined
  const index = Object.keys(settings.environments).indexOf(environment ?? '')
  const found = own?.secretNames.find((secret) => secret.toLowerCase() === name.toLowerCase())
  return found === undefined
    ? replaceToken(scope.secrets.read(name), token)
    : path('secrets', environmentSecret(index, found))
}

/** The name under which act gets a secret of the n-th environment. */
export function environmentSecret(index: number, name: string): string {
  return `ENVIRONMENT_${index}_${name}`
}

function resolveGithub([field, ...deeper]: Keys, place: Place): Expression | undefined {
  if (field === undefined || deeper.length > 0) return undefined
  const name = field.toLowerCase()
  if (name === 'token') return place.token
  if (name === 'job') return literal(place.jobId)
  const value = place.settings.github[name]
  return value === undefined ? undefined : literal(value)
}

function resolveMatrix([key, ...deeper]: Keys, leg: MatrixLeg): Expression | undefined {
  if (key === undefined) return leg.all
  return deeper.length > 0 ? undefined : leg.read(key)
}

function resolveStrategy([key]: Keys, leg: MatrixLeg): Expression | undefined {
  return key === undefined ? undefined : leg.strategy[key]
}

function resolveVars([name]: Keys, { settings, environment }: Place): Expression | undefined {
  const vars = new Map(Object.entries(settings.environments[environment ?? '']?.vars ?? {}))
  const value = lookUp(vars, name)
  return value === undefined ? undefined : literal(value)
}

function resolveJob([field, ...deeper]: Keys, { scope, settings }: Place): Expression | undefined {
  if (deeper.length > 0 || !field?.startsWith('workflow_')) return undefined
  const suite = scope.tree.origin === 'suite'
  const sha = suite ? settings.suiteSha : (settings.github.workflow_sha ?? '')
  const fields: Record<string, string> = {
    workflow_sha: sha,
    workflow_file_path: scope.tree.file,
    workflow_repository: suite ? 'org/release-actions' : (settings.github.repository ?? ''),
  }
  fields.workflow_ref = `${fields.workflow_repository}/${scope.tree.file}@${suite ? sha : settings.github.ref}`
  return literal(fields[field] ?? null)
}

import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { type OperationName, operations } from './operations.ts'
import { eitherOf, isRecord, type JsonSchema } from './repair.ts'
import { unbuiltInput } from './unbuilt.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  /** The value may hold slashes. */
  readonly multiSegment?: boolean
  readonly schema: JsonSchema
}

interface Operation {
  readonly parameters: readonly Parameter[]
  readonly body?: JsonSchema
  readonly bodyRequired?: boolean
  readonly answers: Readonly<Record<string, JsonSchema | null>>
}

interface ContractFile {
  readonly operations: Readonly<Record<OperationName, Operation>>
  readonly schemas: Readonly<Record<string, JsonSchema>>
}

const file: ContractFile = JSON.parse(
  readFileSync(new URL('./github.json', import.meta.url), 'utf8'),
)
const bodies = compiler(false)
const parameters = compiler(true)
const compiled = new Map<string, ValidateFunction>()

/** What a request says, in one piece: numbers and booleans of path and query are read. */
export interface RequestParts {
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The JSON body, undefined when there is none. */
  readonly body: unknown
}

/** The values of a request, or what GitHub's description has against it. */
export type CheckedRequest =
  | { readonly input: Readonly<Record<string, unknown>>; readonly problem?: never }
  | { readonly input?: never; readonly problem: string }

/** Checks path, query and body of a request, names that GitHub does not know included. */
export function checkRequest(name: OperationName, parts: RequestParts): CheckedRequest {
  const values = { ...Object.fromEntries(parts.query), ...parts.path }
  const problem =
    check(`${name} parameters`, () => parameterSchema(name), values, parameters) ??
    checkBody(name, parts.body)
  if (problem !== undefined) return { problem }
  const input = { ...(isRecord(parts.body) ? parts.body : {}), ...values }
  const missing = unbuiltInput(name, input)
  return missing === undefined ? { input } : { problem: `the sandbox does not build ${missing}` }
}

/** What GitHub's description has against an answer of the sandbox; undefined when nothing. */
export function checkAnswer(name: OperationName, status: number, data: unknown) {
  const schema = file.operations[name].answers[String(status)]
  if (schema === undefined) {
    return status >= 400
      ? check('any refusal', () => ({ $ref: 'basic-error' }), data, bodies)
      : `status ${status} is not described`
  }
  if (schema !== null) return check(`${name} ${status}`, () => schema, data, bodies)
  return data === undefined || status >= 400 ? undefined : `a body with status ${status}`
}

function checkBody(name: OperationName, body: unknown) {
  const { body: schema, bodyRequired } = file.operations[name]
  if (schema === undefined) return body === undefined ? undefined : 'a body is not described'
  if (body === undefined) return bodyRequired === true ? 'the body is missing' : undefined
  const known = knownKeys(schema)
  const unknown = Object.keys(isRecord(body) ? body : {}).find((key) => known?.has(key) === false)
  if (unknown !== undefined) return `body: unknown key ${unknown}`
  return check(`${name} body`, () => schema, body, bodies)
}

function parameterSchema(name: OperationName): JsonSchema {
  const list = file.operations[name].parameters
  return {
    type: 'object',
    properties: Object.fromEntries(list.map(({ name: key, schema }) => [key, eitherOf(schema)])),
    required: list.filter((each) => each.required).map((each) => each.name),
    additionalProperties: false,
  }
}

/** The keys that a body may have, or undefined where any may stand. */
function knownKeys(schema: JsonSchema): Set<string> | undefined {
  if (schema.additionalProperties === true) return undefined
  const own = isRecord(schema.properties) ? Object.keys(schema.properties) : []
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => schema[keyword] ?? [])
  const inner = parts.filter(isRecord).flatMap((part) => [...(knownKeys(part) ?? [])])
  return new Set([...own, ...inner])
}

function check(key: string, schema: () => JsonSchema, value: unknown, ajv: Ajv) {
  const validate = compiled.get(key) ?? ajv.compile(schema())
  compiled.set(key, validate)
  if (validate(value)) return undefined
  const [error] = validate.errors ?? []
  const extra = error?.params.additionalProperty
  return `${key}: ${error?.instancePath} ${error?.message} ${extra ?? ''}`.trim()
}

function compiler(coerceTypes: boolean) {
  const ajv = new Ajv({ strict: false, coerceTypes, allErrors: false })
  formats.default(ajv, ['date-time', 'uri', 'email'])
  for (const [key, schema] of Object.entries(file.schemas)) ajv.addSchema(schema, key)
  return ajv
}

/** All operations, the most specific path first: literal parts come before parameters. */
export function operationsBySpecificity(): readonly OperationName[] {
  return operations.toSorted((a, b) => shape(b).localeCompare(shape(a)))
}

/** A word that sorts after another when its path is more specific. */
function shape(name: string) {
  const segments = name.slice(name.indexOf('/')).split('/')
  return segments.map((segment) => (segment.startsWith('{') ? '0' : '1')).join('')
}

/** An operation's path as Hono writes it: `/repos/:owner/:repo/contents/:path{.+}`. */
export function pathPattern(name: OperationName): string {
  const multi = file.operations[name].parameters.filter((each) => each.multiSegment)
  const names = new Set(multi.map((each) => each.name))
  return name
    .slice(name.indexOf('/'))
    .replace(/\{(\w+)\}/g, (_, key: string) => `:${key}${names.has(key) ? '{.+}' : ''}`)
}

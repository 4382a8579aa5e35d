/**
 * Cuts GitHub's OpenAPI description to the operations of the sandbox.
 *
 *     npm install --prefix <folder> --ignore-scripts @octokit/openapi@23.0.2
 *     node sandbox/github/contract/prune.ts <folder>/node_modules/@octokit/openapi/generated/api.github.com.json
 *
 * The package is 385 MB, so it is no dependency; its cut is committed as `github.json` (MIT, GitHub).
 */
import { readFile, writeFile } from 'node:fs/promises'
import { corrected } from './corrections.ts'
import { operations } from './operations.ts'
import { eitherOf, isRecord, type JsonSchema, repairSchema } from './repair.ts'

const [source] = process.argv.slice(2)
if (source === undefined)
  throw new Error('name the file api.github.com.json of @octokit/openapi 23.0.2')

const description: unknown = JSON.parse(await readFile(source, 'utf8'))
const usedSchemas = new Map<string, JsonSchema>()

const target = new URL('./github.json', import.meta.url)
const pruned = {
  operations: Object.fromEntries(operations.map((name) => [name, pruneOperation(name)])),
  schemas: Object.fromEntries([...usedSchemas].toSorted(([a], [b]) => (a < b ? -1 : 1))),
}
const text = JSON.stringify(pruned)
await writeFile(target, `${text}\n`)
process.stdout.write(
  `${operations.length} operations, ${usedSchemas.size} schemas, ${text.length} bytes\n`,
)

function pruneOperation(name: string) {
  const [method = '', path = ''] = name.split(' ')
  const operation = at(description, 'paths', path, method.toLowerCase())
  if (!isRecord(operation)) throw new Error(`GitHub's description has no ${name}`)
  const body = at(operation, 'requestBody', 'content', 'application/json', 'schema')
  return {
    parameters: list(operation.parameters).map(pruneParameter),
    ...(body === undefined ? {} : { body: take(body), bodyRequired: isBodyRequired(operation) }),
    answers: Object.fromEntries(
      Object.entries(record(operation.responses)).map(([status, answer]) => [
        status,
        pruneAnswer(status, answer),
      ]),
    ),
  }
}

function isBodyRequired(operation: Record<string, unknown>) {
  return at(operation, 'requestBody', 'required') === true
}

function pruneParameter(parameter: unknown) {
  const resolved = record(resolve(parameter))
  return {
    name: resolved.name,
    in: resolved.in,
    ...(resolved.required === true ? { required: true } : {}),
    ...(resolved['x-multi-segment'] === true ? { multiSegment: true } : {}),
    schema: take(resolved.schema),
  }
}

/** The schema of a JSON answer, or null where GitHub describes no body. */
function pruneAnswer(status: string, answer: unknown) {
  const schema = at(resolve(answer), 'content', 'application/json', 'schema')
  if (schema === undefined) return null
  return Number(status) >= 400 ? eitherOf(take(schema)) : take(schema)
}

/** Repairs a schema and takes every schema that it refers to along. */
function take(schema: unknown): JsonSchema {
  return repairSchema(schema, (reference) => {
    const key = reference.slice(reference.lastIndexOf('/') + 1)
    if (usedSchemas.has(key)) return key
    usedSchemas.set(key, {})
    usedSchemas.set(key, corrected(key, take(resolve({ $ref: reference }))))
    return key
  })
}

function resolve(node: unknown): unknown {
  const reference = isRecord(node) ? node.$ref : undefined
  return typeof reference === 'string' ? at(description, ...reference.slice(2).split('/')) : node
}

function at(node: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), node)
}

function record(node: unknown): Record<string, unknown> {
  return isRecord(node) ? node : {}
}

function list(node: unknown): unknown[] {
  return Array.isArray(node) ? node : []
}

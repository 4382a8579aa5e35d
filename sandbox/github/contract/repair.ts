/** A JSON schema as plain data. */
export type JsonSchema = Record<string, unknown>

/** Whether a value is a plain object (not null, not an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * "Exactly one of these" as "at least one". A number in an address reads as a text as well, and GitHub's kinds of
 * errors overlap: `oneOf` would refuse what fits two of them.
 */
export function eitherOf({ oneOf, ...schema }: JsonSchema): JsonSchema {
  return oneOf === undefined ? schema : { ...schema, anyOf: oneOf }
}

const schemaKeywords = ['items', 'additionalProperties', 'not']
const listKeywords = ['allOf', 'anyOf', 'oneOf']
const plainKeywords = [
  'type',
  'enum',
  'const',
  'required',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'uniqueItems',
]
const knownFormats = ['date-time', 'uri', 'email']

/**
 * Turns an OpenAPI schema into JSON Schema: keeps what validates, drops texts and examples, and
 * writes OpenAPI's `nullable` as the type null. `refer` gets each reference and gives its new key.
 */
export function repairSchema(schema: unknown, refer: (reference: string) => string): JsonSchema {
  if (!isRecord(schema)) return {}
  const nullable = schema.nullable === true
  if (typeof schema.$ref === 'string') {
    const reference = { $ref: refer(schema.$ref) }
    return nullable ? orNull(reference) : reference
  }
  const repaired = repairKeywords(schema, refer)
  return nullable ? orNull(repaired) : repaired
}

function repairKeywords(schema: JsonSchema, refer: (reference: string) => string): JsonSchema {
  const { format, ...rest } = schema
  // An address that is '' by default fits no format: GitHub's description contradicts itself there.
  const valid = schema.default === '' ? rest : { ...rest, format }
  const repaired = Object.entries(valid).map(([keyword, value]) => [
    keyword,
    repairKeyword(keyword, value, (part) => repairSchema(part, refer)),
  ])
  return Object.fromEntries(repaired.filter(([, value]) => value !== undefined))
}

/** The value of one keyword; undefined for a keyword that does not validate. */
function repairKeyword(keyword: string, value: unknown, repair: (part: unknown) => JsonSchema) {
  if (plainKeywords.includes(keyword)) return value
  if (keyword === 'format' && knownFormats.includes(String(value))) return value
  if (listKeywords.includes(keyword) && Array.isArray(value)) return value.map(repair)
  if (schemaKeywords.includes(keyword)) return typeof value === 'boolean' ? value : repair(value)
  return keyword === 'properties' && isRecord(value) ? repairEach(value, repair) : undefined
}

function repairEach(properties: JsonSchema, repair: (part: unknown) => JsonSchema) {
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, repair(part)]))
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema
  const simple = typeof type === 'string' && !('enum' in schema) && !('const' in schema)
  return simple ? { ...schema, type: [type, 'null'] } : { anyOf: [schema, { type: 'null' }] }
}

/** A JSON schema as plain data. */
export type JsonSchema = Record<string, unknown>

/** Whether a value is a plain object (not null, not an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
  const nullable = schema['nullable'] === true
  if (typeof schema['$ref'] === 'string') {
    const reference = { $ref: refer(schema['$ref']) }
    return nullable ? orNull(reference) : reference
  }
  const repaired = repairKeywords(schema, refer)
  return nullable ? orNull(repaired) : repaired
}

function repairKeywords(schema: JsonSchema, refer: (reference: string) => string): JsonSchema {
  const repaired: JsonSchema = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (plainKeywords.includes(keyword)) repaired[keyword] = value
    else if (keyword === 'format' && knownFormats.includes(String(value))) repaired[keyword] = value
    else if (listKeywords.includes(keyword) && Array.isArray(value))
      repaired[keyword] = value.map((part) => repairSchema(part, refer))
    else if (schemaKeywords.includes(keyword))
      repaired[keyword] = typeof value === 'boolean' ? value : repairSchema(value, refer)
    else if (keyword === 'properties' && isRecord(value))
      repaired[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, repairSchema(part, refer)]),
      )
  }
  return repaired
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema
  const simple = typeof type === 'string' && !('enum' in schema) && !('const' in schema)
  return simple ? { ...schema, type: [type, 'null'] } : { anyOf: [schema, { type: 'null' }] }
}

import { isRecord, type JsonSchema } from './repair.ts'

/** Where GitHub's OpenAPI description forgets a value that GitHub's own text names. */
interface Correction {
  readonly schema: string
  readonly property: string
  /** Added to the values that the description allows. */
  readonly value: string
  /** GitHub's page that names it. */
  readonly source: string
}

const corrections: readonly Correction[] = [
  {
    schema: 'release-asset',
    property: 'state',
    value: 'starter',
    source: 'https://docs.github.com/rest/releases/assets#upload-a-release-asset',
  },
]

/** A schema of the description with the values that it forgets. */
export function corrected(name: string, schema: JsonSchema): JsonSchema {
  return corrections.filter((each) => each.schema === name).reduce(addValue, schema)
}

function addValue(schema: JsonSchema, { schema: name, property, value }: Correction): JsonSchema {
  const known = isRecord(schema.properties) ? schema.properties[property] : undefined
  if (!isRecord(known) || !Array.isArray(known.enum) || known.enum.includes(value)) {
    throw new Error(`the correction of ${name}.${property} has nothing to correct any more`)
  }
  const right = { ...known, enum: [value, ...known.enum] }
  return { ...schema, properties: { ...(schema.properties as JsonSchema), [property]: right } }
}

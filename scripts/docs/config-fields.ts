/** The keys below one section of a JSON Schema, flat, in the words of the reference page. */

/** What is read of a JSON Schema. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
}

/** One key: its path such as `strategies.canary.stages[].bake`. */
export interface Field {
  readonly path: string
  readonly description: string
  /** Markdown. */
  readonly type: string
  readonly required: boolean
  readonly standard: unknown
}

const NAMED: Readonly<Record<string, string>> = {
  Duration: 'duration',
  Ratio: 'share',
  Argv: 'command as a list',
}

/** The fields of a node and of everything below it. */
export function fieldsOf(root: Schema, path: string, node: Schema, required: boolean): Field[] {
  const whole = resolved(root, node)
  const below = path === 'profiles' || path === 'products' ? [] : childrenOf(root, path, whole)
  if (below.length > 0) return below
  const standard = typeof whole.default === 'object' ? undefined : whole.default
  const description = whole.description ?? ''
  return [{ path, description, type: typeText(root, node), required, standard }]
}

function childrenOf(root: Schema, path: string, node: Schema): Field[] {
  if (node.properties !== undefined) {
    const required = node.required ?? []
    return Object.entries(node.properties).flatMap(([key, child]) =>
      fieldsOf(
        root,
        `${path}.${key}`,
        child,
        required.includes(key) && child.default === undefined,
      ),
    )
  }
  if (node.items !== undefined) return onlyBelow(root, `${path}[]`, node.items)
  if (typeof node.additionalProperties === 'object')
    return onlyBelow(root, `${path}.<name>`, node.additionalProperties)
  return (node.oneOf ?? node.anyOf ?? []).flatMap((variant) => variantFields(root, path, variant))
}

/** The fields inside an item; a list of plain values is one field of its own. */
function onlyBelow(root: Schema, path: string, node: Schema): Field[] {
  const whole = resolved(root, node)
  return childrenOf(root, path, whole)
}

/** Variants are told apart by a constant such as `provider: router`. */
function variantFields(root: Schema, path: string, node: Schema): Field[] {
  const whole = resolved(root, node)
  const [tag] = Object.entries(whole.properties ?? {}).filter(([, p]) => p.const !== undefined)
  if (tag === undefined) return onlyBelow(root, path, node)
  const [key, { const: value }] = tag
  return childrenOf(root, path, whole).map((field) =>
    field.path === `${path}.${key}`
      ? { ...field, type: `\`${String(value)}\`` }
      : { ...field, path: `${field.path} (${String(value)})` },
  )
}

function typeText(root: Schema, node: Schema): string {
  const name = node.$ref?.split('/').at(-1) ?? ''
  const whole = resolved(root, node)
  const [example] = whole.examples ?? []
  const such = example === undefined ? '' : ` such as \`${String(example)}\``
  if (NAMED[name] !== undefined) return `${NAMED[name]}${such}`
  if (whole.const !== undefined) return `\`${String(whole.const)}\``
  if (whole.enum !== undefined) return whole.enum.map((value) => `\`${String(value)}\``).join(', ')
  if (whole.items !== undefined) return `list of ${typeText(root, whole.items)}`
  if (typeof whole.additionalProperties === 'object') return 'table'
  if (whole.anyOf !== undefined) return whole.anyOf.map((each) => typeText(root, each)).join(' or ')
  return plainType(whole)
}

function plainType({ type, minimum, maximum }: Schema): string {
  if (type === 'boolean') return '`true` or `false`'
  if (type !== 'integer') return type === 'string' ? 'text' : (type ?? '')
  const open = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
  return `whole number, ${open ? `at least ${minimum}` : `${minimum} to ${maximum}`}`
}

function resolved(root: Schema, { $ref, ...own }: Schema): Schema {
  const name = $ref?.split('/').at(-1)
  return name === undefined ? own : { ...root.$defs?.[name], ...own }
}

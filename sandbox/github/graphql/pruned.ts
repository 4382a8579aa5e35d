import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql'
import { fields } from './fields.ts'

const builtIn = ['Boolean', 'Float', 'ID', 'Int', 'String']

/** The part of a schema that `fields` names, without texts, in the order of the type names. Fails for what is not there. */
export function prunedSchema(schema: GraphQLSchema): string {
  const definitions = namedDefinitions(withoutTexts(parse(printSchema(schema))))
  const kept = new Map<string, DefinitionNode>()
  for (const name of Object.keys(fields)) {
    const definition = definitions.get(name)
    if (definition === undefined) throw new Error(`GitHub's schema has no type ${name}`)
    kept.set(name, cutFields(name, definition))
  }
  for (const name of typesNamedIn([...kept.values()])) {
    if (!kept.has(name) && !builtIn.includes(name)) kept.set(name, wholeType(name, definitions))
  }
  const sorted = [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${sorted.map(([, definition]) => print(definition)).join('\n\n')}\n`
}

function namedDefinitions(document: DocumentNode) {
  const named = document.definitions.filter((each) => 'name' in each && each.name !== undefined)
  return new Map(named.map((each) => [('name' in each && each.name?.value) || '', each]))
}

function withoutTexts(document: DocumentNode): DocumentNode {
  return visit(document, {
    StringValue: (_node, key) => (key === 'description' ? null : undefined),
    Directive: () => null,
  })
}

/** Keeps the listed fields with the listed arguments, and the interfaces that stand in the list. */
function cutFields(name: string, definition: DefinitionNode): DefinitionNode {
  const wanted = new Map((fields[name] ?? []).map(readField))
  const known = 'fields' in definition ? (definition.fields ?? []) : []
  const kept = known
    .filter((field) => wanted.has(field.name.value))
    .map((field) => cutArguments(field, wanted.get(field.name.value) ?? []))
  if (kept.length !== wanted.size) {
    const missing = [...wanted.keys()].filter((key) => !kept.some(({ name: n }) => n.value === key))
    throw new Error(`GitHub's type ${name} has no ${missing.join(', ')}`)
  }
  const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []) : []
  const own = interfaces.filter((each: NamedTypeNode) => each.name.value in fields)
  return { ...definition, fields: kept, interfaces: own } as DefinitionNode
}

function cutArguments<Field extends { readonly kind: string }>(
  field: Field,
  names: readonly string[],
): Field {
  if (!('arguments' in field) || !Array.isArray(field.arguments)) return field
  const kept = field.arguments.filter((each) => names.includes(each.name.value))
  return { ...field, arguments: kept }
}

function readField(text: string): readonly [string, readonly string[]] {
  const [, name = '', list = ''] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? []
  return [name, list.split(' ').filter((word) => word !== '')]
}

/** An enum or scalar as it is; a union with the members that stand in the list. */
function wholeType(name: string, definitions: ReadonlyMap<string, DefinitionNode>): DefinitionNode {
  const definition = definitions.get(name)
  const isLeaf =
    definition?.kind === Kind.ENUM_TYPE_DEFINITION ||
    definition?.kind === Kind.SCALAR_TYPE_DEFINITION
  if (isLeaf) return definition
  if (definition?.kind !== Kind.UNION_TYPE_DEFINITION) throw new Error(`list fields for ${name}`)
  return {
    ...definition,
    types: definition.types?.filter((each) => each.name.value in fields) ?? [],
  }
}

function typesNamedIn(definitions: readonly DefinitionNode[]): Set<string> {
  const names = new Set<string>()
  for (const definition of definitions) {
    visit(definition, {
      NamedType: (type) => {
        names.add(type.name.value)
      },
    })
  }
  return names
}

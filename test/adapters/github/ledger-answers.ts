import { blobName, FOLDER, treeName } from '../../../src/adapters/github/git-names.ts'

/** A folder as GraphQL answers it, with texts and folders by their names. */
export interface Shown {
  readonly oid: string
  entries: ShownLine[]
}
export interface ShownLine {
  name: string
  mode: number
  oid: string
  object: { text: string | null } | Shown | null
}
export type Content = string | { readonly [name: string]: Content }

/** What GitHub answers for a folder with this content. */
export function shown(content: Readonly<Record<string, Content>>): Shown {
  const entries = Object.entries(content).map(([name, value]) => {
    if (typeof value === 'string')
      return { name, mode: 0o100644, oid: blobName(value), object: { text: value } }
    const below = shown(value)
    return { name, mode: FOLDER, oid: below.oid, object: below }
  })
  return { oid: treeName(entries), entries }
}

/** The same without what the lines stand for. */
export function linesOnly({ oid, entries }: Shown) {
  return { oid, entries: entries.map(({ name, mode, oid: own }) => ({ name, mode, oid: own })) }
}

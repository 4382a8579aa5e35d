import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import { blobName, FOLDER, SUBMODULE, type TreeLine, treeName } from './git-names.ts'

/** Git's name of an object. */
export const Oid = z.string().regex(/^[0-9a-f]{40}$/)

/** A content or a folder, as far as it was asked for. */
export interface GitNode {
  readonly text?: string | null | undefined
  readonly entries?: readonly GitLine[] | null | undefined
}

/** A line of a folder, with what it stands for where that was asked for. */
export interface GitLine extends TreeLine {
  readonly object?: GitNode | null | undefined
}

const Line = z.object({ name: z.string(), mode: z.int(), oid: Oid })

/** What GraphQL answers for an object of git. */
export const GitNode: z.ZodType<GitNode> = z.object({
  text: z.string().nullish(),
  get entries() {
    return z.array(Line.extend({ object: GitNode.nullish() })).nullish()
  },
})

/** A folder that was asked for by its path, with the name that git gives it. */
export const GitFolder = z.intersection(z.object({ oid: Oid }), GitNode)
export type GitFolder = z.infer<typeof GitFolder>

/** A GraphQL selection of the lines of a folder, without what they stand for. */
export const LINES = '... on Tree { oid entries { name mode oid } }'

/** A GraphQL selection of a folder with the texts of all that lies up to so many folders deep in it. */
export function deep(folders: number): string {
  return `... on Tree { oid ${linesTo(folders)} }`
}

function linesTo(folders: number): string {
  const below = folders > 1 ? ` ... on Tree { ${linesTo(folders - 1)} }` : ''
  return `entries { name mode oid object { ... on Blob { text }${below} } }`
}

/** The lines of a folder. @throws Failure `bad-answer` where they are not those that git has named `oid`. */
export function linesOf(path: string, oid: string, node: GitNode | null | undefined) {
  const lines = node?.entries ?? []
  // Git has no empty folders.
  if (lines.length > 0 && treeName(lines) === oid) return lines
  throw new Failure('bad-answer', `GitHub listed other files of the ledger in ${path} than git has`)
}

/**
 * The texts of all that lies in a folder, by path. Nothing of the answer is believed: git's names are computed from it,
 * from the contents up, and have to lead to that of the folder.
 * @param path Ends in a slash.
 * @throws Failure `bad-answer` for a line that is left out, another's, or a text that is cut.
 */
export function textsOf(
  path: string,
  oid: string,
  node: GitNode | null | undefined,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const line of linesOf(path, oid, node)) {
    const own = `${path}${line.name}`
    if (line.mode === FOLDER)
      for (const [below, text] of textsOf(`${own}/`, line.oid, line.object)) texts.set(below, text)
    else if (line.mode !== SUBMODULE) texts.set(own, wholeText(own, line.oid, line.object))
  }
  return texts
}

/** A text that git has named `oid`. @throws Failure `bad-answer` for none and any other one. */
export function wholeText(path: string, oid: string, node: GitNode | null | undefined): string {
  const text = node?.text
  if (typeof text === 'string' && blobName(text) === oid) return text
  throw new Failure('bad-answer', `GitHub answered other bytes than those of the ledger's ${path}`)
}

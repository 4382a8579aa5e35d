import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { LedgerStore, LedgerTexts } from '../../ports/ledger-store.ts'
import type { Client } from './client.ts'
import { deep, GitFolder, GitNode, LINES, linesOf, Oid, textsOf, wholeText } from './git-folder.ts'
import { encodePath, unlessAbsent } from './repository.ts'

const Folders = z.object({
  repository: z.object({ commit: z.object({ oid: Oid }) }).catchall(GitFolder.nullable()),
})
const Contents = z.object({ repository: z.record(z.string(), GitNode.nullable()) })

/** Contents that are asked for at once, where a folder is too much for one answer. */
const SLICE = 250

/** A folder that is there at the commit that was asked for. */
interface Found {
  /** Ends in a slash. */
  readonly path: string
  readonly folder: GitFolder
}

/**
 * What lies in single folders of the ledger's branch: one question for all of them and their texts. What is too much
 * for one answer (GitHub gives a question ten seconds) is asked for by its lines first, and then by slices of texts.
 */
export function ledgerFolders(client: Client): Pick<LedgerStore, 'files' | 'names'> {
  /** Of folders that are too large, what was read once, by git's name: it never changes. */
  const texts = new Map<string, string>()
  const large = new Set<string>()
  return {
    async files(commit, folders) {
      if (!folders.some((path) => large.has(path))) {
        const whole = await unlessTooMuch(foldersAt(client, commit, folders, deep(1), 'glance'))
        if (whole !== undefined) return together(whole)
      }
      const found = await foldersAt(client, commit, folders, LINES)
      const listed = found.map(({ path, folder }) => ({
        path,
        lines: linesOf(path, folder.oid, folder),
      }))
      for (const { path, lines } of listed) if (lines.length > SLICE) large.add(path)
      await readTexts(client, new Set(listed.flatMap((f) => f.lines.map(({ oid }) => oid))), texts)
      const withTexts = found.map(({ path, folder: { oid, entries } }) => {
        const own = (entries ?? []).map((l) => ({ ...l, object: { text: texts.get(l.oid) } }))
        return { path, folder: { oid, entries: own } }
      })
      return together(withTexts)
    },
    async names(commit, folder) {
      const [found] = await foldersAt(client, commit, [folder], LINES)
      if (found === undefined) return []
      return linesOf(folder, found.folder.oid, found.folder).map(({ name }) => name)
    },
  }
}

function together(found: readonly Found[]): LedgerTexts {
  return new Map(found.flatMap(({ path, folder }) => [...textsOf(path, folder.oid, folder)]))
}

/** Undefined where the server failed: perhaps it was asked for too much. */
async function unlessTooMuch<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Failure && error.code === 'server-error') return undefined
    throw error
  }
}

/** The folders that are there; each of the others is proved to be missing. */
async function foldersAt(
  client: Client,
  commit: string,
  paths: readonly string[],
  selection: string,
  how?: 'glance',
): Promise<readonly Found[]> {
  const aliases = paths.map((path, i) => [`f${i}`, `${commit}:${path.slice(0, -1)}`] as const)
  const document = `query folders($owner: String!, $repo: String!, $commit: GitObjectID!${aliases.map(([f]) => `, $${f}: String!`).join('')}) {
  repository(owner: $owner, name: $repo) {
    commit: object(oid: $commit) { oid }
    ${aliases.map(([f]) => `${f}: object(expression: $${f}) { ${selection} }`).join('\n    ')}
  }
}`
  const variables = { commit, ...Object.fromEntries(aliases) }
  const { repository } = await client.query(Folders, document, variables, how)
  const found: Found[] = []
  for (const [i, path] of paths.entries()) {
    const folder = repository[`f${i}`]
    if (folder === undefined || repository.commit.oid !== commit)
      throw new Failure('bad-answer', `GitHub answered another question than that for ${path}`)
    if (folder === null) await assertMissing(client, commit, path)
    else found.push({ path, folder: folder as GitFolder })
  }
  return found
}

/**
 * A chain that is taken for missing begins anew, over the first entry of the one that stands: GitHub has no commit that
 * fails where a file exists. So the other API has to say so too, and in GitHub's own words, before anything is written.
 * The folder above would prove it as well, but it grows with every release.
 */
async function assertMissing(client: Client, commit: string, path: string): Promise<void> {
  const route = `GET /repos/{owner}/{repo}/contents/${encodePath(path.slice(0, -1))}`
  const listed = await unlessAbsent(client.get(z.array(z.unknown()), route, { ref: commit }))
  if (listed === undefined) return
  throw new Failure('bad-answer', `GitHub both lists the ledger's ${path} and says it is missing`)
}

/** Read the contents of these names that are not among the texts yet. */
async function readTexts(
  client: Client,
  oids: ReadonlySet<string>,
  texts: Map<string, string>,
): Promise<void> {
  const wanted = [...oids].filter((oid) => !texts.has(oid))
  for (let from = 0; from < wanted.length; from += SLICE) {
    const slice = wanted.slice(from, from + SLICE)
    const aliases = slice.map((oid, i) => [`b${i}`, oid] as const)
    const document = `query texts($owner: String!, $repo: String!${aliases.map(([b]) => `, $${b}: GitObjectID!`).join('')}) {
  repository(owner: $owner, name: $repo) {
    ${aliases.map(([b]) => `${b}: object(oid: $${b}) { ... on Blob { text } }`).join('\n    ')}
  }
}`
    const { repository } = await client.query(Contents, document, Object.fromEntries(aliases))
    for (const [b, oid] of aliases) texts.set(oid, wholeText(`content ${oid}`, oid, repository[b]))
  }
}

import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { LedgerHead } from '../../ports/ledger-store.ts'
import type { Client } from './client.ts'
import { deep, GitFolder, LINES, linesOf, Oid, textsOf } from './git-folder.ts'
import { LEDGER_BRANCH } from './ledger-root.ts'

const REF = `refs/heads/${LEDGER_BRANCH}`
/** Folders below the root down to a marker: `open/releases/<product>/<channel>`. */
const DEPTH = 4

const Look = z.object({
  repository: z.object({
    commit: z.object({ oid: Oid, tree: GitFolder }).nullable(),
    open: GitFolder.nullable(),
  }),
})
/** A branch in a list, with its commit. */
export const NamedRef = z.object({
  ref: z.string(),
  object: z.object({ sha: Oid, type: z.literal('commit') }),
})

const LOOK = `query look($owner: String!, $repo: String!, $commit: String!, $open: String!) {
  repository(owner: $owner, name: $repo) {
    commit: object(expression: $commit) { ... on Commit { oid tree { ${LINES} } } }
    open: object(expression: $open) { ${deep(DEPTH)} }
  }
}`

/**
 * The branch and its markers by one question. A branch that is said not to be there is missing in the list of branches
 * too: no single answer lets a release go on without its freezes.
 * @throws Failure `bad-answer`.
 */
export async function ledgerHead(client: Client): Promise<LedgerHead | undefined> {
  const own = await lookAt(client, REF)
  if (own !== undefined) return own
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}'
  const refs = await client.get(NamedRef.array(), route, { ref: `heads/${LEDGER_BRANCH}` })
  const at = refs.find(({ ref }) => ref === REF)?.object.sha
  if (at === undefined) return undefined
  const found = await lookAt(client, at)
  if (found?.commit === at) return found
  throw new Failure('bad-answer', `GitHub does not show the commit ${at} of its branch`)
}

/**
 * The markers are asked for by the branch's name, which may move between them and its commit. What the root of the
 * commit names decides: other markers than those are asked for once more, by the commit's name.
 * @param revision The branch, or a commit of it.
 */
async function lookAt(client: Client, revision: string): Promise<LedgerHead | undefined> {
  const variables = { commit: revision, open: `${revision}:open` }
  const { commit, open } = (await client.query(Look, LOOK, variables)).repository
  if (commit === null) return undefined
  const root = linesOf('its root', commit.tree.oid, commit.tree)
  const named = root.find(({ name }) => name === 'open')
  // The root proves that nothing is open.
  if (named === undefined) return { commit: commit.oid, open: new Map() }
  if (open?.oid !== named.oid && revision === REF) return lookAt(client, commit.oid)
  return { commit: commit.oid, open: textsOf('open/', named.oid, open) }
}

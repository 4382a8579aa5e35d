import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type {
  CommitResult,
  LedgerCommit,
  LedgerFile,
  LedgerStore,
} from '../../ports/ledger-store.ts'
import type { Client, Target } from './client.ts'
import { field, githubFailure } from './failure.ts'
import { LEDGER_BRANCH, ROOT_FILES } from './ledger-root.ts'
import { textOf, unlessAbsent } from './repository.ts'
import { changedFolder, FOLDER } from './tree-hash.ts'

/** Mode of a line that stands for another repository. */
const SUBMODULE = '160000'
const Sha = z.string().regex(/^[0-9a-f]{40}$/)
const Named = z.object({ sha: Sha })
const Ref = z.object({ object: z.object({ sha: Sha, type: z.literal('commit') }) })
const NamedRef = Ref.extend({ ref: z.string() })
const Mode = z.enum(['100644', '100755', '120000', FOLDER, SUBMODULE])
const Tree = z.object({
  sha: Sha,
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), mode: Mode, sha: Sha })),
})
const Blob = z.object({
  content: z.string(),
  encoding: z.literal('base64'),
  size: z.int().nonnegative().optional(),
})
const Committed = z.object({
  createCommitOnBranch: z.object({ commit: z.object({ oid: Sha }) }),
})

const GIT = '/repos/{owner}/{repo}/git'
const MUTATION = `mutation append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

export function githubLedgerStore(client: Client, target: Target): LedgerStore {
  const head = () => headOf(client)
  return {
    head,
    create: () => createBranch(client, head),
    files: (at) => filesAt(client, at),
    async read(blob) {
      const answer = await client.get(Blob, `GET ${GIT}/blobs/{file_sha}`, { file_sha: blob })
      const text = textOf(answer, `the ledger's blob ${blob}`)
      if (gitName(text) === blob) return text
      throw new Failure('bad-answer', `GitHub answered other bytes than those of the blob ${blob}`)
    },
    commit: (commit) => send(client, target, commit),
  }
}

/** A branch that is not there is missing in the list too: no 404 alone lets a release go on without its freezes. */
async function headOf(client: Client): Promise<string | undefined> {
  const parameters = { ref: `heads/${LEDGER_BRANCH}` }
  const own = await unlessAbsent(client.get(Ref, `GET ${GIT}/ref/{ref}`, parameters))
  if (own !== undefined) return own.object.sha
  const refs = await client.get(NamedRef.array(), `GET ${GIT}/matching-refs/{ref}`, parameters)
  return refs.find(({ ref }) => ref === `refs/heads/${LEDGER_BRANCH}`)?.object.sha
}

/** What a commit of the ledger holds, whole: an entry that is left out is no answer. */
async function filesAt(client: Client, at: string): Promise<readonly LedgerFile[]> {
  const query = { tree_sha: at, recursive: '1' }
  const { sha, truncated, tree } = await client.get(Tree, `GET ${GIT}/trees/{tree_sha}`, query)
  if (truncated) throw new Failure('truncated', 'GitHub cut the list of ledger entries')
  // Who asks for a commit may be answered with the commit's name instead of that of its root.
  const folder = changedFolder(tree, sha === at ? undefined : sha)
  if (folder !== undefined)
    throw new Failure(
      'bad-answer',
      `GitHub listed other files of the ledger than its commit ${at} has`,
    )
  return tree
    .filter(({ mode }) => mode !== FOLDER && mode !== SUBMODULE)
    .map(({ path, sha: blob }) => ({ path, blob }))
}

/** The name that git gives a blob: it is made of its bytes, so that no other text passes for it. */
function gitName(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Blob by blob, tree, commit without parent, ref. Whoever loses the race for the ref reads the winner's head. */
async function createBranch(client: Client, head: LedgerStore['head']): Promise<string> {
  const tree = await client.write(Named, `POST ${GIT}/trees`, {
    tree: ROOT_FILES.map(({ path, text }) => ({
      path,
      mode: '100644',
      type: 'blob',
      content: text,
    })),
  })
  const commit = await client.write(Named, `POST ${GIT}/commits`, {
    message: 'Begin the release ledger [skip ci]',
    tree: tree.sha,
    parents: [],
  })
  const created = await unlessAbsent(
    client.write(Ref, `POST ${GIT}/refs`, { ref: `refs/heads/${LEDGER_BRANCH}`, sha: commit.sha }),
    'rejected',
  )
  const at = created?.object.sha ?? (await head())
  if (at === undefined)
    throw new Failure(
      'refused',
      `GitHub refused the branch ${LEDGER_BRANCH}`,
      'Exclude it from the rules that forbid its creation',
    )
  return at
}

async function send(client: Client, target: Target, commit: LedgerCommit): Promise<CommitResult> {
  const input = {
    branch: {
      repositoryNameWithOwner: `${target.owner}/${target.repo}`,
      branchName: LEDGER_BRANCH,
    },
    expectedHeadOid: commit.expectedHead,
    message: { headline: commit.message },
    fileChanges: {
      additions: commit.additions.map(({ path, text }) => ({
        path,
        contents: Buffer.from(text).toString('base64'),
      })),
      deletions: commit.deletions.map((path) => ({ path })),
    },
  }
  try {
    const answer = Committed.safeParse(await client.mutate(MUTATION, { input }))
    if (!answer.success) return { kind: 'unknown', reason: 'GitHub answered without a commit' }
    return { kind: 'committed', head: answer.data.createCommitOnBranch.commit.oid }
  } catch (error) {
    return refused(error)
  }
}

/** Only `STALE_DATA` is a lost race; a lost connection or 5xx says nothing; everything else is a refusal. */
function refused(error: unknown): CommitResult {
  const errors = field(error, 'errors')
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  if (field(first, 'type') === 'STALE_DATA') return { kind: 'stale' }
  if (first !== undefined) {
    const text = String(field(first, 'message') ?? 'without a reason').replaceAll(/\s+/g, ' ')
    throw new Failure(
      'refused',
      `GitHub refused the ledger entry: ${text.slice(0, 300)}`,
      `Exclude the branch ${LEDGER_BRANCH} from rules that forbid the job's push, or give the job contents: write`,
    )
  }
  const failure = githubFailure(error, 'POST /graphql')
  if (failure.code === 'timeout') return { kind: 'silent', reason: failure.message }
  if (['server-error', 'connection', 'unreachable'].includes(failure.code))
    return { kind: 'unknown', reason: failure.message }
  throw failure
}

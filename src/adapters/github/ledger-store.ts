import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { CommitResult, LedgerCommit, LedgerStore } from '../../ports/ledger-store.ts'
import type { Client, Target } from './client.ts'
import { field, githubFailure } from './failure.ts'
import { Oid } from './git-folder.ts'
import { ledgerFolders } from './ledger-folders.ts'
import { ledgerHead, NamedRef } from './ledger-head.ts'
import { LEDGER_BRANCH, ROOT_FILES } from './ledger-root.ts'
import { unlessAbsent } from './repository.ts'

const Named = z.object({ sha: Oid })
const Committed = z.object({
  createCommitOnBranch: z.object({ commit: z.object({ oid: Oid }) }),
})

const GIT = '/repos/{owner}/{repo}/git'
const MUTATION = `mutation append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

export function githubLedgerStore(client: Client, target: Target): LedgerStore {
  return {
    head: () => ledgerHead(client),
    ...ledgerFolders(client),
    create: () => createBranch(client),
    commit: (commit) => send(client, target, commit),
  }
}

/** Tree, commit without parent, ref. Whoever loses the race for the ref looks whether there is a winner. */
async function createBranch(client: Client): Promise<void> {
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
    client.write(NamedRef, `POST ${GIT}/refs`, {
      ref: `refs/heads/${LEDGER_BRANCH}`,
      sha: commit.sha,
    }),
    'rejected',
  )
  if (created !== undefined || (await ledgerHead(client)) !== undefined) return
  throw new Failure(
    'refused',
    `GitHub refused the branch ${LEDGER_BRANCH}`,
    'Exclude it from the rules that forbid its creation',
  )
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
      additions: [
        ...commit.additions.map(({ path, text }) => ({ path, contents: base64(text) })),
        ...(commit.files ?? []).map(({ path, bytes }) => ({ path, contents: base64(bytes) })),
      ],
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

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64')

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

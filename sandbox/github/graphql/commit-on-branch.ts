import { isAllowed, notAccessible, tokenFor } from '../auth.ts'
import { identityOf, webFlow } from '../bodies/git.ts'
import { nodeId, pageUrl } from '../bodies/names.ts'
import type { FileChange } from '../git/import-commit.ts'
import { isTreePath } from '../routes/trees.ts'
import { brokenRules, violationText } from '../rules.ts'
import type { Repository, Token } from '../store.ts'
import { isWorkflowPath } from '../workflow-rights.ts'
import { findRepository, type World } from '../world.ts'
import { GraphqlFailure } from './failure.ts'

/** The input of `createCommitOnBranch`. */
export interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string }
  readonly clientMutationId?: string | null
  readonly expectedHeadOid: string
  readonly message: { readonly headline: string; readonly body?: string | null }
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions?: readonly { readonly path: string }[]
  }
}

/** Commits file changes onto a branch if its head is still the expected one. */
export async function createCommitOnBranch(world: World, token: Token, input: CommitInput) {
  const { repository, ref } = findBranch(world, token, input)
  const { git } = repository
  const head = await git.commitOf(ref)
  if (head === undefined) {
    throw new GraphqlFailure('NOT_FOUND', `No such branch: ${JSON.stringify(ref)}`)
  }
  if (head !== input.expectedHeadOid) throw stale(input)
  const broken = brokenRules(repository, ref, 'update')
  // GitHub's documentation does not name the type for rulesets; only STALE_DATA may mean a race.
  if (broken.length > 0) throw new GraphqlFailure('UNPROCESSABLE', violationText(broken))
  const changes = await readChanges(repository, head, input)
  requireWorkflowRight(token, changes)
  const text = [input.message.headline, input.message.body ?? ''].filter((part) => part !== '')
  const message = text.join('\n\n')
  const author = identityOf(world, token.login)
  const committer = webFlow(world)
  const oid = await git.commitFiles(ref, head, { message, author, committer }, changes)
  if (oid === undefined) throw stale(input)
  repository.signedCommits.add(oid)
  return payload(world, repository, ref, { oid, message, date: committer.date }, input)
}

function findBranch(world: World, token: Token, { branch }: CommitInput) {
  const name = branch.repositoryNameWithOwner ?? ''
  const repository = findRepository(world, name)
  if (repository === undefined) {
    const message = `Could not resolve to a Repository with the name '${name}'.`
    throw new GraphqlFailure('NOT_FOUND', message)
  }
  if (!isAllowed(tokenFor(token, repository), [{ contents: 'write' }])) {
    throw new GraphqlFailure('FORBIDDEN', notAccessible(token))
  }
  return {
    repository,
    ref: `refs/heads/${(branch.branchName ?? '').replace(/^refs\/heads\//, '')}`,
  }
}

function requireWorkflowRight(token: Token, changes: readonly FileChange[]) {
  if (token.kind !== 'app' || token.permissions.workflows === 'write') return
  if (changes.some(({ path }) => isWorkflowPath(path))) {
    throw new GraphqlFailure('FORBIDDEN', notAccessible(token))
  }
}

function stale({ expectedHeadOid }: CommitInput) {
  const message = `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`
  return new GraphqlFailure('STALE_DATA', message)
}

async function readChanges({ git }: Repository, head: string, { fileChanges }: CommitInput) {
  const { additions = [], deletions = [] } = fileChanges ?? {}
  const changes: FileChange[] = []
  for (const { path } of deletions) {
    if ((await git.objectAt(`${head}:${path}`)) === undefined) {
      const message = `A path was requested for deletion which does not exist as of commit oid \`${head}\``
      throw new GraphqlFailure('UNPROCESSABLE', message)
    }
    changes.push({ path })
  }
  for (const { path, contents } of additions) {
    if (!isTreePath(path)) throw new GraphqlFailure('UNPROCESSABLE', `Invalid path: ${path}`)
    changes.push({ path, bytes: readBase64(contents) })
  }
  return changes
}

function readBase64(contents: string) {
  const plain = contents.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4 !== 0) {
    throw new GraphqlFailure('UNPROCESSABLE', 'contents is not valid base64')
  }
  return Buffer.from(plain, 'base64')
}

interface Made {
  readonly oid: string
  readonly message: string
  readonly date: string
}

function payload(
  world: World,
  repository: Repository,
  ref: string,
  { oid, message, date }: Made,
  { clientMutationId, message: { headline } }: CommitInput,
) {
  return {
    clientMutationId: clientMutationId ?? null,
    commit: {
      id: nodeId('Commit', oid),
      oid,
      message,
      messageHeadline: headline,
      committedDate: date,
      url: `${pageUrl(world, repository)}/commit/${oid}`,
    },
    ref: {
      id: nodeId('Ref', ref),
      name: ref.slice('refs/heads/'.length),
      prefix: 'refs/heads/',
    },
  }
}

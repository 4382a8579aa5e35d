import { notAccessible } from '../auth.ts'
import { identityOf, webFlow } from '../bodies/git.ts'
import type { FileChange } from '../git/import-commit.ts'
import { isTreePath } from '../routes/trees.ts'
import { brokenRules, violationText } from '../rules.ts'
import { holdsSecret } from '../secrets.ts'
import type { Repository, Token } from '../store.ts'
import { isWorkflowPath } from '../workflow-rights.ts'
import { findRepository } from '../world.ts'
import { type GraphContext, readNodeId, requireRight, unknownId } from './context.ts'
import { GraphqlFailure } from './failure.ts'
import { commitNode, refNode } from './nodes/ref.ts'

/** The input of `createCommitOnBranch`. */
export interface CommitInput {
  readonly branch: {
    readonly id?: string | null
    readonly repositoryNameWithOwner?: string | null
    readonly branchName?: string | null
  }
  readonly clientMutationId?: string | null
  readonly expectedHeadOid: string
  readonly message: { readonly headline: string; readonly body?: string | null }
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions?: readonly { readonly path: string }[]
  }
}

/** GitHub takes file changes up to here; one byte more and the request fails. */
const maxBytes = 40_000_000

/** Commits file changes onto a branch if its head is still the expected one. */
export async function createCommitOnBranch(context: GraphContext, input: CommitInput) {
  const { world, token } = context
  const { repository, ref } = findBranch(context, input)
  const { git } = repository
  const head = await git.commitOf(ref)
  if (head === undefined) {
    throw new GraphqlFailure('NOT_FOUND', `No such branch: ${JSON.stringify(ref)}`)
  }
  await requireHead(repository, head, input)
  requireOpenBranch(context, repository, ref)
  const changes = await readChanges(repository, head, input)
  requireWorkflowRight(token, changes)
  requireNoSecret(repository, changes)
  const text = [input.message.headline, input.message.body ?? ''].filter((part) => part !== '')
  const message = text.join('\n\n')
  const author = identityOf(world, token.login)
  const committer = webFlow(world)
  const oid = await git.commitFiles(ref, head, { message, author, committer }, changes)
  if (oid === undefined) throw stale(input)
  repository.signedCommits.add(oid)
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: commitNode(context, repository, await git.commit(oid)),
    ref: () => refNode(context, repository, ref),
  }
}

/** The branch by repository and name, or by its id. */
function findBranch(context: GraphContext, { branch }: CommitInput) {
  const byId = branch.id == null ? undefined : readNodeId(branch.id)
  const [idName = '', idRef = ''] = byId?.kind === 'Ref' ? byId.key.split(':') : []
  const name = branch.repositoryNameWithOwner ?? idName
  const repository = findRepository(context.world, name)
  if (branch.id != null && repository === undefined) throw unknownId(branch.id)
  if (repository === undefined) {
    const message = `Could not resolve to a Repository with the name '${name}'.`
    throw new GraphqlFailure('NOT_FOUND', message)
  }
  requireRight(context, repository, { contents: 'write' })
  const short = (branch.branchName ?? idRef).replace(/^refs\/heads\//, '')
  return { repository, ref: `refs/heads/${short}` }
}

/** A head that the repository has never had is not a race: it does not exist. */
async function requireHead({ git }: Repository, head: string, input: CommitInput) {
  if (head === input.expectedHeadOid) return
  const isId = /^[0-9a-f]{40}$/.test(input.expectedHeadOid)
  if (isId && (await git.typeOf(input.expectedHeadOid)) === 'commit') throw stale(input)
  const message = `No commit exists with specified expectedHeadOid '${input.expectedHeadOid}'.`
  throw new GraphqlFailure('NOT_FOUND', message)
}

/** The older protection has an error type of its own; which one rulesets have GitHub does not document. */
function requireOpenBranch({ token }: GraphContext, repository: Repository, ref: string) {
  const broken = brokenRules(repository, token, ref, 'update')
  const sentences = broken.map(({ sentence }) => sentence)
  if (broken.some(({ rule }) => rule.isProtection === true)) {
    throw new GraphqlFailure('BRANCH_PROTECTION_RULE_VIOLATION', sentences.join('\n'))
  }
  if (broken.length > 0) throw new GraphqlFailure('UNPROCESSABLE', violationText(sentences))
}

function requireNoSecret(repository: Repository, changes: readonly FileChange[]) {
  if (!changes.some(({ bytes }) => bytes !== undefined && holdsSecret(repository, bytes))) return
  throw new GraphqlFailure('UNPROCESSABLE', violationText(['Secret detected in content.']))
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
  const size = changes.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
  if (size <= maxBytes) return changes
  throw new GraphqlFailure('UNPROCESSABLE', 'The file changes are too large')
}

function readBase64(contents: string) {
  const plain = contents.replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4 !== 0) {
    throw new GraphqlFailure('UNPROCESSABLE', 'contents is not valid base64')
  }
  return Buffer.from(plain, 'base64')
}

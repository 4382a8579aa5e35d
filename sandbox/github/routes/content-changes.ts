import { notAccessible } from '../auth.ts'
import { contentEntryBody } from '../bodies/content.ts'
import { gitCommitBody, identityOf } from '../bodies/git.ts'
import type { Identity } from '../git/objects.ts'
import { refuse } from '../refusal.ts'
import { type Answer, type Call, found, route } from '../route.ts'
import { brokenRules, violationText } from '../rules.ts'
import { holdsSecret } from '../secrets.ts'
import type { Repository } from '../store.ts'
import { isWorkflowPath } from '../workflow-rights.ts'
import { isTreePath } from './trees.ts'

/** One file at a time, committed straight onto a branch. */
export const contentChangeRoutes = [
  route('PUT /repos/{owner}/{repo}/contents/{path}', { contents: 'write' }, async (call) => {
    const content = call.input.content.replace(/\s/g, '')
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content)) refuse(422, 'content is not valid Base64')
    return commitFile(call, Buffer.from(content, 'base64'))
  }),
  route('DELETE /repos/{owner}/{repo}/contents/{path}', { contents: 'write' }, (call) =>
    commitFile(call, undefined),
  ),
]

interface FileInput {
  readonly path: string
  readonly message: string
  /** Of the blob that is replaced or deleted. */
  readonly sha?: string | undefined
  readonly branch?: string | undefined
  readonly author?: Partial<Identity> | undefined
  readonly committer?: Partial<Identity> | undefined
}

type FileCall = Call<FileInput>

async function commitFile(call: FileCall, bytes: Buffer | undefined): Promise<Answer> {
  const { world, repository, token, input } = call
  const { git } = repository
  const branch = input.branch ?? repository.defaultBranch
  const ref = `refs/heads/${branch}`
  if (!isTreePath(input.path)) refuse(422, 'path contains a malformed path component')
  const head = await headOf(repository, branch)
  const old = head && (await git.objectAt(`${head}:${input.path}`))
  requireSameFile(input, old, bytes === undefined)
  requireOpenBranch(call, ref)
  requireNoSecret(repository, bytes)
  const author = { ...identityOf(world, token.login), ...input.author }
  const commit = { message: input.message, author, committer: { ...author, ...input.committer } }
  const change = { path: input.path, ...(bytes && { bytes }) }
  const oid = await git.commitFiles(ref, head, commit, [change])
  if (oid === undefined) return refuse(409, `is at another commit but expected ${head}`)
  const content = bytes === undefined ? null : await fileBody(call, oid, branch, bytes.length)
  const made = gitCommitBody(world, repository, await git.commit(oid))
  return { status: old === undefined ? 201 : 200, data: { content, commit: made } }
}

/** The commit to build on; undefined in a repository without any, whose first branch it makes. */
async function headOf({ git }: Repository, branch: string): Promise<string | undefined> {
  const head = await git.commitOf(`refs/heads/${branch}`)
  const isFirst = head === undefined && (await git.refs('refs/heads/')).length === 0
  return isFirst ? undefined : (head ?? refuse(404, `Branch ${branch} not found`))
}

function requireNoSecret(repository: Repository, bytes: Buffer | undefined) {
  if (bytes === undefined || !holdsSecret(repository, bytes)) return
  refuse(409, violationText(['Secret detected in content']))
}

/** Who replaces or deletes a file names the bytes that it knows. */
function requireSameFile({ path, sha }: FileInput, old: string | undefined, isDeletion: boolean) {
  if (old === undefined) {
    if (isDeletion) refuse(404, 'Not Found')
    return
  }
  if (sha === undefined) refuse(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
  if (sha !== old) refuse(409, `${path} does not match ${sha}`)
}

/** Here GitHub names broken rules with 409, not 422. */
function requireOpenBranch({ repository, token, input }: FileCall, ref: string) {
  const broken = brokenRules(repository, token, ref, 'update')
  if (broken.length > 0) refuse(409, violationText(broken.map(({ sentence }) => sentence)))
  const isLimited = token.kind === 'app' && token.permissions.workflows !== 'write'
  if (isLimited && isWorkflowPath(input.path)) {
    refuse(403, notAccessible(token), {
      headers: { 'x-accepted-github-permissions': 'contents=write,workflows=write' },
    })
  }
}

async function fileBody(
  { world, repository, input }: FileCall,
  commit: string,
  ref: string,
  size: number,
) {
  const oid = found(await repository.git.objectAt(`${commit}:${input.path}`))
  const name = input.path.slice(input.path.lastIndexOf('/') + 1)
  const folder = input.path.slice(0, input.path.length - name.length)
  const entry = { mode: '100644', type: 'blob', oid, size, path: name }
  return contentEntryBody({ world, repository, ref }, folder, entry)
}

import { refBody } from '../bodies/git.ts'
import { apiUrl } from '../bodies/names.ts'
import { zeroOid } from '../git/zero.ts'
import { paged } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, created, found, noContent, ok, route } from '../route.ts'
import { requireRules, rulesOf } from '../rules.ts'
import type { Repository } from '../store.ts'
import { requireWorkflowRight } from '../workflow-rights.ts'

/** Refs and tags: reading, making, moving and deleting them. */
export const refRoutes = [
  route('GET /repos/{owner}/{repo}/git/ref/{ref}', { contents: 'read' }, async (call) => {
    const { world, repository, input } = call
    return ok(refBody(world, repository, found(await repository.git.ref(`refs/${input.ref}`))))
  }),
  route('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', { contents: 'read' }, async (call) => {
    const refs = await call.repository.git.refs(`refs/${call.input.ref}`)
    return ok(refs.map((ref) => refBody(call.world, call.repository, ref)))
  }),
  route('POST /repos/{owner}/{repo}/git/refs', { contents: 'write' }, createRef),
  route('PATCH /repos/{owner}/{repo}/git/refs/{ref}', { contents: 'write' }, moveRef),
  route('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { contents: 'write' }, async (call) => {
    const { repository, token } = call
    const old = await repository.git.ref(`refs/${call.input.ref}`)
    if (old === undefined) return refuse(422, 'Reference does not exist')
    requireRules(repository, token, old.ref, 'delete')
    requireMovableTag(repository, old.ref)
    await repository.git.deleteRef(old.ref, old.oid)
    return noContent()
  }),
  route('GET /repos/{owner}/{repo}/tags', { contents: 'read' }, listTags),
]

async function createRef(call: Call<{ readonly ref: string; readonly sha: string }>) {
  const { world, repository, input } = call
  const { git } = repository
  if (!/^refs\/[^/]+\/.+/.test(input.ref) || !(await git.isRefName(input.ref))) {
    refuse(422, `${input.ref} is not a valid ref name.`)
  }
  const type = await git.typeOf(input.sha)
  if (type === undefined) return refuse(422, 'Object does not exist')
  if (input.ref.startsWith('refs/heads/') && type !== 'commit') {
    refuse(422, 'Reference update failed')
  }
  requireRules(repository, call.token, input.ref, 'create')
  await requireWorkflowRight(repository, call.token, input.sha)
  const isNew = await git.updateRef(input.ref, input.sha, zeroOid)
  if (!isNew) refuse(422, 'Reference already exists')
  return created(refBody(world, repository, { ref: input.ref, oid: input.sha, type }))
}

async function moveRef(
  call: Call<{ readonly ref: string; readonly sha: string; readonly force?: boolean }>,
) {
  const { world, repository, input } = call
  const { git } = repository
  const old = await repository.git.ref(`refs/${input.ref}`)
  if (old === undefined) return refuse(422, 'Reference does not exist')
  const type = await git.typeOf(input.sha)
  if (type === undefined) return refuse(422, 'Object does not exist')
  const isForward = await git.isAncestor(old.oid, input.sha)
  if (!isForward && input.force !== true) refuse(422, 'Update is not a fast forward')
  requireRules(repository, call.token, old.ref, isForward ? 'update' : 'force')
  requireMovableTag(repository, old.ref)
  requireSignature(repository, old.ref, input.sha)
  await requireWorkflowRight(repository, call.token, input.sha)
  if (!(await git.updateRef(old.ref, input.sha, old.oid)))
    refuse(409, 'Reference cannot be updated')
  return ok(refBody(world, repository, { ref: old.ref, oid: input.sha, type }))
}

/** The tag of an immutable release stays where it is as long as the release exists. */
function requireMovableTag({ releases }: Repository, ref: string) {
  const isFixed = releases.some((each) => each.immutable && ref === `refs/tags/${each.tagName}`)
  if (isFixed) refuse(422, 'Cannot move or delete the tag of an immutable release')
}

function requireSignature(repository: Repository, ref: string, oid: string) {
  const rules = rulesOf(repository, ref.replace(/^refs\/heads\//, ''))
  const isAsked = rules.some((rule) => rule.type === 'required_signatures')
  if (!isAsked || repository.signedCommits.has(oid)) return
  refuse(422, 'Repository rule violations found\n\nCommits must have verified signatures.\n\n')
}

async function listTags(call: Call<unknown>) {
  const { world, repository } = call
  const refs = (await repository.git.refs('refs/tags/')).toReversed()
  const tags = await Promise.all(
    refs.map(async ({ ref }) => ({
      name: ref.slice('refs/tags/'.length),
      oid: (await repository.git.commitOf(ref)) ?? '',
    })),
  )
  const url = apiUrl(world, repository)
  return paged(call, tags, ({ name, oid }) => ({
    name,
    node_id: Buffer.from(`Ref:${name}`).toString('base64'),
    commit: { sha: oid, url: `${url}/commits/${oid}` },
    zipball_url: `${url}/zipball/refs/tags/${name}`,
    tarball_url: `${url}/tarball/refs/tags/${name}`,
  }))
}

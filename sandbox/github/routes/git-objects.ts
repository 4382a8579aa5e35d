import { gitCommitBody, identityOf, tagBody, webFlow } from '../bodies/git.ts'
import { apiUrl, nodeId } from '../bodies/names.ts'
import type { Identity } from '../git/objects.ts'
import { refuse } from '../refusal.ts'
import { type Call, created, found, ok, route } from '../route.ts'
import { violationText } from '../rules.ts'
import { holdsSecret } from '../secrets.ts'

/** Blobs, commits and annotated tags. */
export const gitObjectRoutes = [
  route('POST /repos/{owner}/{repo}/git/blobs', { contents: 'write' }, async (call) => {
    const { content, encoding } = call.input
    const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8')
    if (holdsSecret(call.repository, bytes)) {
      refuse(422, violationText(['Secret detected in content']))
    }
    const sha = await call.repository.git.writeBlob(bytes)
    return created({ sha, url: `${apiUrl(call.world, call.repository)}/git/blobs/${sha}` })
  }),
  route('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { contents: 'read' }, async (call) => {
    const { world, repository, input, headers } = call
    const sha = input.file_sha
    if ((await repository.git.typeOf(sha)) !== 'blob') refuse(404, 'Not Found')
    const bytes = await repository.git.blob(sha)
    if (/application\/vnd\.github\.(v3\.)?raw/.test(headers.get('accept') ?? '')) {
      return { status: 200, bytes, headers: { 'content-type': 'application/vnd.github.raw' } }
    }
    return ok({
      sha,
      node_id: nodeId('Blob', sha),
      size: bytes.length,
      url: `${apiUrl(world, repository)}/git/blobs/${sha}`,
      content: bytes.toString('base64'),
      encoding: 'base64',
    })
  }),
  route('POST /repos/{owner}/{repo}/git/commits', { contents: 'write' }, createCommit),
  route(
    'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    { contents: 'read' },
    async (call) => {
      const { world, repository, input } = call
      if ((await repository.git.typeOf(input.commit_sha)) !== 'commit') refuse(404, 'Not Found')
      return ok(gitCommitBody(world, repository, await repository.git.commit(input.commit_sha)))
    },
  ),
  route('POST /repos/{owner}/{repo}/git/tags', { contents: 'write' }, createTag),
  route('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { contents: 'read' }, async (call) => {
    const { world, repository, input } = call
    const type = found(await repository.git.typeOf(input.tag_sha))
    if (type !== 'tag') refuse(404, 'Not Found')
    return ok(tagBody(world, repository, await repository.git.tag(input.tag_sha)))
  }),
]

interface GivenIdentity {
  readonly name?: string
  readonly email?: string
  readonly date?: string
}

interface NewCommitInput {
  readonly message: string
  readonly tree: string
  readonly parents?: readonly string[]
  readonly author?: GivenIdentity
  readonly committer?: GivenIdentity
}

/** Like GitHub, signs only what an App commits without naming author or committer. */
async function createCommit({ world, repository, token, input }: Call<NewCommitInput>) {
  const { git } = repository
  const parents = input.parents ?? []
  if ((await git.typeOf(input.tree)) !== 'tree') refuse(422, 'Tree SHA does not exist')
  for (const parent of parents) {
    if ((await git.typeOf(parent)) !== 'commit') {
      refuse(422, 'Parent SHA does not exist or is not a commit object')
    }
  }
  const isNamed = input.author !== undefined || input.committer !== undefined
  const isSigned = token.kind === 'app' && !isNamed
  const author = complete(input.author, identityOf(world, token.login))
  const committer = isSigned ? webFlow(world) : complete(input.committer, author)
  const { message, tree } = input
  const oid = await git.writeCommit({ tree, parents, message, author, committer })
  if (isSigned) repository.signedCommits.add(oid)
  return created(gitCommitBody(world, repository, await git.commit(oid)))
}

interface NewTagInput {
  readonly tag: string
  readonly message: string
  readonly object: string
  readonly type: string
  readonly tagger?: GivenIdentity
}

async function createTag({ world, repository, token, input }: Call<NewTagInput>) {
  const { git } = repository
  if ((await git.typeOf(input.object)) !== input.type) refuse(422, 'Object does not exist')
  if (!(await git.isRefName(`refs/tags/${input.tag}`))) refuse(422, 'Tag name is not valid')
  const tagger = complete(input.tagger, identityOf(world, token.login))
  const seconds = Math.floor(Date.parse(tagger.date) / 1000)
  const header = [
    `object ${input.object}`,
    `type ${input.type}`,
    `tag ${input.tag}`,
    `tagger ${tagger.name} <${tagger.email}> ${seconds} +0000`,
  ]
  const oid = await git.writeTag(`${header.join('\n')}\n\n${input.message}\n`)
  return created(tagBody(world, repository, await git.tag(oid)))
}

function complete(given: GivenIdentity | undefined, fallback: Identity): Identity {
  return {
    name: given?.name ?? fallback.name,
    email: given?.email ?? fallback.email,
    date: given?.date ?? fallback.date,
  }
}

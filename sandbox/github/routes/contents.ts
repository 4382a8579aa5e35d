import { contentEntryBody } from '../bodies/content.ts'
import { findCommit } from '../lookup.ts'
import { type Answer, type Call, found, ok, route } from '../route.ts'

const maxListed = 1000
const maxInline = 1024 * 1024

/** Files and folders at a ref. */
export const contentRoutes = [
  route('GET /repos/{owner}/{repo}/contents/{path}', { contents: 'read' }, readContent),
]

type ContentCall = Call<{ readonly path: string; readonly ref?: string }>

async function readContent(call: ContentCall): Promise<Answer> {
  const { world, repository, input } = call
  const { git } = repository
  const place = { world, repository, ref: input.ref ?? repository.defaultBranch }
  const path = input.path.replace(/^\.$|^\/+|\/+$/g, '')
  const commit = found(await findCommit(repository, input.ref))
  const oid = found(await git.objectAt(`${commit}:${path}`))
  if ((await git.typeOf(oid)) === 'tree') {
    const entries = (await git.tree(oid)).slice(0, maxListed)
    const prefix = path === '' ? '' : `${path}/`
    return ok(entries.map((entry) => contentEntryBody(place, prefix, entry)))
  }
  const bytes = await git.blob(oid)
  if (/application\/vnd\.github\.(v3\.)?raw/.test(call.headers.get('accept') ?? '')) {
    const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }
    return { status: 200, bytes, headers }
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  const file = { mode: '100644', type: 'blob', oid, size: bytes.length, path: name }
  const body = contentEntryBody(place, path.slice(0, path.length - name.length), file)
  const content = bytes.length > maxInline ? '' : wrapBase64(bytes)
  return ok({ ...body, content, encoding: bytes.length > maxInline ? 'none' : 'base64' })
}

/** GitHub breaks the lines of base64 after 60 characters. */
function wrapBase64(bytes: Uint8Array) {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{60}/g, '$&\n')
    .replace(/([^\n])$/, '$1\n')
}

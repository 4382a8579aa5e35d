import { apiUrl, pageUrl } from '../bodies/names.ts'
import type { TreeEntry } from '../git/objects.ts'
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
  const { git } = call.repository
  const path = call.input.path.replace(/^\/+|\/+$/g, '')
  const commit = found(await findCommit(call.repository, call.input.ref))
  const oid = found(await git.objectAt(`${commit}:${path}`))
  if ((await git.typeOf(oid)) === 'tree') {
    const entries = (await git.tree(oid)).slice(0, maxListed)
    return ok(entries.map((entry) => entryBody(call, path === '' ? '' : `${path}/`, entry)))
  }
  const bytes = await git.blob(oid)
  if (/application\/vnd\.github\.(v3\.)?raw/.test(call.headers.get('accept') ?? '')) {
    const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }
    return { status: 200, bytes, headers }
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  const file = { mode: '100644', type: 'blob', oid, size: bytes.length, path: name }
  const body = entryBody(call, path.slice(0, path.length - name.length), file)
  const content = bytes.length > maxInline ? '' : wrapBase64(bytes)
  return ok({ ...body, content, encoding: bytes.length > maxInline ? 'none' : 'base64' })
}

function entryBody({ world, repository, input }: ContentCall, folder: string, entry: TreeEntry) {
  const ref = input.ref ?? repository.defaultBranch
  const path = `${folder}${entry.path}`
  const isFolder = entry.type === 'tree'
  const url = `${apiUrl(world, repository)}/contents/${encodeURI(path)}?ref=${encodeURIComponent(ref)}`
  const gitUrl = `${apiUrl(world, repository)}/git/${entry.type}s/${entry.oid}`
  const page = pageUrl(world, repository)
  const htmlUrl = `${page}/${entry.type}/${ref}/${encodeURI(path)}`
  return {
    type: isFolder ? 'dir' : 'file',
    name: entry.path,
    path,
    sha: entry.oid,
    size: entry.size ?? 0,
    url,
    git_url: gitUrl,
    html_url: htmlUrl,
    download_url: isFolder ? null : `${page}/raw/${ref}/${encodeURI(path)}`,
    _links: { self: url, git: gitUrl, html: htmlUrl },
  }
}

/** GitHub breaks the lines of base64 after 60 characters. */
function wrapBase64(bytes: Uint8Array) {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{60}/g, '$&\n')
    .replace(/([^\n])$/, '$1\n')
}

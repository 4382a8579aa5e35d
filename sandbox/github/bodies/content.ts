import type { TreeEntry } from '../git/objects.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, pageUrl } from './names.ts'

/** Where a file or folder is looked at. */
export interface ContentPlace {
  readonly world: World
  readonly repository: Repository
  /** As the client named it. */
  readonly ref: string
}

/** GitHub's `content-file` or an entry of a `content-directory`, without the content itself. */
export function contentEntryBody(
  { world, repository, ref }: ContentPlace,
  folder: string,
  entry: TreeEntry,
) {
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

import { apiUrl } from '../bodies/names.ts'
import type { TreeChange } from '../git/bare.ts'
import type { TreeEntry } from '../git/objects.ts'
import { findCommit } from '../lookup.ts'
import { refuse } from '../refusal.ts'
import { type Call, created, found, ok, route } from '../route.ts'
import { violationText } from '../rules.ts'
import { holdsSecret } from '../secrets.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'

/** Folders as git keeps them. */
export const treeRoutes = [
  route('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { contents: 'read' }, readTree),
  route('POST /repos/{owner}/{repo}/git/trees', { contents: 'write' }, createTree),
]

async function readTree(call: Call<{ readonly tree_sha: string; readonly recursive?: string }>) {
  const { world, repository, input } = call
  const { git } = repository
  const name = (await findCommit(repository, input.tree_sha)) ?? input.tree_sha
  const sha = found(await git.objectAt(`${name}^{tree}`))
  // Any value asks for recursion, `0` and `false` too.
  const entries = await git.tree(sha, input.recursive !== undefined)
  const listed = entries.slice(0, repository.treeLimit)
  return ok({
    sha,
    url: `${apiUrl(world, repository)}/git/trees/${sha}`,
    tree: listed.map((entry) => entryBody(world, repository, entry)),
    truncated: listed.length < entries.length,
  })
}

interface NewEntry {
  readonly path?: string
  readonly mode?: string
  readonly type?: string
  readonly sha?: string | null
  readonly content?: string
}

async function createTree(
  call: Call<{ readonly tree: readonly NewEntry[]; readonly base_tree?: string }>,
) {
  const { world, repository, input } = call
  const { git } = repository
  const base = input.base_tree && (await git.objectAt(`${input.base_tree}^{tree}`))
  if (input.base_tree !== undefined && base === undefined) refuse(404, 'Not Found')
  const changes: TreeChange[] = []
  for (const entry of input.tree) changes.push(await toChange(repository, entry))
  const sha = await git.writeTree(changes, base)
  const entries = await git.tree(sha)
  return created({
    sha,
    url: `${apiUrl(world, repository)}/git/trees/${sha}`,
    tree: entries.map((entry) => entryBody(world, repository, entry)),
    truncated: false,
  })
}

async function toChange(repository: Repository, entry: NewEntry): Promise<TreeChange> {
  const { git } = repository
  const { path = '', mode = '100644', sha, content } = entry
  if (!isTreePath(path)) refuse(422, `tree.path ${path} is not a valid path`)
  if (mode === '040000') refuse(422, 'tree.mode 040000: give the files of a folder one by one')
  if (content !== undefined) {
    const bytes = Buffer.from(content)
    if (holdsSecret(repository, bytes)) {
      refuse(422, violationText(['Secret detected in content']))
    }
    return { path, mode, oid: await git.writeBlob(bytes) }
  }
  if (sha === null) return { path }
  if (sha === undefined || (await git.typeOf(sha)) !== 'blob') {
    return refuse(422, `tree.sha ${sha} is not a valid blob`)
  }
  return { path, mode, oid: sha }
}

/** Whether a path may stand in a tree: relative, and without `.`, `..` or `.git` parts. */
export function isTreePath(path: string): boolean {
  return path.split('/').every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()))
}

function entryBody(world: World, repository: Repository, entry: TreeEntry) {
  const { path, mode, type, oid: sha, size } = entry
  const url = `${apiUrl(world, repository)}/git/${type}s/${sha}`
  return { path, mode, type, sha, ...(size === undefined ? {} : { size }), url }
}

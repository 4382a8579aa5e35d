import { nodeId } from '../../bodies/names.ts'
import type { TreeEntry } from '../../git/objects.ts'
import type { Repository } from '../../store.ts'

/** GitHub gives no more of a text than this, and says so. */
const maxText = 512 * 1024

/** A folder as GraphQL shows it: all of its lines, without pages. */
export function treeNode(repository: Repository, oid: string) {
  return {
    __typename: 'Tree',
    id: nodeId('Tree', oid),
    oid,
    entries: async () =>
      (await repository.git.folder(oid)).map((entry) => entryNode(repository, entry)),
  }
}

/** GitHub gives the mode as a number in base 10: 33188 is git's 100644. */
function entryNode(repository: Repository, { mode, type, oid, path: name }: TreeEntry) {
  return {
    mode: Number.parseInt(mode, 8),
    name,
    oid,
    type,
    object: () => {
      if (type === 'commit') return null
      return type === 'tree' ? treeNode(repository, oid) : blobNode(repository, oid)
    },
  }
}

/** A file's content as GraphQL shows it: binary is what has a zero byte near its begin. */
export async function blobNode({ git }: Repository, oid: string) {
  const bytes = await git.blob(oid)
  const isBinary = bytes.subarray(0, 8000).includes(0)
  return {
    __typename: 'Blob',
    id: nodeId('Blob', oid),
    oid,
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > maxText,
    text: isBinary ? null : bytes.toString('utf8', 0, maxText),
  }
}

import { nodeId, pageUrl } from '../../bodies/names.ts'
import type { CommitObject } from '../../git/objects.ts'
import type { Repository } from '../../store.ts'
import { type GraphContext, requireRight } from '../context.ts'
import { treeNode } from './tree.ts'

/** A branch or tag by its full name, or by its name alone; null when there is none. */
export async function refNode(context: GraphContext, repository: Repository, name: string) {
  requireRight(context, repository, { contents: 'read' })
  const { git } = repository
  const full = name.startsWith('refs/') ? name : `refs/heads/${name}`
  const oid = await git.commitOf(full)
  if (oid === undefined) return null
  const [, prefix = '', short = ''] = /^(refs\/[^/]+\/)(.+)$/.exec(full) ?? []
  return {
    id: nodeId('Ref', `${repository.fullName}:${full}`),
    name: short,
    prefix,
    target: async () => commitNode(context, repository, await git.commit(oid)),
  }
}

/** A commit as GraphQL shows it. */
export function commitNode(
  { world }: GraphContext,
  repository: Repository,
  { oid, tree, message, committer }: CommitObject,
) {
  return {
    __typename: 'Commit',
    id: nodeId('Commit', oid),
    oid,
    message,
    messageHeadline: message.split('\n', 1)[0] ?? '',
    committedDate: committer.date,
    tree: () => treeNode(repository, tree),
    url: `${pageUrl(world, repository)}/commit/${oid}`,
  }
}

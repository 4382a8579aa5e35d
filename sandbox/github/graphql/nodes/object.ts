import type { Repository } from '../../store.ts'
import { type GraphContext, requireRight } from '../context.ts'
import { GraphqlFailure } from '../failure.ts'
import { commitNode } from './ref.ts'
import { blobNode, treeNode } from './tree.ts'

interface ObjectName {
  readonly expression?: string | null
  readonly oid?: string | null
}

/** What a revision expression or an id leads to in git; null when it leads nowhere. */
export async function objectNode(
  context: GraphContext,
  repository: Repository,
  { expression, oid }: ObjectName,
) {
  requireRight(context, repository, { contents: 'read' })
  const { git } = repository
  const name = expression ?? oid
  if (name == null) {
    throw new GraphqlFailure('ARGUMENT_ERROR', 'An oid or an expression must be given')
  }
  const found = await git.objectAt(name)
  const type = found === undefined ? undefined : await git.typeOf(found)
  if (found === undefined || type === undefined) return null
  if (type === 'commit') return commitNode(context, repository, await git.commit(found))
  if (type === 'tree') return treeNode(repository, found)
  if (type === 'blob') return blobNode(repository, found)
  throw new GraphqlFailure('UNPROCESSABLE', 'the sandbox shows no tag objects')
}

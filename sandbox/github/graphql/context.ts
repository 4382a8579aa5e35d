import { isAllowed, notAccessible, tokenFor } from '../auth.ts'
import type { Permissions } from '../options.ts'
import type { Repository, Token } from '../store.ts'
import type { World } from '../world.ts'
import { GraphqlFailure } from './failure.ts'

/** Who asks, and where. */
export interface GraphContext {
  readonly world: World
  readonly token: Token
  /** The repository as GraphQL shows it: an issue leads back to its own. */
  readonly show: (repository: Repository) => object
}

/** Ends a field that the token may not see or change. */
export function requireRight(
  { token }: GraphContext,
  repository: Repository,
  needed: Permissions,
): void {
  if (isAllowed(tokenFor(token, repository), [needed], repository)) return
  throw new GraphqlFailure('FORBIDDEN', notAccessible(token))
}

/** Kind and number of an opaque id. */
export function readNodeId(id: string): { readonly kind: string; readonly key: string } {
  const [kind = '', ...rest] = Buffer.from(id, 'base64').toString('utf8').split(':')
  return { kind, key: rest.join(':') }
}

/** GitHub's failure for an id that leads nowhere. */
export function unknownId(id: string): GraphqlFailure {
  return new GraphqlFailure(
    'NOT_FOUND',
    `Could not resolve to a node with the global id of '${id}'`,
  )
}

import { GraphqlFailure } from './failure.ts'

/** How a list is asked for. */
export interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
}

const most = 100

/** A list as GitHub's GraphQL gives it: at most 100 at a time, and never without a bound. */
export function connection<Item, Node>(
  name: string,
  items: readonly Item[],
  { first, last, after }: PageArguments,
  render: (item: Item) => Node,
) {
  requireBounds(name, first ?? last)
  const from = after ? readCursor(after) : 0
  const rest = items.slice(from)
  const isFromEnd = first === undefined || first === null
  const size = first ?? last ?? 0
  const page = isFromEnd ? rest.slice(Math.max(rest.length - size, 0)) : rest.slice(0, size)
  const start = isFromEnd ? items.length - page.length : from
  const end = start + page.length
  return {
    totalCount: items.length,
    nodes: () => page.map(render),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: page.length === 0 ? null : writeCursor(start + 1),
      endCursor: page.length === 0 ? null : writeCursor(end),
    },
  }
}

/** An empty list: of things that the sandbox has none of. */
export function none(name: string, bounds: PageArguments) {
  return connection(name, [], bounds, () => null)
}

function requireBounds(name: string, size: number | null | undefined) {
  if (size === undefined || size === null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`
    throw new GraphqlFailure('MISSING_PAGINATION_BOUNDARIES', message)
  }
  if (size <= most) return
  const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of ${most} records.`
  throw new GraphqlFailure('EXCESSIVE_PAGINATION', message)
}

function writeCursor(position: number) {
  return Buffer.from(`cursor:${position}`).toString('base64')
}

function readCursor(cursor: string) {
  const [, position] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? []
  if (position !== undefined) return Number(position)
  const message = `\`${cursor}\` does not appear to be a valid cursor.`
  throw new GraphqlFailure('INVALID_CURSOR_ARGUMENTS', message)
}

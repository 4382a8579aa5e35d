import type * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http } from '../../ports/http.ts'
import { githubFailure } from './failure.ts'
import { httpFetch } from './fetch.ts'
import { githubRequests, type Parameters } from './requests.ts'

export interface Target {
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
}

/** GitHub's REST and GraphQL API for one repository; every answer is checked against a schema. */
export interface Client {
  /** A read: repeated at most twice on 5xx and lost connections. @throws Failure */
  get<S extends z.ZodType>(schema: S, route: string, parameters?: Parameters): Promise<z.infer<S>>
  /** All pages of a list, at most `pages` of 100. @throws Failure `too-many` beyond that. */
  list<S extends z.ZodType>(
    item: S,
    route: string,
    parameters?: Parameters,
    pages?: number,
  ): Promise<z.infer<S>[]>
  /** A write: sent once, never repeated. @throws Failure */
  write<S extends z.ZodType>(schema: S, route: string, parameters?: Parameters): Promise<z.infer<S>>
  /** A mutation: sent once. Rejects with what Octokit throws, because its error types decide. */
  mutate(query: string, variables: Parameters): Promise<unknown>
}

export function githubClient(token: string, http: Http, target: Target, clock: Clock): Client {
  const { apiUrl: baseUrl, owner, repo } = target
  const requests = githubRequests(
    { auth: token, baseUrl, request: { fetch: httpFetch(http) } },
    clock,
  )
  const send = async <S extends z.ZodType>(
    how: 'read' | 'write',
    schema: S,
    route: string,
    parameters: Parameters,
  ) => {
    const answer = await requests[how](route, { owner, repo, ...parameters }).catch(
      (error: unknown) => {
        throw githubFailure(error, route)
      },
    )
    return checked(schema, answer.data, route)
  }
  return {
    get: (schema, route, parameters = {}) => send('read', schema, route, parameters),
    write: (schema, route, parameters = {}) => send('write', schema, route, parameters),
    mutate: (query, variables) => requests.graphql(query, variables),
    list: (item, route, parameters = {}, pages = 20) =>
      listPages(
        (page) => send('read', item.array(), route, { ...parameters, per_page: 100, page }),
        pages,
        route,
      ),
  }
}

async function listPages<T>(
  load: (page: number) => Promise<T[]>,
  pages: number,
  route: string,
): Promise<T[]> {
  const all: T[] = []
  // A last page that is full is known for the last one only by the empty one behind it.
  for (let page = 1; page <= pages + 1; page++) {
    const items = await load(page)
    if (items.length < 100 && page <= pages) return [...all, ...items]
    if (items.length === 0) return all
    all.push(...items)
  }
  throw new Failure('too-many', `GitHub lists more than ${pages * 100} items for ${route}`)
}

function checked<S extends z.ZodType>(schema: S, data: unknown, route: string): z.infer<S> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  const what = typeof data === 'string' ? 'no JSON' : `a wrong or missing field ${field}`
  throw new Failure('bad-answer', `GitHub answered ${route} with ${what}`)
}

import type * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http } from '../../ports/http.ts'
import { pathSegment } from '../http/path-segment.ts'
import { githubFailure } from './failure.ts'
import { httpFetch } from './fetch.ts'
import { dataWithGaps, graphqlFailure } from './graphql-failure.ts'
import { allPages, PER_PAGE } from './pages.ts'
import { githubRequests, type Parameters } from './requests.ts'

export interface Target {
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
}

/** GitHub's REST and GraphQL API for one repository; every answer is checked against a schema. */
export interface Client {
  /** A read: repeated at most three times on 5xx and lost connections. @throws Failure */
  get<S extends z.ZodType>(schema: S, route: string, parameters?: Parameters): Promise<z.infer<S>>
  /** All pages of a list, at most `pages` of 100. @throws Failure `too-many` beyond that, `unsteady`. */
  list<S extends z.ZodType>(
    item: S,
    route: string,
    parameters?: Parameters,
    pages?: number,
  ): Promise<readonly z.infer<S>[]>
  /** A write: sent once, never repeated. @throws Failure */
  write<S extends z.ZodType>(schema: S, route: string, parameters?: Parameters): Promise<z.infer<S>>
  /**
   * A question in GraphQL, with the variables `owner` and `repo`: repeated as a read, or, as a glance, not where the
   * server fails: whoever asks has a smaller question. What leads nowhere is null.
   * @throws Failure
   */
  query<S extends z.ZodType>(
    schema: S,
    document: string,
    variables: Parameters,
    how?: 'read' | 'glance',
  ): Promise<z.infer<S>>
  /** A mutation: sent once. Rejects with what Octokit throws, because its error types decide. */
  mutate(query: string, variables: Parameters): Promise<unknown>
}

/** @throws Failure `bad-input` for a parameter that would make another path of the route. */
function assertSegments(route: string, parameters: Parameters): void {
  for (const [, name = ''] of route.matchAll(/\{(\w+)\}/g)) pathSegment(String(parameters[name]))
}

export function githubClient(token: string, http: Http, target: Target, clock: Clock): Client {
  const { apiUrl: baseUrl, owner, repo } = target
  const requests = githubRequests(
    { auth: token, baseUrl, request: { fetch: httpFetch(http) } },
    clock,
  )
  const ask = async (how: 'read' | 'glance' | 'write', route: string, parameters: Parameters) => {
    assertSegments(route, parameters)
    // What a path does not name would go into its query.
    const own = route.includes('{owner}') ? { owner, repo } : {}
    const sending = requests[how](route, { ...own, ...parameters })
    const answer = await sending.catch((error: unknown) => {
      throw githubFailure(error, route)
    })
    // What is accepted for later, a part, or out of a cache on the way is no answer to a question.
    if (how === 'write' || answer.status === 200) return answer
    const code = answer.status === 301 ? 'moved' : 'bad-answer'
    throw new Failure(code, `GitHub answered ${answer.status} to ${route}`)
  }
  return {
    get: async (schema, route, parameters = {}) =>
      checked(schema, (await ask('read', route, parameters)).data, route),
    write: async (schema, route, parameters = {}) =>
      checked(schema, (await ask('write', route, parameters)).data, route),
    query: async (schema, document, variables, how = 'read') => {
      const sending = requests.query(how, document, { owner, repo, ...variables })
      const data = await sending.catch((error: unknown) => {
        const rest = dataWithGaps(error)
        if (rest === undefined) throw graphqlFailure(error)
        return rest
      })
      return checked(schema, data, 'POST /graphql')
    },
    mutate: (document, variables) => requests.mutate(document, variables),
    list: (item, route, parameters = {}, pages = 20) => {
      const load = async (page: number, size: number) => {
        const how = size === PER_PAGE ? 'glance' : 'read'
        const answer = await ask(how, route, { ...parameters, per_page: size, page })
        return { items: checked(item.array(), answer.data, route), link: answer.headers.link }
      }
      return allPages(load, pages, route)
    },
  }
}

function checked<S extends z.ZodType>(schema: S, data: unknown, route: string): z.infer<S> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.') ?? ''
  const what = typeof data === 'string' ? 'no JSON' : `a wrong or missing field ${field}`
  throw new Failure('bad-answer', `GitHub answered ${route} with ${what}`)
}

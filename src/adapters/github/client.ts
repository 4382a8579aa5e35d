import { getOctokit } from '@actions/github'
import { retry } from '@octokit/plugin-retry'
import type * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import { githubFailure } from './failure.ts'
import { httpFetch } from './fetch.ts'

export interface Target {
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
}

/** Parameters of one request: path, query and body keys as GitHub documents them. */
export type Parameters = Readonly<Record<string, unknown>>

/** GitHub's REST and GraphQL API for one repository; every answer is checked against a schema. */
export interface Client {
  /** A read: repeated at most twice on 5xx. @throws Failure */
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

/** Statuses that a repetition does not cure; 429 is waited for by the caller, not by blind repetition. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 429, 451]

/** Milliseconds; the plugin waits this before the second attempt and four times as long before the third. */
const PAUSE_MS = 300

export function githubClient(token: string, http: Http, target: Target): Client {
  const octokit = getOctokit(
    token,
    {
      baseUrl: target.apiUrl,
      request: { fetch: httpFetch(http) },
      // Not `request.retries`: with that the plugin repeats whatever the status, at once.
      retry: { doNotRetry: FINAL, retries: 2, retryAfterBaseValue: PAUSE_MS },
    },
    retry,
  )
  const send = async <S extends z.ZodType>(schema: S, route: string, parameters: Parameters) => {
    const answer = await octokit
      .request(route, { owner: target.owner, repo: target.repo, ...parameters })
      .catch((error: unknown) => {
        throw githubFailure(error, route)
      })
    return checked(schema, answer.data, route)
  }
  return {
    get: (schema, route, parameters = {}) => send(schema, route, parameters),
    write: (schema, route, parameters = {}) =>
      send(schema, route, { ...parameters, request: { retries: 0 } }),
    mutate: (query, variables) => octokit.graphql(query, { ...variables, request: { retries: 0 } }),
    list: (item, route, parameters = {}, pages = 20) =>
      listPages(
        (page) => send(item.array(), route, { ...parameters, per_page: 100, page }),
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
  for (let page = 1; page <= pages; page++) {
    const items = await load(page)
    all.push(...items)
    if (items.length < 100) return all
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

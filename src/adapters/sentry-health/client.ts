import type * as z from 'zod'
import type { SentryHealthSource } from '../../domain/config/sentry-health-source.ts'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import { pathSegment } from '../http/path-segment.ts'
import { answeredJson } from '../sources/answered.ts'
import { nextCursor } from './next-cursor.ts'

const SCOPES = 'Give the token the scopes org:read, project:read and event:read'
/** Pages of a list that are read. */
const PAGES = 10

/** Names and values of a query; a name may stand several times. */
export type Query = readonly (readonly [name: string, value: string])[]

/** Sentry's REST API, below one organisation; every answer is checked. */
export interface SentryClient {
  /** @param path Below `/api/0/`, whole. @throws Failure */
  get<S extends z.ZodType>(schema: S, path: string, query?: Query): Promise<z.infer<S>>
  /** All items of a list. @throws Failure `too-many` beyond ten pages. */
  list<S extends z.ZodType>(item: S, path: string, query: Query): Promise<readonly z.infer<S>[]>
  /** `organizations/<slug>/<rest>/`. */
  organization(...rest: readonly string[]): string
  /** `projects/<organisation>/<slug>/`. */
  project(slug: string): string
}

export function sentryClient(
  { url, organization }: SentryHealthSource,
  token: string,
  http: Http,
): SentryClient {
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'user-agent': 'release-actions',
  }
  const ask = async (path: string, query: Query) => {
    const text = new URLSearchParams(query.map(([name, value]) => [name, value])).toString()
    const address = `${url.replace(/\/$/, '')}/api/0/${path}${text === '' ? '' : `?${text}`}`
    return http.send({ method: 'GET', url: address, headers })
  }
  return {
    get: async (schema, path, query = []) =>
      checked(schema, answeredJson(await ask(path, query), 'Sentry', SCOPES)),
    async list(item, path, query) {
      const found: z.infer<typeof item>[] = []
      let cursor: string | undefined
      for (let page = 0; page < PAGES; page++) {
        const answer = await ask(path, cursor ? [...query, ['cursor', cursor]] : query)
        found.push(...checked(item.array(), answeredJson(answer, 'Sentry', SCOPES)))
        cursor = nextCursor(answer.headers.link)
        if (cursor === undefined) return found
      }
      throw new Failure('too-many', `Sentry lists more than ${PAGES} pages`)
    },
    organization: (...rest) => `organizations/${segments([organization, ...rest])}/`,
    project: (slug) => `projects/${segments([organization, slug])}/`,
  }
}

const segments = (names: readonly string[]) => names.map(pathSegment).join('/')

function checked<S extends z.ZodType>(schema: S, json: unknown): z.infer<S> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') || 'the whole'
  throw new Failure('bad-answer', `Sentry answered an unknown shape (${where})`)
}

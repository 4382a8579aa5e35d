import { connect } from '../../../src/adapters/github/connect.ts'
import { readContext } from '../../../src/adapters/runner/context.ts'
import { Failure } from '../../../src/domain/failure.ts'
import type { LedgerStore } from '../../../src/ports/ledger-store.ts'
import { json, type Seen, serve } from '../../actions/server.ts'

/** One question in GraphQL, as the server hears it. */
export interface Question {
  /** Name of the operation. */
  readonly name: string
  readonly variables: Readonly<Record<string, string>>
}

/** What a GitHub says: to a question in GraphQL, or to a path of REST; undefined is a 404, a number another status. */
export interface Says {
  readonly graphql?: (question: Question) => unknown
  readonly rest?: Readonly<Record<string, unknown>>
}

/** The store of a server. */
export function storeOf(url: string, token = 'token'): LedgerStore {
  const clock = { now: () => new Date(0), sleep: async () => {} }
  const context = readContext({
    ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_SHA: 'c'.repeat(40), GITHUB_SERVER_URL: url, GITHUB_API_URL: url },
    ...{ GITHUB_GRAPHQL_URL: url, GITHUB_WORKSPACE: '/', RUNNER_TEMP: '/' },
  })
  const quiet = () => {}
  const log = { info: quiet, warning: quiet, error: quiet }
  const { signal } = new AbortController()
  return connect(token, { clock, context, log, mask: quiet, signal }).ledger
}

/** What a store makes of what a GitHub says, or its failure as a text; and what was asked. */
export async function asked<T>(
  { graphql, rest = {} }: Says,
  ask: (store: LedgerStore) => Promise<T>,
) {
  await using server = await serve(({ url, body }, response) => {
    const path = decodeURIComponent(url).replace(/^\/repos\/acme\/shop\//, '')
    const says = url === '/graphql' ? graphql?.(questionIn(body)) : rest[path]
    if (typeof says === 'number') return json(response, { message: 'Bad Gateway' }, says)
    json(response, says ?? { message: 'Not Found' }, says === undefined ? 404 : 200)
  })
  const answer = await ask(storeOf(server.url)).catch(said)
  return { answer, asked: server.seen.map(nameOf) }
}

function questionIn(body: string): Question {
  const { query = '', variables = {} } = JSON.parse(body)
  return { name: /^query (\w+)/.exec(query)?.[1] ?? 'mutation', variables }
}

function nameOf({ url, body }: Seen): string {
  return url === '/graphql' ? questionIn(body).name : decodeURIComponent(url)
}

const said = (error: unknown) =>
  error instanceof Failure ? `${error.code}: ${error.message}. ${error.remedy}` : String(error)

import { Octokit } from '@octokit/core'
import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import { API_VERSION } from './api-version.ts'
import { field } from './failure.ts'
import type { httpFetch } from './fetch.ts'

/** Parameters of one request: path, query and body keys as GitHub documents them. */
export type Parameters = Readonly<Record<string, unknown>>

export interface Answer {
  readonly status: number
  readonly data: unknown
  readonly headers: { readonly link?: string | undefined }
}

/** Requests to GitHub as Octokit sends them; all reject with what Octokit throws. */
export interface Requests {
  /** Repeated at most three times where the failure may pass. */
  read(route: string, parameters: Parameters): Promise<Answer>
  /** As `read`, but an error of the server stands: whoever asks has a smaller question. */
  glance(route: string, parameters: Parameters): Promise<Answer>
  /** Sent once, never repeated. */
  write(route: string, parameters: Parameters): Promise<Answer>
  /** A mutation: sent once, never repeated. */
  mutate(document: string, variables: Parameters): Promise<unknown>
  /** A question in GraphQL: repeated as `read`, or as `glance`. */
  query(how: 'read' | 'glance', document: string, variables: Parameters): Promise<unknown>
}

/** Where the requests go and how they get there. */
interface Options {
  readonly auth: string
  readonly baseUrl: string
  readonly request: { readonly fetch: ReturnType<typeof httpFetch> }
}

/** Statuses that a repetition does not cure; 429 is waited for by the caller, not by blind repetition. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 429, 451]

/** Milliseconds before the second attempt, and before the third; the fourth comes after four times as long. */
const PAUSES = [300, 600] as const

/** Octokit itself: neither its method names nor its pages are used, and both cost time at start-up. */
export function githubRequests(options: Options, clock: Clock): Requests {
  const octokit = new Octokit(options)
  const patiently = async <T>(send: (on: Octokit) => Promise<T>, isFinal: typeof mayPass) => {
    try {
      return await send(octokit)
    } catch (error) {
      if (!mayPass(error) || isFinal(error)) throw error
      await clock.sleep(PAUSES[0])
      return send(await retrying(options))
    }
  }
  const asking = (route: string, parameters: Parameters) => (on: Octokit) =>
    on.request(route, versioned(parameters))
  return {
    read: (route, parameters) => patiently(asking(route, parameters), never),
    glance: (route, parameters) => patiently(asking(route, parameters), isOfServer),
    write: (route, parameters) => asking(route, parameters)(octokit),
    mutate: (document, variables) => octokit.graphql(document, variables),
    query: (how, document, variables) => {
      const asked = { ...variables, request: { fetch: onlyWhole(options.request.fetch) } }
      return patiently((on) => on.graphql(document, asked), how === 'read' ? never : isOfServer)
    },
  }
}

function versioned({ headers, ...parameters }: Parameters): Parameters {
  return { ...parameters, headers: { 'x-github-api-version': API_VERSION, ...Object(headers) } }
}

/** What is accepted for later, a part, or out of a cache on the way is no answer to a question. */
function onlyWhole(fetch: Options['request']['fetch']): Options['request']['fetch'] {
  return async (url, init) => {
    const answer = await fetch(url, init)
    if (answer.status === 200 || answer.status >= 400) return answer
    throw new Failure('bad-answer', `GitHub answered ${answer.status} to POST /graphql`)
  }
}

const never = () => false

/** An answer, not a lost connection. */
function isOfServer(error: unknown): boolean {
  return field(error, 'response') !== undefined
}

/** Octokit gives a lost connection the status 500, and every other failure of the transport too. */
function mayPass(error: unknown): boolean {
  const status = field(error, 'status')
  const cause = field(error, 'cause')
  // Who was silent once is not waited for three times.
  if (cause instanceof Failure) return cause.code === 'connection'
  return typeof status === 'number' && status >= 400 && !FINAL.includes(status)
}

/** From the second attempt on. Most runs need neither, and the plugin takes 5 ms to load. */
async function retrying(options: Options): Promise<Octokit> {
  const { retry } = await import('@octokit/plugin-retry')
  const Retrying = Octokit.plugin(retry)
  // Not `request.retries`: with that the plugin repeats whatever the status, at once.
  const policy = { doNotRetry: FINAL, retries: 2, retryAfterBaseValue: PAUSES[1] }
  return new Retrying({ ...options, retry: policy })
}

import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Next } from 'hono'
import { knownToken } from './auth.ts'
import type { Http } from './dispatch.ts'
import { applyFault, cutAnswer, toResponse } from './exchange.ts'
import { type Fault, takeFault } from './faults.ts'
import { rememberLists } from './history.ts'
import type { Journal, Operation, RecordedRequest } from './journal.ts'
import { limitHeaders, type Metered, meter, refund } from './limits.ts'
import type { World } from './world.ts'

const reading = ['GET', 'HEAD']

/** What happens around every request: it is recorded, limited, and hit by the next fault that fits it. */
export async function exchange(world: World, journal: Journal, http: Http, next: Next) {
  const entry = await record(world, http)
  journal.requests.push(entry)
  const fault = takeFault(journal.faults, entry)
  http.set('fault', fault)
  const early = fault && (await applyFault(fault, fault.before, http.env.outgoing))
  if (early !== undefined) {
    entry.status = statusOf(early)
    return early
  }
  if (!reading.includes(entry.method)) rememberLists(world, journal)
  await limited(world, http, next)
  if (fault !== undefined) await applyLate(fault, http)
  entry.status = statusOf(http.res)
  if (entry.status === 0) return undefined
  http.res.headers.set('date', new Date(world.time()).toUTCString())
  http.res.headers.set('x-github-request-id', `SANDBOX:${journal.requests.length}`)
  return undefined
}

/** Lets a request through unless it is one too many, and tells the client how many are left. */
async function limited(world: World, http: Http, next: Next): Promise<void> {
  const request = world.limits && (await metered(http))
  if (request === undefined) return next()
  const token = knownToken(world, http.req.header('authorization'))
  const refusal = meter(world, token, request)
  if (refusal === undefined) await next()
  else http.res = toResponse(refusal)
  if (http.res.status === 304) refund(world, token, request)
  for (const [name, value] of Object.entries(limitHeaders(world, token, request))) {
    http.res.headers.set(name, value)
  }
}

/** What a request counts as; nothing for one that is not to the API, or that only asks what is left. */
async function metered(http: Http): Promise<Metered | undefined> {
  const { method, path } = http.req
  if (path === '/graphql') {
    const isWrite = (await operationOf(http)) === 'mutation'
    return { resource: 'graphql', isWrite, repository: '' }
  }
  const [, repository = ''] = /^(?:\/uploads)?\/repos\/([^/]+\/[^/]+)/.exec(path) ?? []
  if (repository === '' && !/^\/(?:user$|orgs\/)/.test(path)) return undefined
  return { resource: 'core', isWrite: !reading.includes(method), repository }
}

async function applyLate(fault: Fault, http: Http): Promise<void> {
  const { outgoing } = http.env
  const late =
    fault.after === 'cut'
      ? await cutAnswer(http.res, outgoing)
      : await applyFault(fault, fault.after, outgoing)
  if (late === undefined) return
  http.res = undefined
  http.res = late
}

/** By the document's first words: the variables may hold any text, and the body may be no JSON at all. */
async function operationOf({ req }: Http): Promise<Operation | undefined> {
  if (req.path !== '/graphql') return undefined
  return /"query":\s*"[^"]*\bmutation\b/.test(await req.text()) ? 'mutation' : 'query'
}

async function record(world: World, http: Http): Promise<RecordedRequest> {
  const { pathname, search, host } = new URL(http.req.url)
  return {
    method: http.req.method,
    host,
    path: pathname,
    query: search,
    status: 0,
    operation: await operationOf(http),
    at: world.now(),
    tokenLogin: knownToken(world, http.req.header('authorization')).login,
  }
}

function statusOf(response: Response) {
  return response === RESPONSE_ALREADY_SENT ? 0 : response.status
}

import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Next } from 'hono'
import { operationsBySpecificity, pathPattern } from './contract/contract.ts'
import { answerRoute, type Http } from './dispatch.ts'
import { downloadAsset, redirectToAsset } from './downloads.ts'
import { applyFault, toRefusal, toResponse } from './exchange.ts'
import { takeFault } from './faults.ts'
import { answerGraphql } from './graphql/answer.ts'
import type { Journal, RecordedRequest } from './journal.ts'
import { Refusal } from './refusal.ts'
import { routes } from './routes/index.ts'
import type { World } from './world.ts'

const uploadOperation = 'POST /repos/{owner}/{repo}/releases/{release_id}/assets'

/** All routes of the sandbox's GitHub as one Hono application. */
export function createApp(world: World, journal: Journal) {
  const app = new Hono<{ Bindings: HttpBindings }>({
    getPath: (request) => canonicalPath(world, new URL(request.url).pathname),
  })
  app.use('*', (http, next) => exchange(world, journal, http, next))
  for (const name of operationsBySpecificity()) {
    const route = routes.get(name)
    const method = name.slice(0, name.indexOf(' '))
    const path = `${name === uploadOperation ? '/uploads' : ''}${pathPattern(name)}`
    app.on(method, path, (http) => answerRoute(world, journal, route, http))
  }
  app.post('/graphql', (http) => answerGraphql(world, journal, http))
  app.get('/_assets/:id', (http) => downloadAsset(world, http))
  app.get('/:owner/:repo/releases/download/:tag/:name', (http) => redirectToAsset(world, http))
  app.notFound((http) => {
    journal.violations.push(`request: no operation ${http.req.method} ${http.req.path}`)
    return toResponse(toRefusal(new Refusal(404, 'Not Found')))
  })
  app.onError((error, http) => {
    if (error instanceof Refusal) return toResponse(toRefusal(error))
    journal.violations.push(`sandbox: ${http.req.method} ${http.req.path}: ${error.message}`)
    return toResponse({ status: 500, data: { message: 'Server Error' } })
  })
  return app
}

/** GitHub's page links name repositories by id; both forms lead to the same routes. */
function canonicalPath(world: World, path: string) {
  const [, id = '', rest = ''] = /^\/repositories\/(\d+)(.*)$/.exec(path) ?? []
  const repository = world.repositories.find((each) => String(each.id) === id)
  return repository === undefined ? path : `/repos/${repository.fullName}${rest}`
}

/** Records a request and lets the next fault that fits it happen. */
async function exchange(world: World, journal: Journal, http: Http, next: Next) {
  const entry = record(world, http)
  journal.requests.push(entry)
  const fault = takeFault(journal.faults, entry.method, entry.path)
  const early = fault && (await applyFault(fault, fault.before, http.env.outgoing))
  if (early !== undefined) {
    entry.status = statusOf(early)
    return early
  }
  await next()
  const late = fault && (await applyFault(fault, fault.after, http.env.outgoing))
  if (late !== undefined) {
    http.res = undefined
    http.res = late
  }
  entry.status = statusOf(http.res)
  if (entry.status !== 0)
    http.res.headers.set('x-github-request-id', `SANDBOX:${journal.requests.length}`)
  return undefined
}

function record(world: World, http: Http): RecordedRequest {
  const { pathname, search } = new URL(http.req.url)
  const token = /\s(\S+)$/.exec(http.req.header('authorization') ?? '')?.[1] ?? ''
  const tokenLogin = world.tokens.get(token)?.login ?? ''
  return {
    method: http.req.method,
    path: pathname,
    query: search,
    status: 0,
    at: world.now(),
    tokenLogin,
  }
}

function statusOf(response: Response) {
  return response === RESPONSE_ALREADY_SENT ? 0 : response.status
}

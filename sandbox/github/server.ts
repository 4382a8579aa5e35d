import { Hono } from 'hono'
import { pathOn } from './addresses.ts'
import { operationsBySpecificity, pathPattern } from './contract/contract.ts'
import { answerRoute, type HttpEnvironment } from './dispatch.ts'
import { toRefusal, toResponse } from './exchange.ts'
import { downloadRoutes } from './files/downloads.ts'
import { exchange } from './frame.ts'
import { answerGit } from './git-http/answer.ts'
import { answerGraphql } from './graphql/answer.ts'
import type { Journal } from './journal.ts'
import { Refusal } from './refusal.ts'
import { routes } from './routes/index.ts'
import type { World } from './world.ts'

const uploadOperation = 'POST /repos/{owner}/{repo}/releases/{release_id}/assets'

/** All routes of the sandbox's GitHub as one Hono application. */
export function createApp(world: World, journal: Journal) {
  const app = new Hono<HttpEnvironment>({
    getPath: (request) => canonicalPath(world, new URL(request.url)),
  })
  app.use('*', (http, next) => exchange(world, journal, http, next))
  for (const name of operationsBySpecificity()) {
    const route = routes.get(name)
    const method = name.slice(0, name.indexOf(' '))
    const path = `${name === uploadOperation ? '/uploads' : ''}${pathPattern(name)}`
    app.on(method, path, (http) => answerRoute(world, journal, route, http))
  }
  app.post('/graphql', (http) => answerGraphql(world, journal, http))
  for (const [path, answer] of Object.entries(downloadRoutes)) {
    app.get(path, (http) => answer(world, http))
  }
  app.get('/:owner/:repo/info/refs', (http) => answerGit(world, http, 'info/refs'))
  for (const service of ['git-upload-pack', 'git-receive-pack'] as const) {
    app.post(`/:owner/:repo/${service}`, (http) => answerGit(world, http, service))
  }
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

/** Page links name repositories by id; the top folder has no name: such forms lead to the same routes. */
function canonicalPath(world: World, { host, pathname }: URL) {
  const path = pathOn(host, pathname).replace(/^(\/repos\/[^/]+\/[^/]+\/contents)\/?$/, '$1/.')
  const [, id = '', rest = ''] = /^\/repositories\/(\d+)(.*)$/.exec(path) ?? []
  const repository = world.repositories.find((each) => String(each.id) === id)
  return repository === undefined ? path : `/repos/${repository.fullName}${rest}`
}

import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { authenticate, requirePermission, tokenFor } from './auth.ts'
import { checkAnswer, checkRequest } from './contract/contract.ts'
import { toRefusal, toResponse } from './exchange.ts'
import type { Journal } from './journal.ts'
import { refuse } from './refusal.ts'
import type { Answer, Call, Route } from './route.ts'
import type { Repository, Token } from './store.ts'
import { findRepository, type World } from './world.ts'

/** A request in Hono's hands, with Node's own request and answer in `env`. */
export type Http = Context<{ Bindings: HttpBindings }>

/** Checks a request against GitHub's description, lets its route answer, checks the answer. */
export async function answerRoute(world: World, journal: Journal, route: Route, http: Http) {
  const answer = await perform(world, journal, route, http).catch(toRefusal)
  if (answer.bytes === undefined) {
    const problem = checkAnswer(route.name, answer.status, answer.data)
    if (problem !== undefined) journal.violations.push(`answer of ${route.name}: ${problem}`)
  }
  return toResponse(answer)
}

async function perform(world: World, journal: Journal, route: Route, http: Http): Promise<Answer> {
  const bytes = new Uint8Array(await http.req.arrayBuffer())
  const body = readBody(route, bytes)
  const url = new URL(http.req.url)
  const checked = checkRequest(route.name, {
    path: http.req.param(),
    query: url.searchParams,
    body,
  })
  if (checked.problem !== undefined) {
    journal.violations.push(`request to ${route.name}: ${checked.problem}`)
  }
  const sent = authenticate(world, http.req.header('authorization'))
  const repository = pathRepository(world, http)
  const token = tokenFor(sent, repository)
  requireVisible(token, repository)
  requirePermission(token, route.needs, repository)
  if (checked.problem !== undefined) refuse(422, `Invalid request.\n\n${checked.problem}`)
  const call = {
    world,
    token,
    input: checked.input,
    body,
    bytes,
    url,
    headers: http.req.raw.headers,
  }
  return route.answer(withRepository(call, repository))
}

type BareCall = Omit<Call, 'repository' | 'input'> & { readonly input: unknown }

/** The contract has checked the input, so it has the type that GitHub's description gives it. */
function withRepository(call: BareCall, repository: Repository | undefined): Call<never> {
  return {
    ...call,
    input: call.input as never,
    get repository() {
      return repository ?? refuse(404, 'Not Found')
    },
  }
}

function readBody(route: Route, bytes: Uint8Array): unknown {
  const isUpload = route.name === 'POST /repos/{owner}/{repo}/releases/{release_id}/assets'
  if (isUpload || bytes.length === 0) return undefined
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return refuse(400, 'Problems parsing JSON')
  }
}

/** The repository that the path names, if it names one. */
function pathRepository(world: World, http: Http) {
  const { owner, repo } = http.req.param() as Record<string, string | undefined>
  if (owner === undefined || repo === undefined) return undefined
  return findRepository(world, `${owner}/${repo}`) ?? refuse(404, 'Not Found')
}

/** A private repository does not exist for who may not read it at all. */
function requireVisible(token: Token, repository: Repository | undefined) {
  if (repository?.private !== true) return
  if (Object.keys(token.permissions).length === 0) refuse(404, 'Not Found')
}

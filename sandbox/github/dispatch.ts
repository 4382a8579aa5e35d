import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { seenFrom } from './addresses.ts'
import { authenticate, describe, requirePermission, tokenFor } from './auth.ts'
import { conditional } from './conditional.ts'
import { checkAnswer, checkRequest } from './contract/contract.ts'
import { applyFault, toRefusal, toResponse } from './exchange.ts'
import type { Fault } from './faults.ts'
import { repositoryAsOf } from './history.ts'
import type { Journal } from './journal.ts'
import { refuse } from './refusal.ts'
import type { Answer, Call, Route } from './route.ts'
import type { Repository, Token } from './store.ts'
import { findRepository, type World } from './world.ts'

/** What a request carries from the frame to its route. */
interface Variables {
  /** The fault that hits this request. */
  fault?: Fault | undefined
}

/** What every request has in Hono's hands: Node's own request and answer in `env`, the fault that hits it. */
export interface HttpEnvironment {
  Bindings: HttpBindings
  Variables: Variables
}

/** A request in Hono's hands. */
export type Http = Context<HttpEnvironment>

/** An upload that a fault ends half way, with the answer that goes out instead. */
class Halted extends Error {
  readonly response: Response

  constructor(response: Response) {
    super('halted')
    this.response = response
  }
}

/** Checks a request against GitHub's description, lets its route answer, checks the answer. */
export async function answerRoute(world: World, journal: Journal, route: Route, http: Http) {
  try {
    const answer = await perform(world, journal, route, http).catch(toRefusal)
    if (answer.bytes === undefined) {
      const problem = checkAnswer(route.name, answer.status, answer.data)
      if (problem !== undefined) journal.violations.push(`answer of ${route.name}: ${problem}`)
    }
    const accepted = { 'x-accepted-github-permissions': describe(route.needs) }
    const headers = { ...accepted, ...answer.headers }
    const known = http.req.header('if-none-match')
    return toResponse(conditional(http.req.method, known, { ...answer, headers }))
  } catch (error) {
    if (error instanceof Halted) return error.response
    throw error
  }
}

async function perform(world: World, journal: Journal, route: Route, http: Http): Promise<Answer> {
  const body = await readBody(route, http)
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
    world: seenFrom(world, url.host),
    token,
    input: checked.input,
    body,
    readBytes: async () => new Uint8Array(await http.req.arrayBuffer()),
    halfway: () => halfway(http),
    url,
    headers: http.req.raw.headers,
  }
  return route.answer(withRepository(call, shownRepository(world, repository, http)))
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

/** What reads see may be old. */
function shownRepository(world: World, repository: Repository | undefined, http: Http) {
  const stale = http.req.method === 'GET' ? http.get('fault')?.stale : undefined
  const isOld = repository !== undefined && stale !== undefined
  return isOld ? repositoryAsOf(world, repository, stale) : repository
}

async function halfway(http: Http): Promise<void> {
  const fault = http.get('fault')
  const response = fault && (await applyFault(fault, fault.during, http.env.outgoing))
  if (response !== undefined) throw new Halted(response)
}

async function readBody(route: Route, http: Http): Promise<unknown> {
  if (route.name === 'POST /repos/{owner}/{repo}/releases/{release_id}/assets') return undefined
  const text = await http.req.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
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

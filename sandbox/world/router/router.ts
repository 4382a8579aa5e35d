import { Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { Hono } from 'hono'
import { createProxyServer } from 'httpxy'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serve, serveHono } from '../server.ts'
import { type Tally, tally } from './tally.ts'
import { parseWeights, type Weights } from './weights.ts'
import { type Backend, wheelOf } from './wheel.ts'

export interface RouterOptions {
  readonly backends: readonly Backend[]
  /** A backend that says nothing for so long is answered for with 502. */
  readonly timeoutMs?: number
  readonly frontPort?: number
  readonly adminPort?: number
}

/** The embedded router: a front for the traffic and an address for its administration. */
export interface Router {
  readonly front: Listening
  readonly admin: Listening
  /** Faults of the administration's address. */
  readonly faults: FaultInjector
  backends(): readonly Backend[]
  /** Sets all weights at once; throws one line and changes nothing when they are not valid. */
  setWeights(weights: Weights): void
  /** Answers per backend since the start. */
  readonly counts: Tally
  close(): Promise<void>
}

/**
 * Starts the router. Administration: `GET /backends` → `[{ name, url, weight }]`; `PUT /backends` with
 * the complete set `{ "blue": 90, "green": 10 }` → the new list, or 422 `{ "message": … }`;
 * `GET /metrics` → `router_requests_total{backend,code}` in Prometheus' text format.
 */
export async function startRouter(options: RouterOptions): Promise<Router> {
  let backends = options.backends
  let wheel = wheelOf(backends)
  const setWeights = (weights: Weights) => {
    const names = backends.map((backend) => backend.name)
    const valid = parseWeights(weights, names)
    backends = backends.map((backend) => ({ ...backend, weight: valid[backend.name] ?? 0 }))
    wheel = wheelOf(backends)
  }
  setWeights(Object.fromEntries(backends.map(({ name, weight }) => [name, weight])))
  const counts = tally()
  const proxy = forwarder(options.timeoutMs ?? 5000)
  const front = await serve(async (request, response) => {
    const backend = wheel.next()
    response.once('close', () => counts.add(backend.name, response.statusCode))
    await proxy.forward(request, response, backend.url)
  }, options.frontPort)
  const faults = faultInjector()
  const state: AdminState = { backends: () => backends, setWeights, counts }
  const admin = await serveHono(administration(state, faults), options.adminPort)
  const close = async () => {
    await Promise.all([front.close(), admin.close()])
    proxy.close()
  }
  return { front, admin, faults, counts, backends: () => backends, setWeights, close }
}

type AdminState = Pick<Router, 'backends' | 'setWeights' | 'counts'>

function administration(state: AdminState, faults: FaultInjector): Hono {
  const app = new Hono()
  app.use(faults.middleware)
  app.get('/backends', (c) => c.json(state.backends()))
  app.put('/backends', async (c) => {
    try {
      state.setWeights(await c.req.json())
    } catch (error) {
      const known = error instanceof Error && !(error instanceof SyntaxError)
      return c.json({ message: known ? error.message : 'the body is not JSON' }, 422)
    }
    return c.json(state.backends())
  })
  app.get('/metrics', (c) => c.text(state.counts.text()))
  return app
}

function forwarder(timeoutMs: number) {
  const agent = new Agent({ keepAlive: true })
  const proxy = createProxyServer({ agent, proxyTimeout: timeoutMs, xfwd: true })
  const forward = async (request: IncomingMessage, response: ServerResponse, target: string) => {
    try {
      await proxy.web(request, response, { target })
    } catch {
      badGateway(response)
    }
  }
  return { forward, close: () => agent.destroy() }
}

/** Dead, slow or broken: before the first byte that is a 502, after it the connection is cut. */
function badGateway(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(502, { 'content-type': 'application/json' })
  response.end('{"message":"the backend did not answer"}\n')
}

import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'

/** How a server misbehaves instead of answering. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly body?: unknown }
  /** 200 with a page, as a proxy's login page or a wrong address gives it. */
  | { readonly kind: 'html' }
  /** 200, the announced type, but the body stops in the middle. */
  | { readonly kind: 'cut' }
  /** Accepts the request and never answers. */
  | { readonly kind: 'silence' }
  /** Resets the connection without an answer. */
  | { readonly kind: 'reset' }

export interface FaultRule {
  /** Method to which the rule applies; any when absent. */
  readonly method?: string
  /** Tested against path and query, still percent-encoded. */
  readonly path: RegExp
  readonly fault: Fault
  /** For how many requests; for ever when absent. */
  readonly times?: number
}

export interface FaultInjector {
  readonly middleware: MiddlewareHandler
  /** Adds a rule; of several that fit, the one added first wins. */
  add(rule: FaultRule): void
  /** Removes all rules. */
  clear(): void
}

/** Faults that a test or a demonstration switches on in a running server. */
export function faultInjector(): FaultInjector {
  let rules: { rule: FaultRule; left: number }[] = []
  const next = (method: string, path: string): Fault | undefined => {
    const hit = rules.find(({ rule, left }) => left > 0 && fits(rule, method, path))
    if (hit) hit.left -= 1
    return hit?.rule.fault
  }
  return {
    add: (rule) => rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      rules = []
    },
    middleware: async (c, proceed) => {
      const { pathname, search } = new URL(c.req.url)
      const fault = next(c.req.method, pathname + search)
      return fault ? misbehave(c, fault) : proceed()
    },
  }
}

function fits(rule: FaultRule, method: string, path: string): boolean {
  return (rule.method === undefined || rule.method === method) && rule.path.test(path)
}

const PAGE = '<!doctype html><title>Sign in</title><p>Please sign in.</p>\n'

function misbehave(c: Context<{ Bindings: HttpBindings }>, fault: Fault): Response {
  const { outgoing } = c.env
  switch (fault.kind) {
    case 'status':
      return Response.json(fault.body ?? { message: 'fault' }, { status: fault.status })
    case 'html':
      return c.html(PAGE)
    case 'cut':
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      outgoing.write('{"cut":', () => outgoing.destroy())
      return RESPONSE_ALREADY_SENT
    case 'silence':
      return RESPONSE_ALREADY_SENT
    case 'reset':
      c.env.incoming.socket.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
  }
}

import { publicOnly } from '../adapters/http/network-policy.ts'
import { nodeHttp } from '../adapters/http/node-http.ts'
import type { Config } from '../domain/config/schema.ts'
import type { Http } from '../ports/http.ts'

/** For who only asks the router and the slots behind it. */
export function routerHttp(config: Config): Http {
  return nodeHttp({ timeoutMs: 10_000, maxBytes: 1_000_000 }, publicOnly(config['allow-private']))
}

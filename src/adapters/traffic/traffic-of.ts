import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import type { Traffic } from '../../ports/traffic.ts'
import { haproxyTraffic } from './haproxy.ts'
import { routerTraffic } from './router.ts'

/** The router that the config describes. @throws Failure `absent` when it describes none. */
export function trafficOf(config: TrafficConfig | undefined, http: Http): Traffic {
  if (config === undefined)
    throw new Failure('absent', 'the config has no section traffic', 'Describe the router there')
  return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http)
}

import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import type { Command } from '../../ports/command.ts'
import type { Http } from '../../ports/http.ts'
import type { Traffic } from '../../ports/traffic.ts'
import { commandTraffic } from './command.ts'
import { haproxyTraffic } from './haproxy.ts'
import { routerTraffic } from './router.ts'

/**
 * The router that the config describes.
 * @param command Runs the consumer's commands, for a router that is reached by them.
 * @throws Failure `absent` when the config describes none.
 */
export function trafficOf(
  config: TrafficConfig | undefined,
  http: Http,
  command: Command,
): Traffic {
  if (config === undefined)
    throw new Failure('absent', 'the config has no section traffic', 'Describe the router there')
  if (config.provider === 'command') return commandTraffic(config, command, http)
  return config.provider === 'router' ? routerTraffic(config, http) : haproxyTraffic(config, http)
}

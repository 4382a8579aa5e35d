import type { Log } from '../../ports/log.ts'
import { proxies } from './proxy-environment.ts'

/**
 * What the job's environment does to every request, before the first one: a proxy is named, and nothing switches the
 * verification of certificates off, here or in the programs that are started.
 */
export function settleNetwork(log: Log, env: NodeJS.ProcessEnv = process.env): void {
  const through = proxies(env)
  if (through.length > 0)
    log.info(
      `requests go through the proxy ${through.join(' and ')}, but for the hosts of NO_PROXY`,
    )
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return
  delete env.NODE_TLS_REJECT_UNAUTHORIZED
  log.warning(
    'NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed: name the certificates to trust by NODE_EXTRA_CA_CERTS',
  )
}

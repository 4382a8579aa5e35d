import { nodeCommand } from '../../adapters/command/node-command.ts'
import { publicOnly } from '../../adapters/http/network-policy.ts'
import { nodeHttp } from '../../adapters/http/node-http.ts'
import { configuredIndex } from '../../adapters/pypi/configured-index.ts'
import { parseIndexUrl } from '../../adapters/pypi/index-address.ts'
import { simpleIndex } from '../../adapters/pypi/simple-index.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import type { Config } from '../../domain/config/schema.ts'
import type { PackageIndex } from '../../ports/package-index.ts'
import type { Inputs } from './inputs.ts'

/** The index of the input, else of the config, else of pip. @throws Failure */
export async function openIndex(
  inputs: Inputs,
  config: Config,
  { context, signal, mask }: Runner,
): Promise<PackageIndex> {
  const command = nodeCommand({ cwd: context.workspace, maxBytes: 1024 * 1024, signal })
  const text = inputs['index-url'] ?? config.index.url ?? (await configuredIndex(command))
  const address = parseIndexUrl(text)
  if (address.secret !== '') mask(address.secret)
  const rule = publicOnly(config['allow-private'])
  return simpleIndex(address, (maxBytes) => nodeHttp({ timeoutMs: 30_000, maxBytes, signal }, rule))
}

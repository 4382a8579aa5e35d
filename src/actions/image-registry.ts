import { publicOnly } from '../adapters/http/network-policy.ts'
import { nodeHttp } from '../adapters/http/node-http.ts'
import { patientReads } from '../adapters/http/patient-reads.ts'
import { ociRegistry } from '../adapters/registry/registry.ts'
import type { Runner } from '../adapters/runner/action.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { RegistrySecrets } from '../domain/inputs.ts'
import type { ImageRegistry } from '../ports/image-registry.ts'

/** Largest manifest that registries take. */
const LIMITS = { timeoutMs: 15_000, maxBytes: 4 * 1024 * 1024 }

/** The registries of the declared images. @throws Failure for half a login. */
export function connectRegistry(
  inputs: RegistrySecrets,
  config: Config,
  { clock, mask, signal }: Runner,
): ImageRegistry {
  const { 'registry-username': username, 'registry-password': password } = inputs
  if (password !== undefined) mask(password)
  if ((username === undefined) !== (password === undefined))
    throw new Failure(
      'bad-input',
      'inputs registry-username and registry-password: one of them is empty',
      'Give both, or none for public images',
    )
  const login =
    username === undefined || password === undefined ? undefined : { username, password }
  const http = nodeHttp({ ...LIMITS, signal }, publicOnly(config['allow-private']))
  return ociRegistry(patientReads(http, clock), login, mask)
}

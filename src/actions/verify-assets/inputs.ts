import * as z from 'zod'
import { bool, line, product, profile, registrySecrets, secret } from '../../domain/inputs.ts'

/** Defaults live in action.yml. What the version may be depends on the config: it is checked there. */
export const Inputs = z.object({
  version_to_verify: line('give a version such as 1.4.0, a tag or latest', 180),
  ...registrySecrets(),
  product: product(),
  environment: profile(),
  token: secret('give a token, usually github.token'),
  'dry-run': bool().default(false),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['version', 'product', 'is_prerelease', 'tag', 'platforms'] as const

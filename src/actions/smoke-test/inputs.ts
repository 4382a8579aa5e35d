import * as z from 'zod'
import type { SmokeRequest } from '../../app/smoke-test.ts'
import { bool, choice, line, product, profile, secret, version } from '../../domain/inputs.ts'
import { DEPTHS } from '../../domain/smoke/depth.ts'

/** Defaults live in action.yml. */
export const Inputs = z.object({
  version_to_test: version(),
  suite: line('give the name of a suite of the config, or python-packages', 64).regex(
    /^[a-z0-9][a-z0-9-]*$/,
    { error: 'must be lower-case letters, digits and hyphens' },
  ),
  depth: choice(DEPTHS).optional(),
  target: choice(['version', 'idle-slot', 'serving', 'none']),
  prepare: bool(),
  'when-undeclared': choice(['inconclusive', 'pass']),
  'expect-os': line('give a runner label such as ubuntu-latest', 100).optional(),
  'expect-python': line('give a version such as 3.11', 20)
    .regex(/^\d+(?:\.\d+){0,2}(?:\.x)?$/, { error: 'must be a version such as 3.11 or 3.x' })
    .optional(),
  next_version: version().optional(),
  'pypi-api-token': secret('give the secret PYPI_API_TOKEN').optional(),
  product: product(),
  environment: profile(),
  token: secret('give a token, usually github.token'),
  'dry-run': bool().default(false),
})
export type Inputs = z.infer<typeof Inputs>

export const outputs = ['passed', 'total', 'endpoint'] as const

/** The request of the inputs; what the config and the runner know is added by the caller. */
export function toRequest(
  inputs: Inputs,
): Omit<SmokeRequest, 'os' | 'version' | 'next' | 'secrets'> {
  return {
    suite: inputs.suite,
    depth: inputs.depth,
    target: inputs.target,
    prepare: inputs.prepare,
    whenUndeclared: inputs['when-undeclared'],
    expectOs: inputs['expect-os'],
    expectPython: inputs['expect-python'],
    dryRun: inputs['dry-run'],
  }
}

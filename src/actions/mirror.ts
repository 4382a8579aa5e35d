import { digest } from '../adapters/digest.ts'
import type { GitHub } from '../adapters/github/connect.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { type Mirror, mirrorStages, NO_MIRROR } from '../app/mirror-stage.ts'
import type { Config } from '../domain/config/schema.ts'
import { runUrl } from './ledger.ts'

/** GitHub's page of deployments, for one release; nothing where the config wants none. */
export function connectMirror(
  { deployments: config }: Config,
  { deployments }: GitHub,
  runner: Runner,
): Mirror {
  if (config === 'none') return NO_MIRROR
  return mirrorStages(config.environment, runUrl(runner), { ...runner, deployments, digest })
}

import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { verifyAssets } from '../../app/verify-assets.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectRegistry } from '../image-registry.ts'
import { connectReader } from '../ledger.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const registry = connectRegistry(inputs, config, runner)
  const ledger = connectReader(github.ledger, runner, config)
  // It only reads, so a dry run is the same run.
  return verifyAssets(inputs.version_to_verify, config, { ...github, ledger, registry })
}

import type { GitHub } from '../../adapters/github/connect.ts'
import { verifyAssets } from '../../app/verify-assets.ts'
import type { Config } from '../../domain/config/schema.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, { releases }: GitHub) {
  // It only reads, so a dry run is the same run.
  return verifyAssets(inputs.version_to_verify, config, releases)
}

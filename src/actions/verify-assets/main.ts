import { sha256 } from '../../adapters/digest.ts'
import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { verifyAssets } from '../../app/verify-assets.ts'
import { Inputs, outputs } from './inputs.ts'

const definition = { title: 'Release assets', inputs: Inputs, outputs }

await runAction(definition, async (inputs, runner) => {
  const { repository, releases } = connect(inputs.token, runner)
  const config = await readConfig(repository, inputs.environment ?? '')
  const ports = { releases, digest: sha256 }
  // It only reads, so a dry run is the same run.
  return verifyAssets(inputs.version_to_verify, config, ports)
})

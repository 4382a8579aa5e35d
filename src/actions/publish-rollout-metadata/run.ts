import { runArtifacts } from '../../adapters/artifact/run-artifacts.ts'
import { sha256 } from '../../adapters/digest.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { publishMetadata } from '../../app/publish-metadata.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectReader } from '../ledger.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const ledger = connectReader(github.ledger, runner, config)
  const artifacts = runArtifacts(jobFiles(runner.context), runner.clock)
  const attempt = runner.context.runAttempt
  return publishMetadata({ ...inputs, attempt }, config, {
    ...github,
    ledger,
    artifacts,
    clock: runner.clock,
    digest: sha256,
  })
}

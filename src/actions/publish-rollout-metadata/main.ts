import { runArtifacts } from '../../adapters/artifact/run-artifacts.ts'
import { sha256 } from '../../adapters/digest.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { publishMetadata } from '../../app/publish-metadata.ts'
import { readConfig } from '../../app/read-config.ts'
import { connectLedger } from '../ledger.ts'
import { Inputs, outputs } from './inputs.ts'

await runAction({ title: 'Go or no-go', inputs: Inputs, outputs }, async (inputs, runner) => {
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const ledger = connectLedger(github.ledger, runner)
  const artifacts = runArtifacts(jobFiles(runner.context))
  const attempt = runner.context.runAttempt
  return publishMetadata({ ...inputs, attempt }, config, {
    ...github,
    ledger,
    artifacts,
    digest: sha256,
  })
})

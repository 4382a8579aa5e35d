import { runArtifacts } from '../../adapters/artifact/run-artifacts.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { releaseRollback } from '../../app/release-rollback.ts'
import { connectDelivery } from '../delivery.ts'
import { connectLedger, runUrl } from '../ledger.ts'
import { Inputs, outputs } from './inputs.ts'

await runAction({ title: 'Rollback', inputs: Inputs, outputs }, async (inputs, runner) => {
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const ledger = connectLedger(github.ledger, runner)
  const artifacts = runArtifacts(jobFiles(runner.context))
  const delivery = connectDelivery(config, github, runner)
  const run = { url: runUrl(runner), attempt: runner.context.runAttempt }
  return releaseRollback(inputs, config, {
    ...github,
    ...delivery,
    ...runner,
    ledger,
    artifacts,
    run,
  })
})

import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { freeze } from '../../app/freeze.ts'
import { readConfig } from '../../app/read-config.ts'
import { releaseKey } from '../../domain/release/key.ts'
import { freezeReport } from '../../domain/report/freeze.ts'
import { connectLedger, runUrl } from '../ledger.ts'
import { Inputs, outputs } from './inputs.ts'

await runAction({ title: 'Freeze', inputs: Inputs, outputs }, async (inputs, runner) => {
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const { product, channel, version } = releaseKey('version', inputs.version, config)
  const request = {
    scope: { product, channel },
    version,
    buildType: inputs['build-type'] ?? channel,
    commit: inputs.commit ?? runner.context.sha,
    runUrl: runUrl(runner),
    reason: inputs.reason,
    gate: inputs.gate,
  }
  if (inputs['dry-run']) return freezeReport(request, undefined)
  const ledger = connectLedger(github.ledger, runner)
  const frozen = await freeze(request, { ...github, ledger, clock: runner.clock })
  return freezeReport(request, frozen)
})

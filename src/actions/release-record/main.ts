import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { recordRelease } from '../../app/record-release.ts'
import { connectLedger, runUrl } from '../ledger.ts'
import { Inputs, outputs } from './inputs.ts'

await runAction({ title: 'Release', inputs: Inputs, outputs }, async (inputs, runner) => {
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const ledger = connectLedger(github.ledger, runner)
  return recordRelease({ ...inputs, runUrl: runUrl(runner) }, config, {
    ...github,
    ledger,
    clock: runner.clock,
  })
})

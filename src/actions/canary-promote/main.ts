import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { promote } from '../../app/promote.ts'
import { readConfig } from '../../app/read-config.ts'
import { connectDelivery } from '../delivery.ts'
import { connectLedger } from '../ledger.ts'
import { Inputs, outputs } from './inputs.ts'

await runAction({ title: 'Rollout', inputs: Inputs, outputs }, async (inputs, runner) => {
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const ledger = connectLedger(github.ledger, runner)
  const delivery = connectDelivery(config, github, runner)
  return promote(inputs, config, { ...github, ...delivery, ...runner, ledger })
})

import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { promote } from '../../app/promote.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectDelivery } from '../delivery.ts'
import { connectWriter } from '../ledger.ts'
import { givenTo } from '../metrics-source.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  const delivery = connectDelivery(config, github, runner, givenTo(inputs))
  const { roles } = config
  return promote(inputs, config, { ...github, ...delivery, ...runner, ledger, roles })
}

import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { whichProduct } from '../../domain/inputs.ts'
import { besideConfig } from '../configured.ts'
import { refuseForeignEvent } from '../foreign-event.ts'
import { Inputs, outputs } from './inputs.ts'

const definition = { title: 'Performance', inputs: Inputs, outputs }
const load = () => import('./run.ts')

/** Two files of one job can be compared without GitHub: only the phases that run the configured command ask for it. */
await runAction(definition, async (inputs, runner) => {
  if (inputs.phase === 'prepare' || inputs.phase === 'measure') {
    const { config, github, code } = await besideConfig(inputs, runner, load)
    return code.run(inputs, runner, github, async () => config)
  }
  if (inputs['create-issue'] && !inputs['dry-run']) refuseForeignEvent(runner.context.eventName)
  const github = connect(inputs.token, runner)
  const config = () => readConfig(github.repository, inputs.environment ?? '', whichProduct(inputs))
  return (await load()).run(inputs, runner, github, config)
})

import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { smokeTest } from '../../app/smoke-test.ts'
import { Inputs, outputs, toRequest } from './inputs.ts'
import { smokePorts } from './ports.ts'

const definition = { title: 'Smoke test', inputs: Inputs, outputs }

await runAction(definition, async (inputs, runner) => {
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const request = { ...toRequest(inputs), os: runner.context.os }
  return smokeTest(request, config, smokePorts(config, github, runner))
})

import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { smokeTest } from '../../app/smoke-test.ts'
import type { Config } from '../../domain/config/schema.ts'
import { type Inputs, toRequest } from './inputs.ts'
import { smokePorts } from './ports.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const request = { ...toRequest(inputs), os: runner.context.os }
  return smokeTest(request, config, smokePorts(config, github, runner))
}

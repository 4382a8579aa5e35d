import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { smokeTest } from '../../app/smoke-test.ts'
import type { Config } from '../../domain/config/schema.ts'
import { releaseKey } from '../../domain/release/key.ts'
import { type Inputs, toRequest } from './inputs.ts'
import { smokePorts } from './ports.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const versionOf = (input: 'version_to_test' | 'next_version', text: string) =>
    releaseKey(input, text, config).version
  const { next_version: next, 'pypi-api-token': token } = inputs
  if (token !== undefined) runner.mask(token)
  const request = {
    ...toRequest(inputs),
    version: versionOf('version_to_test', inputs.version_to_test),
    next: next === undefined ? undefined : versionOf('next_version', next),
    secrets: token === undefined ? {} : { PYPI_API_TOKEN: token },
    os: runner.context.os,
  }
  return smokeTest(request, config, smokePorts(config, github, runner))
}

import * as core from '@actions/core'
import { Failure } from '../../domain/failure.ts'

/**
 * Set one output of the step. Without its file `@actions/core` prints the retired command `::set-output` and all looks
 * well, although no later step sees the value.
 * @throws Failure `bad-environment` without the file; also throws when it cannot be written.
 */
export function writeOutput(
  name: string,
  value: string,
  env: NodeJS.ProcessEnv = process.env,
): void {
  if ((env.GITHUB_OUTPUT ?? '') === '')
    throw new Failure(
      'bad-environment',
      'environment variable GITHUB_OUTPUT is missing',
      'Run this as a step of a GitHub Actions job',
    )
  core.setOutput(name, value)
}

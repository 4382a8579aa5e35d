import { closeSync, constants, openSync, writeFileSync } from 'node:fs'
import { Failure } from '../../domain/failure.ts'

/**
 * Set one output of the step; a value of several lines stays whole.
 * @throws Failure `bad-environment` without the file; also throws when it cannot be written.
 */
export function writeOutput(
  name: string,
  value: string,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const file = env.GITHUB_OUTPUT ?? ''
  if (file === '')
    throw new Failure(
      'bad-environment',
      'environment variable GITHUB_OUTPUT is missing',
      'Run this as a step of a GitHub Actions job',
    )
  const end = delimiterOf(value)
  append(file, `${name}<<${end}\n${value}\n${end}\n`)
}

/** To a file that is there: one that the runner did not make would be read by nobody. */
function append(file: string, text: string): void {
  const handle = openSync(file, constants.O_WRONLY | constants.O_APPEND)
  try {
    writeFileSync(handle, text)
  } finally {
    closeSync(handle)
  }
}

/** The runner ends a value at the first line that is its delimiter: one that the value itself does not have. */
function delimiterOf(value: string): string {
  const lines = new Set(value.split(/\r\n|\r|\n/))
  let end = 'end-of-value'
  while (lines.has(end)) end += '-'
  return end
}

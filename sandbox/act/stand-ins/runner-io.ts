import { appendFileSync } from 'node:fs'

/** What the sandbox tells a stand-in. */
export interface StandInSetting {
  /** The consumer's repository on disk. */
  readonly consumer: string
  /** Its `owner/name`. */
  readonly repository: string
}

/** An input of the action that runs, trimmed; '' when it is not set. */
export function input(name: string): string {
  return (process.env[`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`] ?? '').trim()
}

/** Sets an output of the action that runs. */
export function output(name: string, value: string): void {
  const file = process.env.GITHUB_OUTPUT
  if (file === undefined) throw new Error('GITHUB_OUTPUT is not set')
  appendFileSync(file, `${name}<<__END_OF_VALUE__\n${value}\n__END_OF_VALUE__\n`)
}

/** Runs a stand-in; what it throws ends the step as failed with one line for people. */
export function guarded(run: () => void): void {
  try {
    run()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = message.replaceAll('%', '%25').replaceAll(/\r?\n/g, '%0A')
    process.stdout.write(`::error::${line}\n`)
    process.exitCode = 1
  }
}

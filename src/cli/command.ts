import type { ParseArgsOptionsConfig } from 'node:util'

/** What the options were set to. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>> & {
  readonly repository: string
  readonly ref?: string
  readonly bundle?: string
  /** Files. */
  readonly key?: readonly string[]
  /** A folder. */
  readonly attachments?: string
}

/** What a command answers: 0 pass, 1 fail, 2 inconclusive. */
export interface Answer {
  readonly code: 0 | 1 | 2
  readonly lines: readonly string[]
}

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** Its arguments, as the help shows them. */
  readonly usage: string
  /** What it does, in one line. */
  readonly summary: string
  readonly options: ParseArgsOptionsConfig
  /** @throws Failure for what cannot be read: exit code 3. */
  run(given: {
    readonly values: Values
    readonly positionals: readonly string[]
  }): Answer | Promise<Answer>
}

export interface CommandResult {
  /** Exit code; null when it was ended by a signal or the deadline. */
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
  readonly elapsedMs: number
}

/** Runs a configured command: an argv array, never a shell. */
export interface Command {
  /** @throws Failure `absent` when the program does not exist, `timeout`, `too-large`. */
  run(
    argv: readonly string[],
    options: { timeoutMs: number; env?: Readonly<Record<string, string>> },
  ): Promise<CommandResult>
}

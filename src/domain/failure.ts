/**
 * An expected failure: something outside is not as it must be. It ends an action as `inconclusive`, with one line
 * and the remedy, never with a stack trace.
 */
export class Failure extends Error {
  /** Kebab-case and stable, for example `unauthorised`, `absent`, `timeout`, `bad-answer`, `refused`. */
  readonly code: string
  /** What a person can do about it: one sentence, or empty when the message says it. */
  readonly remedy: string

  constructor(code: string, message: string, remedy = '', options?: ErrorOptions) {
    super(message, options)
    this.name = 'Failure'
    this.code = code
    this.remedy = remedy
  }
}

/** Whatever went wrong in one line: nobody can do anything with a stack. */
export function lineOf(error: unknown): string {
  if (error instanceof Failure) return failureLine(error)
  return `unexpected: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
}

/** The failure in one line, as logs and reasons show it. */
export function failureLine(failure: Failure): string {
  return failure.remedy === '' ? failure.message : `${failure.message}. ${failure.remedy}`
}

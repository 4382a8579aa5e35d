/** One entry of `errors` in GitHub's "Validation Failed". */
export interface FieldError {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
}

/** An answer that GitHub refuses a request with. */
export class Refusal extends Error {
  readonly status: number
  readonly errors: readonly FieldError[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, extra: RefusalExtra = {}) {
    super(message)
    this.status = status
    this.errors = extra.errors
    this.headers = extra.headers ?? {}
  }
}

interface RefusalExtra {
  readonly errors?: readonly FieldError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends the request with a status and GitHub's message. */
export function refuse(status: number, message: string, extra?: RefusalExtra): never {
  throw new Refusal(status, message, extra)
}

/** Ends the request with 422 "Validation Failed" and what is wrong with each field. */
export function invalid(...errors: FieldError[]): never {
  throw new Refusal(422, 'Validation Failed', { errors })
}

import { Failure } from '../../domain/failure.ts'
import { field, githubFailure } from './failure.ts'

/** What GitHub writes beside the message of an error in GraphQL. */
const CODES: Record<string, string> = {
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  NOT_FOUND: 'absent',
  RESOURCE_LIMITS_EXCEEDED: 'server-error',
}

const REMEDIES: Record<string, string> = {
  forbidden: 'Grant the job contents: read',
  absent: 'Check the name, and that the token may read it',
}

/** Turn what a question in GraphQL throws into one line; an answer may hold errors with status 200. */
export function graphqlFailure(error: unknown): Failure {
  const [first] = errorsIn(error)
  if (first === undefined) return githubFailure(error, 'POST /graphql')
  const text = String(field(first, 'message') ?? 'an error without words').replaceAll(/\s+/g, ' ')
  // GitHub says so of a question that took it more than ten seconds.
  const isBusy = /something went wrong while executing/i.test(text)
  const code = isBusy ? 'server-error' : (CODES[String(field(first, 'type'))] ?? 'rejected')
  const said = `GitHub answered POST /graphql: ${text.slice(0, 300)}`
  return new Failure(code, said, REMEDIES[code] ?? '', { cause: error })
}

/**
 * The data of an answer all whose errors say that a field leads nowhere, with null there: whoever asked decides what
 * that is worth. Undefined for any other error.
 */
export function dataWithGaps(error: unknown): unknown {
  const errors = errorsIn(error)
  const isGap = (each: unknown) => {
    const path = field(each, 'path')
    return field(each, 'type') === 'NOT_FOUND' && Array.isArray(path) && path.length > 1
  }
  return errors.length > 0 && errors.every(isGap) ? field(error, 'data') : undefined
}

function errorsIn(error: unknown): readonly unknown[] {
  const errors = field(error, 'errors')
  return Array.isArray(errors) ? errors : []
}

import { Failure } from '../domain/failure.ts'

/** What leaves open whether a write was carried out. */
const OPEN_ENDS = ['connection', 'timeout', 'server-error', 'unreachable', 'bad-answer']

/** A write that failed so may have been carried out all the same. */
export function hasOpenEnd(error: unknown): error is Failure {
  return error instanceof Failure && OPEN_ENDS.includes(error.code)
}

import { Failure } from '../domain/failure.ts'

/** What leaves open whether a write was carried out. */
const OPEN_ENDS = ['connection', 'timeout', 'server-error', 'unreachable', 'bad-answer']

/** A write that failed so may have been carried out all the same. */
export function hasOpenEnd(error: unknown): boolean {
  return error instanceof Failure && OPEN_ENDS.includes(error.code)
}

/** The same, and an answer came or the connection broke: who was silent once is not waited for again. */
export function hasQuickEnd(error: unknown): boolean {
  return hasOpenEnd(error) && !(error instanceof Failure && error.code === 'timeout')
}

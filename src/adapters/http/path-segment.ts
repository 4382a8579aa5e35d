import { Failure } from '../../domain/failure.ts'

/**
 * A text as one segment of an address's path. `.` and `..` have no spelling that is one: every client takes them for the
 * folder itself and the one above. @throws Failure `bad-input`.
 */
export function pathSegment(text: string): string {
  if (text !== '.' && text !== '..') return encodeURIComponent(text)
  throw new Failure('bad-input', `${text} cannot be part of an address`, 'Give it another name')
}

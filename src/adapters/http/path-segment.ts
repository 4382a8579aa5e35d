import { Failure } from '../../domain/failure.ts'

/**
 * A text as one segment of an address's path. `.` and `..` have no spelling that is one: every client takes them for the
 * folder itself and the one above; half a character has none either. @throws Failure `bad-input`.
 */
export function pathSegment(text: string): string {
  if (text !== '.' && text !== '..' && text.isWellFormed()) return encodeURIComponent(text)
  const name = text.toWellFormed()
  throw new Failure('bad-input', `${name} cannot be part of an address`, 'Give it another name')
}

import { Failure } from '../../domain/failure.ts'
import type { HttpAnswer } from '../../ports/http.ts'
import { jsonBody } from '../http/json-body.ts'

/** What a person can do about an answer of 403. */
const LET_IN = 'Let its secret read this'

/**
 * The JSON of an answer of 200.
 * @param who The source, as people know it.
 * @param rights What to do about an answer of 403.
 * @throws Failure `unauthorised`, `absent`, `rate-limited`, `server-error`, `refused`, `bad-answer`.
 */
export function answeredJson(answer: HttpAnswer, who: string, rights = LET_IN): unknown {
  assertAnswered(answer, who, '', rights)
  const json = jsonBody(answer)
  if (json === undefined)
    throw new Failure('bad-answer', `${who} answered something that is no JSON`)
  return json
}

/** @param said What the server says about it, in one line. */
export function assertAnswered(
  { status, headers }: HttpAnswer,
  who: string,
  said = '',
  rights = LET_IN,
): void {
  if (status === 200) return
  const text = `${who} answered ${status}${said === '' ? '' : `: ${said}`}`
  if (status === 401) throw new Failure('unauthorised', text, 'Check its secret')
  if (status === 403) throw new Failure('unauthorised', text, rights)
  if (status === 404) throw new Failure('absent', text, 'Check its address, path and names')
  if (status === 429)
    throw new Failure('rate-limited', text, 'Try again after the limit has passed')
  if (status >= 300 && status < 400 && status !== 304)
    throw new Failure('bad-answer', `${text} with a redirect to ${hostOf(headers.location)}`)
  throw new Failure(status >= 500 ? 'server-error' : 'refused', text)
}

function hostOf(location: string | undefined): string {
  return URL.parse(location ?? '')?.host || 'somewhere else'
}

/** A text of a server as part of one line. */
export function shortText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}

import type * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { HttpAnswer } from '../../ports/http.ts'

/**
 * The JSON of a 200, checked.
 * @throws Failure `bad-answer` naming who answered; the answer itself is not repeated.
 */
export function readAnswer<T>(answer: HttpAnswer, schema: z.ZodType<T>, who: string): T {
  if (answer.status !== 200) throw new Failure('bad-answer', `${who} answered ${answer.status}`)
  const parsed = schema.safeParse(json(answer.body, who))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') || 'the whole'
  throw new Failure('bad-answer', `${who} answered JSON of an unknown shape (${where})`)
}

function json(body: Uint8Array, who: string): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    throw new Failure('bad-answer', `${who} answered something that is no JSON`)
  }
}

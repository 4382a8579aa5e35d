import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { HttpAnswer } from '../../ports/http.ts'
import { jsonBody } from '../http/json-body.ts'
import { assertAnswered, shortText } from '../sources/answered.ts'

const Result = z.object({
  Id: z.string(),
  StatusCode: z.enum(['Complete', 'PartialData', 'InternalError', 'Forbidden']).optional(),
  Timestamps: z.array(z.number()).default([]),
  Values: z.array(z.number()).default([]),
})

const Page = z.object({
  MetricDataResults: z.array(Result),
  NextToken: z.string().nullish(),
  Messages: z.array(z.object({ Value: z.string().default('') })).nullish(),
})
export type Page = z.infer<typeof Page>

const Refusal = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
})

/** Codes by which AWS refuses, and what they mean here. */
const CODES: readonly (readonly [RegExp, string, string])[] = [
  [/Throttl|TooManyRequests|LimitExceeded/, 'rate-limited', 'Try again in a minute'],
  [
    /RequestExpired|RequestTimeTooSkewed|Signature(?:DoesNotMatch|.*xpired)/,
    'unauthorised',
    'Check the key, and the clock of the runner',
  ],
  [
    /AccessDenied|Unrecognized|InvalidClientTokenId|AuthFailure|NotAuthorized|ExpiredToken|MissingAuthentication|IncompleteSignature|OptInRequired/,
    'unauthorised',
    'Check the key and that it may call cloudwatch:GetMetricData',
  ],
  [/Internal|ServiceUnavailable/, 'server-error', ''],
]

/** One page of an answer. @throws Failure `unauthorised`, `rate-limited`, `server-error`, `refused`, `bad-answer`. */
export function readPage(answer: HttpAnswer): Page {
  const json = jsonBody(answer)
  const refusal = answer.status === 200 ? undefined : Refusal.safeParse(json).data
  if (refusal !== undefined) throw refused(refusal, answer.status)
  assertAnswered(answer, 'CloudWatch')
  const parsed = Page.safeParse(json)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') || 'the whole'
  const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`
  throw new Failure('bad-answer', `CloudWatch answered ${what}`)
}

function refused({ __type, message, Message }: z.infer<typeof Refusal>, status: number): Failure {
  const name = shortText(__type.replace(/^.*#/, ''))
  const text = `CloudWatch answered ${name}: ${shortText(message ?? Message ?? '')}`
  const known = CODES.find(([pattern]) => pattern.test(name))
  if (known !== undefined) return new Failure(known[1], text, known[2])
  return new Failure(status >= 500 ? 'server-error' : 'refused', text)
}

import { parseDuration } from '../config/duration.ts'
import type { Check } from '../config/smoke.ts'
import type { Evidence } from '../judging/verdict.ts'
import { fill } from '../release/template.ts'

export type HttpCheck = Extract<Check, { kind: 'http' }>

/** An answer as a check looks at it. */
export interface Answer {
  readonly status: number
  readonly body: string
  readonly elapsedMs: number
}

/** Hold an answer against its check. Everything that is wrong is named, not the first thing only. */
export function judgeHttp(
  check: HttpCheck,
  answer: Answer,
  question: string,
  values: Readonly<Record<string, string>>,
): Evidence {
  const limitMs = parseDuration(check['max-response-time']) ?? 2000
  const problems = [
    ...(answer.status === check.status ? [] : [`status ${answer.status}`]),
    ...(answer.elapsedMs <= limitMs ? [] : [`${answer.elapsedMs} ms`]),
    ...jsonProblems(check, answer.body, values),
    ...textProblem(check, answer.body, values),
  ]
  return {
    name: check.name,
    verdict: problems.length === 0 ? 'pass' : 'fail',
    question,
    answer:
      problems.length === 0 ? `${answer.status} in ${answer.elapsedMs} ms` : problems.join(', '),
    limit: wanted(check, limitMs, values),
  }
}

function wanted(
  { status, json, contains }: HttpCheck,
  limitMs: number,
  values: Readonly<Record<string, string>>,
): string {
  const fields = Object.entries(json).map(([pointer, text]) => `${pointer} = ${fill(text, values)}`)
  const text = contains === undefined ? [] : [`the text "${fill(contains, values)}"`]
  return [`${status} within ${limitMs} ms`, ...fields, ...text].join(', ')
}

function textProblem(
  { contains }: HttpCheck,
  body: string,
  values: Readonly<Record<string, string>>,
): string[] {
  const missing = contains !== undefined && !body.includes(fill(contains, values))
  return missing ? ['the text is missing'] : []
}

function jsonProblems(
  { json }: HttpCheck,
  body: string,
  values: Readonly<Record<string, string>>,
): string[] {
  const pointers = Object.entries(json)
  if (pointers.length === 0) return []
  const data = parsed(body)
  if (data === undefined) return ['no JSON']
  return pointers.flatMap(([pointer, text]) => {
    const seen = textOf(at(data.value, pointer))
    return seen === fill(text, values) ? [] : [`${pointer} = ${seen ?? 'nothing'}`]
  })
}

function parsed(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) }
  } catch {
    return undefined
  }
}

/** The value at a JSON pointer (RFC 6901); undefined where there is none. */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((inner, key) => {
      const holds = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
      return holds ? (inner as Record<string, unknown>)[key] : undefined
    }, value)
}

/** A scalar as text; what is no scalar equals no text. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value === undefined) return undefined
  return JSON.stringify(value)
}

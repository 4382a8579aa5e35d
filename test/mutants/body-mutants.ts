/** Everything that can be wrong with an answer as a whole. */
import type { Reply } from './network.ts'

export type Answered = Extract<Reply, { status: number }>

/** An answer that is another one as a whole. */
export interface BodyMutant {
  readonly kind: string
  reply(): Reply
}

const MEBIBYTES = Buffer.alloc(10 * 1024 * 1024, 'x')
const PAGE = Buffer.from('<!DOCTYPE html><html><body><h1>Sign in</h1><form></form></body></html>')
const JSON_ERROR = Buffer.from('{"message":"No","detail":"No","status":"error","error":"No"}')

/** Statuses that say something else, with what such answers hold. */
const REFUSALS = [400, 401, 403, 404, 409, 410, 422, 429, 451] as const
const BROKEN = [500, 502, 503, 504] as const
/** Statuses that look like success. */
const NEARLY = [201, 202, 203, 206, 207, 226, 299] as const
const EMPTY = [202, 204, 205, 301, 302, 304, 307, 308] as const
const TYPES = ['text/html', 'text/plain', 'application/octet-stream', ''] as const

/** Mutants of a whole answer; those that a client waits for in earnest are not among them. */
export function bodyMutants(good: Answered): BodyMutant[] {
  const bodies: Readonly<Record<string, () => Buffer>> = {
    'a page': () => PAGE,
    'an empty body': () => Buffer.alloc(0),
    'blanks only': () => Buffer.from(' \n'),
    'the text null': () => Buffer.from('null'),
    'ten mebibytes': () => MEBIBYTES,
    'a byte order mark before it': () => Buffer.concat([Buffer.from('\ufeff'), good.body]),
    'UTF-16': () => Buffer.from(good.body.toString('utf8'), 'utf16le'),
    'twice the same': () => Buffer.concat([good.body, good.body]),
    'a page behind it': () => Buffer.concat([good.body, PAGE]),
  }
  const withBody = Object.entries(bodies).map(([kind, body]) => ({
    kind,
    reply: () => ({ ...good, body: body() }),
  }))
  // Of a redirect nothing is read but where it leads.
  return good.status === 302 ? moved(good) : [...withBody, ...typed(good), ...statuses(good)]
}

function moved(good: Answered): BodyMutant[] {
  const { location: _, ...headers } = good.headers
  const to = (location: string) => ({ ...good, headers: { ...headers, location } })
  return [
    ...statuses(good).filter(({ kind }) => !/^30[1278]/.test(kind)),
    { kind: 'a redirect to nowhere', reply: () => ({ ...good, headers }) },
    { kind: 'a redirect to no address', reply: () => to('http://') },
    { kind: 'a redirect to another path', reply: () => to('https://elsewhere.example/x') },
    { kind: 'a redirect to a file', reply: () => to('file:///etc/passwd') },
  ]
}

function typed(good: Answered): BodyMutant[] {
  const { 'content-type': _, location: __, ...rest } = good.headers
  const types = TYPES.map((type) => ({
    kind: `content-type ${type || 'absent'}`,
    reply: () => ({ ...good, headers: type === '' ? rest : { ...rest, 'content-type': type } }),
  }))
  const page = { ...good, headers: { ...rest, 'content-type': 'text/html' }, body: PAGE }
  return [...types, { kind: 'a page that says so', reply: () => page }]
}

function statuses(good: Answered): BodyMutant[] {
  const other = (statuses: readonly number[], name: string, body: Buffer) =>
    statuses
      .filter((status) => status !== good.status)
      .map((status) => ({ kind: `${status} ${name}`, reply: () => ({ ...good, status, body }) }))
  return [
    ...other(NEARLY, 'with the body', good.body),
    ...other(EMPTY, 'with nothing', Buffer.alloc(0)),
    ...other(REFUSALS, 'with an error', JSON_ERROR),
    ...other([401, 403, 404], 'with a page', PAGE),
    ...other([400, 404], 'with the body', good.body),
  ]
}

/** Troubles that a client repeats a read for, some of them after a real pause. */
export function downMutants(good: Answered): BodyMutant[] {
  const broken = BROKEN.map((status) => ({
    kind: `${status} with a page`,
    reply: () => ({ ...good, status, body: PAGE }),
  }))
  return [
    ...broken,
    { kind: '503 with the body', reply: () => ({ ...good, status: 503 }) },
    { kind: 'nobody listens', reply: () => ({ error: 'ECONNREFUSED' }) },
    { kind: 'the connection is reset', reply: () => ({ error: 'ECONNRESET' }) },
    { kind: 'the connection is cut behind it', reply: () => ({ ...good, cut: true }) },
  ]
}

/** The text cut at a byte. */
export const cutAt = (good: Answered, byte: number): BodyMutant => ({
  kind: 'cut at a byte',
  reply: () => ({ ...good, body: good.body.subarray(0, byte) }),
})

/** A byte that is not UTF-8, or another bit of one. */
export const spoiltAt = (good: Answered, byte: number, bit: number): BodyMutant => ({
  kind: bit === 8 ? 'a byte that is not UTF-8' : 'another bit',
  reply: () => {
    const body = Buffer.from(good.body)
    body[byte] = bit === 8 ? 0xff : (body[byte] ?? 0) ^ (1 << bit)
    return { ...good, body }
  },
})

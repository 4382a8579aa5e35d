import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Fault, FaultAnswer, FaultKind } from './faults.ts'
import { Refusal } from './refusal.ts'
import type { Answer } from './route.ts'

const documentation = 'https://docs.github.com/rest'
const page = '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body>Unicorn!</body></html>'

/** Turns a route's answer into an HTTP response. */
export function toResponse({ status, data, bytes, headers }: Answer): Response {
  if (bytes !== undefined)
    return new Response(Buffer.from(bytes), { status, headers: { ...headers } })
  if (data === undefined) return new Response(null, { status, headers: { ...headers } })
  return Response.json(data, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** GitHub's answer to a refused request. Anything but a refusal is thrown on. */
export function toRefusal(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error
  const { status, message, errors, headers } = error
  const data = { message, ...(errors && { errors }), documentation_url: documentation }
  return { status, data: { ...data, status: String(status) }, headers }
}

/** Carries out a fault on the connection; undefined when the real answer shall go out. */
export async function applyFault(
  fault: Fault,
  kind: FaultKind | undefined,
  outgoing: ServerResponse,
): Promise<Response | undefined> {
  if (kind === undefined) return undefined
  if (kind === 'delay') {
    await delay(fault.delayMs ?? 1000)
    return undefined
  }
  if (kind === 'hang') return RESPONSE_ALREADY_SENT
  if (kind === 'reset') {
    outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  if (kind === 'endless') return sendEndless(outgoing)
  if (kind === 'html') {
    return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } })
  }
  return faultAnswer(typeof kind === 'number' ? { status: kind } : kind)
}

function faultAnswer({ status, headers, body }: FaultAnswer) {
  const data = body ?? { message: `Fault ${status}`, documentation_url: documentation }
  return toResponse({ status, data, ...(headers && { headers }) })
}

/** Sends blanks, which JSON allows before any value, until the client has had enough. */
function sendEndless(outgoing: ServerResponse): Response {
  outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  const drip = setInterval(() => outgoing.write(' '.repeat(1024)), 20)
  outgoing.once('close', () => clearInterval(drip))
  return RESPONSE_ALREADY_SENT
}

/** Announces the whole answer and breaks the connection after its first half. */
export async function cutAnswer(answer: Response, outgoing: ServerResponse): Promise<Response> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const headers = Object.fromEntries(answer.headers)
  outgoing.writeHead(answer.status, { ...headers, 'content-length': Math.max(bytes.length, 2) })
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2))
  await new Promise<void>((resolve) => outgoing.write(half, () => resolve()))
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

import type { Agent, IncomingMessage, RequestOptions, request } from 'node:http'
import { Failure } from '../../domain/failure.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../ports/http.ts'
import { proxyEnvironment } from '../runner/proxy-environment.ts'
import { checkedLookup } from './checked-lookup.ts'
import type { OriginRule } from './origin-rule.ts'

export interface HttpLimits {
  /** Milliseconds for one exchange, from connect to the last byte. */
  readonly timeoutMs: number
  /** Largest body that is read. */
  readonly maxBytes: number
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal
  /** Called whenever a request has left the process whole. */
  readonly onSent?: (() => void) | undefined
}

interface Transport {
  readonly request: typeof request
  readonly agent: Agent
}

const transports = new Map<string, Transport>()

/** Loaded by the first request that needs it: TLS takes 6 ms, and `import` alone would load Node's own fetch too, 23 ms. */
function transportOf(protocol: string): Transport {
  const known = transports.get(protocol)
  if (known !== undefined) return known
  const node = process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http')
  const agent = new node.Agent({ proxyEnv: proxyEnvironment })
  const transport = { request: node.request, agent }
  transports.set(protocol, transport)
  return transport
}

/**
 * The one transport of the suite, on `node:http`: built-in fetch holds the process open 45 ms at exit. Redirects are
 * not followed, so credentials never leave the origin they were given for.
 */
export function nodeHttp(limits: HttpLimits, rule: OriginRule): Http {
  return {
    async send(request) {
      const url = parsed(request.url)
      rule(url)
      const timeout = AbortSignal.timeout(request.timeoutMs ?? limits.timeoutMs)
      const signal = limits.signal ? AbortSignal.any([timeout, limits.signal]) : timeout
      const started = process.hrtime.bigint()
      try {
        const lookup = checkedLookup(url, rule)
        const answer = await open(url, request, { signal, lookup, onSent: limits.onSent })
        const body = await read(answer, limits.maxBytes, request.receiver)
        // A body without a length ends like any other when its connection is given up.
        if (signal.aborted) throw new Failure('cancelled', 'the job was cancelled')
        return toAnswer(answer, body, Number(process.hrtime.bigint() - started) / 1e6)
      } catch (error) {
        throw asFailure(error, url, timeout)
      }
    },
  }
}

/** The text is not repeated: it may hold a secret. @throws Failure `bad-input`. */
function parsed(text: string): URL {
  const url = URL.parse(text)
  if (url !== null) return url
  throw new Failure('bad-input', 'an address is no URL', 'Correct the addresses of the config')
}

type Sent = Pick<HttpLimits, 'onSent'>

function open(
  url: URL,
  request: HttpRequest,
  { onSent = () => {}, ...own }: Pick<RequestOptions, 'signal' | 'lookup'> & Sent,
): Promise<IncomingMessage> {
  const { request: send, agent } = transportOf(url.protocol)
  const { method, body } = request
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const headers = { ...request.headers, ...length }
  return new Promise((resolve, reject) => {
    const sending = send(url, { method, headers, agent, ...own }, resolve)
    sending.on('error', reject).on('finish', onSent).end(body)
  })
}

/** The body, unless a receiver takes it. */
async function read(
  answer: IncomingMessage,
  maxBytes: number,
  receiver: HttpRequest['receiver'],
): Promise<Buffer> {
  const chunks: Buffer[] = []
  const received = answer.statusCode === 200 ? receiver?.() : undefined
  const take = received ?? ((chunk: Buffer) => chunks.push(chunk))
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new Failure('too-large', `answer is larger than ${maxBytes} bytes`)
    take(chunk)
  }
  return Buffer.concat(chunks)
}

function toAnswer(answer: IncomingMessage, body: Buffer, elapsed: number): HttpAnswer {
  const entries = Object.entries(answer.headers).map(([k, v]) => [k, String(v ?? '')] as const)
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(entries),
    body,
    elapsedMs: Math.round(elapsed),
  }
}

/** Names the host only: a path may hold what must not be shown. */
function asFailure(error: unknown, url: URL, timeout: AbortSignal): Failure {
  if (timeout.aborted) return new Failure('timeout', `${url.host} did not answer in time`)
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ABORT_ERR') return new Failure('cancelled', 'the job was cancelled')
  const word = code === '' ? 'the connection failed' : `the connection failed (${code})`
  return new Failure('connection', `${url.host}: ${word}`, 'Check the address and that it is up', {
    cause: error,
  })
}

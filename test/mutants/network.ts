/** The network of this process, replaced: an action with its real adapters is answered from what was recorded. */
import { AsyncLocalStorage } from 'node:async_hooks'
import http from 'node:http'

/** One request as it left the transport. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

/** One answer; or the code of the error that the connection ended with, before the answer or in the middle of it. */
export type Reply =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Buffer
      readonly cut?: boolean
    }
  | { readonly error: string }

export type Network = (asked: Asked) => Reply | Promise<Reply>

const current = new AsyncLocalStorage<Network>()
const real = http.request

/** Run with this network; whatever is sent outside of such a run goes the real way. */
export function within<T>(network: Network, work: () => Promise<T>): Promise<T> {
  return current.run(network, work)
}

/** From now on requests of `within` do not reach the real network. Returns what ends that. */
export function replaceNetwork(): () => void {
  Object.assign(http, { request: intercept })
  return () => void Object.assign(http, { request: real })
}

interface Options {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

function intercept(url: URL, options: Options, resolve: (answer: unknown) => void): unknown {
  const network = current.getStore()
  if (network === undefined) return real(url, { ...options }, resolve)
  const listeners = new Map<string, (error?: unknown) => void>()
  const sending = {
    on(event: string, listener: (error?: unknown) => void) {
      listeners.set(event, listener)
      return sending
    },
    end(body: string | Uint8Array | undefined) {
      const { method, headers } = options
      Promise.resolve(network({ method, url, headers, body })).then((reply) => {
        listeners.get('finish')?.()
        if ('error' in reply) listeners.get('error')?.(connectionError(reply.error))
        else resolve(message(reply))
      }, listeners.get('error'))
      return sending
    },
  }
  return sending
}

function message(reply: Extract<Reply, { status: number }>) {
  return {
    statusCode: reply.status,
    headers: reply.headers,
    async *[Symbol.asyncIterator]() {
      yield reply.body
      if (reply.cut) throw connectionError('ECONNRESET')
    },
  }
}

function connectionError(code: string): Error {
  return Object.assign(new Error(`connection: ${code}`), { code })
}

/** Answers in the order they came, by what was asked. */
export type Conversation = ReadonlyMap<string, readonly Reply[]>

/** What was asked, without what differs from run to run; of GraphQL the name of the question. */
export function keyOf({ method, url, body }: Pick<Asked, 'method' | 'url' | 'body'>): string {
  const [, name] = /^\{"query":"\w+ (\w+)/.exec(String(body ?? '')) ?? []
  const query = [...url.searchParams].filter(([name]) => name !== 'time' && name !== 'since')
  const text = query.map(([name, value]) => `${name}=${value}`).join('&')
  const asked = `${method} ${url.origin}${url.pathname}${text === '' ? '' : `?${text}`}`
  return name === undefined ? asked : `${asked} ${name}`
}

/** Asks the real network and keeps what it says. */
export function recorder(): { readonly network: Network; readonly conversation: Conversation } {
  const conversation = new Map<string, Reply[]>()
  const network: Network = async (asked) => {
    const reply = await ask(asked)
    const key = keyOf(asked)
    conversation.set(key, [...(conversation.get(key) ?? []), reply])
    return reply
  }
  return { network, conversation }
}

function ask({ method, url, headers, body }: Asked): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sending = real(url, { method, headers, agent: false }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      const texts = Object.entries(answer.headers).map(([k, v]) => [k, String(v)] as const)
      const status = answer.statusCode ?? 0
      resolve({ status, headers: Object.fromEntries(texts), body: Buffer.concat(chunks) })
    })
    sending.on('error', reject).end(body)
  })
}

/** What nobody has recorded: a request that only a changed answer led to. */
const UNKNOWN: Reply = {
  status: 404,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from('{"message":"Not Found"}'),
}

/** More requests than any run of a good conversation has by far. */
const MANY = 400

/** The recorded answers; every answer to `changed.key` is the changed one. */
export function replay(
  recorded: Conversation,
  changed?: { readonly key: string; readonly reply: Reply },
): Network {
  const turns = new Map<string, number>()
  let requests = 0
  return (asked) => {
    requests += 1
    if (requests > MANY) throw new Error('asks without end')
    const key = keyOf(asked)
    if (key === changed?.key) return changed.reply
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    const replies = recorded.get(key) ?? []
    return replies[Math.min(turn, replies.length - 1)] ?? UNKNOWN
  }
}

/** Writes down every request that a bundle sends, in whichever way. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request and where it went. */
export interface Sent {
  readonly method: string
  /** Host and port. */
  readonly host: string
}

export interface Counter {
  /** Makes a process go through the counter. */
  readonly env: Readonly<Record<string, string>>
  /** In order; grows. */
  readonly sent: readonly Sent[]
  close(): void
}

/**
 * A forward proxy on loopback, for plain http, which is all that the sandbox speaks. `own` is a server in this process
 * whose client knows no proxies on loopback: what it is asked is counted where it arrives.
 */
export async function openCounter(own: URL): Promise<Counter> {
  const sent: Sent[] = []
  const note = ({ method = '' }: IncomingMessage, host: string) => sent.push({ method, host })
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '')
    if (url.host !== own.host) note(incoming, url.host)
    forward(url, incoming, outgoing)
  })
  const arrival = (message: unknown) => {
    const { request: incoming } = message as { readonly request: IncomingMessage }
    if (incoming.socket.localPort === Number(own.port)) note(incoming, own.host)
  }
  subscribe(ARRIVALS, arrival)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: { HTTP_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: own.host },
    sent,
    close() {
      unsubscribe(ARRIVALS, arrival)
      server.close()
    },
  }
}

/** Where Node tells of every request that reaches a server of this process. */
const ARRIVALS = 'http.server.request.start'

function forward(url: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming
  const asking = request(url, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  asking.on('error', () => outgoing.destroy())
  incoming.pipe(asking)
}

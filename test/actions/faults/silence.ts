/** Servers that take a connection and never come to an end. */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

const HEADER = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
const CHUNKED = 'transfer-encoding: chunked\r\n\r\n'
const BLANKS = ' '.repeat(1024)

/** What each of them does with a connection, by its name. */
export const SILENCES: Readonly<Record<string, (socket: Socket) => void>> = {
  silent: () => {},
  // The other side has ended its half, and what is sent to it goes nowhere.
  'half-open': (socket) => void socket.pause(),
  // Blanks, which JSON allows before any value.
  endless: (socket) => every(socket, 20, () => `400\r\n${BLANKS}\r\n`, `${HEADER}${CHUNKED}`),
  'endless without a length': (socket) => every(socket, 20, () => BLANKS, `${HEADER}\r\n`),
  // One byte of the header after the other.
  slow: (socket) => {
    let at = 0
    every(socket, 5000, () => HEADER[at++ % HEADER.length] ?? '')
  },
}

function every(socket: Socket, ms: number, text: () => string, first = ''): void {
  socket.write(first)
  const drip = setInterval(() => socket.write(text()), ms)
  socket.once('close', () => clearInterval(drip))
}

/** Listens on a free port of loopback. `await using` ends it, and all its connections. */
export async function silence(
  answer: (socket: Socket) => void,
): Promise<AsyncDisposable & { readonly url: string }> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    answer(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

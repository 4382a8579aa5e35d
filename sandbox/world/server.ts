import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

/** A server of the sandbox on loopback. */
export interface Listening {
  readonly port: number
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  /** Ends the server and its open connections. */
  close(): Promise<void>
}

/** Serves a Hono application on 127.0.0.1; port 0 takes a free one. */
export function serveHono(app: Hono, port = 0): Promise<Listening> {
  return serve(getRequestListener(app.fetch, { overrideGlobalObjects: false }), port)
}

/** Serves plain node:http requests on 127.0.0.1; port 0 takes a free one. */
export function serve(listener: RequestListener, port = 0): Promise<Listening> {
  const server = createServer(listener)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const bound = (server.address() as AddressInfo).port
      const close = () => closeServer(server)
      resolve({ port: bound, url: `http://127.0.0.1:${bound}`, close })
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

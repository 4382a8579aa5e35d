import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { Failure } from '../../src/domain/failure.ts'
import { json, serve } from '../actions/server.ts'
import { CLIENTS, CREDENTIALS } from './clients.ts'

const CODES = [301, 302, 303, 307, 308]

/** Takes connections on an address of its own and keeps what comes, whatever it speaks. */
async function listen(host: string) {
  const heard: string[] = []
  const server = createServer((peer) => {
    heard.push('a connection')
    peer.on('data', (bytes) => heard.push(bytes.toString('latin1')))
    peer.on('error', () => {})
    peer.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}')
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return {
    heard,
    host: `${host}:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

const settled = (sending: Promise<unknown>) =>
  sending.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

/** Send by a client whose server answers with each redirect in turn; what became of it is never an unexpected error. */
async function redirected(name: string, targets: readonly string[], also: readonly string[]) {
  const client = CLIENTS[name]
  for (const code of CODES)
    for (const location of targets) {
      await using first = await serve(({ url }, response) => {
        if (url.startsWith('/elsewhere')) return json(response, {})
        return void response.writeHead(code, { location }).end('{}')
      })
      expect(await settled(client?.(first.url, also) ?? Promise.resolve())).not.toMatch(/Error/)
      expect(first.seen.length).toBeGreaterThan(0)
    }
}

test.each(Object.keys(CLIENTS))(
  '[C-44] redirects of five kinds to six places, for %s: no other origin is asked',
  async (name) => {
    await using port = await listen('127.0.0.1')
    await using other = await listen('127.0.0.2')
    const targets = [
      '/elsewhere',
      '/a/../../elsewhere',
      `http://${port.host}/elsewhere`,
      `http://${other.host}/elsewhere`,
      `https://${port.host}/elsewhere`,
      `https://user:password@${other.host}/elsewhere`,
    ]
    await redirected(name, targets, [])
    expect([...port.heard, ...other.heard]).toEqual([])
  },
)

test.each(Object.keys(CLIENTS))(
  'an origin that the config allows gets no credential of another one, for %s',
  async (name) => {
    await using port = await listen('127.0.0.1')
    await using other = await listen('127.0.0.2')
    const origins = [`http://${port.host}`, `http://${other.host}`]
    await redirected(
      name,
      origins.map((origin) => `${origin}/elsewhere`),
      origins,
    )
    const heard = [...port.heard, ...other.heard].join('\n')
    expect(CREDENTIALS.filter((credential) => heard.includes(credential))).toEqual([])
    // Only an index hands over to other hosts.
    expect(heard !== '').toBe(name.endsWith('of a package'))
  },
)

test.each(['', 'https://', 'http://[', 'javascript:alert(1)', 'file:///etc/passwd', '//'])(
  'a redirect to %j is a plain failure for every client',
  async (location) => {
    for (const name of Object.keys(CLIENTS)) await redirected(name, [location], [])
  },
)

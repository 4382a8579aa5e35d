import type { RequestListener } from 'node:http'
import { expect, test } from '@jest/globals'
import { nodeCommand } from '../../../src/adapters/command/node-command.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { trafficOf } from '../../../src/adapters/traffic/traffic-of.ts'
import { Traffic } from '../../../src/domain/config/traffic.ts'
import { withServer } from './fake-server.ts'

const http = nodeHttp({ timeoutMs: 2000, maxBytes: 100_000 }, () => {})
const command = nodeCommand({ cwd: '/', maxBytes: 1000 })

/** A router whose weights can be set; `stuck` accepts every change and keeps what it has. */
function router(stuck = false): RequestListener {
  let weights: Record<string, number> = { blue: 100, green: 0 }
  return async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.url !== '/admin/backends') return response.writeHead(404).end()
    if (request.method === 'PUT' && !stuck) weights = JSON.parse(body)
    const list = Object.entries(weights).map(([name, weight]) => ({ name, url: 'x', weight }))
    return response.end(JSON.stringify(list))
  }
}

const at = (url: string, slots = { blue: { url }, green: { url } }) =>
  trafficOf(
    Traffic.parse({ provider: 'router', url: `${url}/admin/`, slots, 'version-path': '/v' }),
    http,
    command,
  )

const answering = (status: number, body: string): RequestListener => {
  return (_request, response) => response.writeHead(status).end(body)
}

test('weights are read, set and read back', async () => {
  await withServer(router(), async (url) => {
    expect(await at(url).weights()).toEqual({ blue: 100, green: 0 })
    await at(url).shift({ blue: 90, green: 10 })
    expect(await at(url).weights()).toEqual({ blue: 90, green: 10 })
  })
})

test('a router that says yes and does nothing is caught by the read-back', async () => {
  await withServer(router(true), async (url) => {
    await expect(at(url).shift({ blue: 90, green: 10 })).rejects.toMatchObject({
      code: 'not-held',
      message:
        'the router holds other weights than it was given: blue 100 instead of 90, green 0 instead of 10',
    })
  })
})

test.each([
  [{ blue: 90, green: 20 }],
  [{ blue: 100 }],
  [{ blue: 110, green: -10 }],
  [{ blue: 99.5, green: 0.5 }],
  [{ blue: 90, green: 10, red: 0 }],
])('weights %j are refused before the router is asked', async (weights) => {
  await expect(at('http://127.0.0.1:1').shift(weights)).rejects.toMatchObject({
    code: 'bad-weights',
  })
})

test.each([
  [500, '[]', 'the router answered 500'],
  [200, '<html>', 'the router answered something that is no JSON'],
  [200, '{}', 'the router answered JSON of an unknown shape (the whole)'],
  [
    200,
    '[{"name":"blue","weight":101}]',
    'the router answered JSON of an unknown shape (0.weight)',
  ],
  [200, '[{"name":"blue","weight":100}]', 'the router has other backends than blue and green'],
  [
    200,
    '[{"name":"blue","weight":50},{"name":"green","weight":40}]',
    'the weights of the router sum to 90, not 100',
  ],
])('an answer %i %s is a failure', async (status, body, message) => {
  await withServer(answering(status, body), async (url) => {
    await expect(at(url).weights()).rejects.toMatchObject({ code: 'bad-answer', message })
  })
})

test('the slot itself says its version; a closed port is an empty slot', async () => {
  const closed = await withServer(answering(200, ''), (url) => Promise.resolve(url))
  await withServer(answering(200, '{"version":"v1.2.0"}'), async (url) => {
    const traffic = at(url, { blue: { url }, green: { url: closed } })
    expect(await traffic.versionIn('blue')).toBe('1.2.0')
    expect(await traffic.versionIn('green')).toBeUndefined()
    await expect(traffic.versionIn('red')).rejects.toMatchObject({
      message: 'there is no slot red',
    })
  })
})

test.each([
  [503, '{"version":"1.2.0"}', 'the slot blue answered 503'],
  [200, '{"version":"newest"}', 'the slot blue answers a version that is none'],
])('a slot that answers %i %s is no empty slot', async (status, body, message) => {
  await withServer(answering(status, body), async (url) => {
    await expect(at(url).versionIn('blue')).rejects.toMatchObject({ code: 'bad-answer', message })
  })
})

test('a config without traffic names the section', () => {
  expect(() => trafficOf(undefined, http, command)).toThrow('the config has no section traffic')
})

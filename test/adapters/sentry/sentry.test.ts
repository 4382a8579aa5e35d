import { expect, test } from '@jest/globals'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { sentry } from '../../../src/adapters/sentry/sentry.ts'
import { json, serve } from '../../actions/server.ts'

const http = nodeHttp({ timeoutMs: 2000, maxBytes: 10_000 }, () => {})

test('asks one release under the path of a self-hosted Sentry, with the token as bearer', async () => {
  await using server = await serve((_, response) =>
    json(response, { version: 'shop@1.0+b', projects: [{ slug: 'web' }, { slug: 'ios' }] }),
  )
  const api = sentry(`${server.url}/sentry/`, 'sntrys_x', http)
  expect(await api.release('acme', 'shop@1.0+b')).toEqual({
    ...{ projects: ['web', 'ios'], isArchived: false, isFinalized: false },
  })
  expect(server.seen[0]).toMatchObject({
    url: '/sentry/api/0/organizations/acme/releases/shop%401.0%2Bb/',
    headers: { authorization: 'Bearer sntrys_x' },
  })
})

test.each([
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [429, 'rate-limited'],
  [400, 'refused'],
  [503, 'server-error'],
])('%d has a code of its own', async (status, code) => {
  await using server = await serve((_, response) => json(response, { detail: 'x' }, status))
  await expect(sentry(server.url, 't', http).release('acme', 'v')).rejects.toMatchObject({ code })
})

test('a Sentry that does not answer is a timeout, an empty 404 is no answer', async () => {
  await using silent = await serve(() => {})
  await using empty = await serve((_, response) => void response.writeHead(404).end())
  const impatient = {
    send: (r: Parameters<typeof http.send>[0]) => http.send({ ...r, timeoutMs: 100 }),
  }
  await expect(sentry(silent.url, 't', impatient).release('acme', 'v')).rejects.toMatchObject({
    code: 'timeout',
  })
  await expect(sentry(empty.url, 't', http).release('acme', 'v')).rejects.toMatchObject({
    code: 'bad-answer',
  })
})

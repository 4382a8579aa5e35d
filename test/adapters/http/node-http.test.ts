import { expect, test } from '@jest/globals'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { serve } from '../../actions/server.ts'

const LIMITS = { timeoutMs: 5000, maxBytes: 1000 }

test('a request that has left is told before its answer, each time', async () => {
  const told: (() => void)[] = []
  let count = 0
  // The server waits until the client knows that the request has left.
  await using server = await serve((_, response) => {
    if (count > 0) response.end('answer')
    else told.push(() => response.end('answer'))
  })
  const onSent = () => {
    count += 1
    for (const answer of told.splice(0)) answer()
  }
  const http = nodeHttp({ ...LIMITS, onSent }, () => {})
  const send = (body?: string) =>
    http.send({ method: 'POST', url: server.url, ...(body && { body }) })
  expect((await send('a body')).status).toBe(200)
  expect(count).toBe(1)
  await send()
  expect(count).toBe(2)
  expect(server.seen.map(({ body }) => body)).toEqual(['a body', ''])
})

test('a request that never leaves is not told', async () => {
  const gone = await serve(() => {})
  await gone[Symbol.asyncDispose]()
  let count = 0
  const onSent = () => {
    count += 1
  }
  const sending = nodeHttp({ ...LIMITS, onSent }, () => {}).send({ method: 'GET', url: gone.url })
  await expect(sending).rejects.toMatchObject({ code: 'connection' })
  expect(count).toBe(0)
})

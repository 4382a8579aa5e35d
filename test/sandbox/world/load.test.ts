import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { startLoad } from '../../../sandbox/world/load/load.ts'
import { type Listening, serve } from '../../../sandbox/world/server.ts'
import { until } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

let front: Listening
let customers: (string | undefined)[]
beforeEach(async () => {
  customers = []
  front = await serve((request, response) => {
    customers.push(request.headers['x-customer-id']?.toString())
    const status = customers.length % 10 === 0 ? 500 : 200
    request.resume().on('end', () => response.writeHead(status).end('{}'))
  })
})
afterEach(() => front.close())

test('sends orders of known customers at a rate, counts live, and stops', async () => {
  const load = await startLoad({ url: front.url, ratePerSecond: 100, customers: 5, seed: 7 })
  await until(() => load.counts().answers >= 20)
  const started = performance.now()
  await until(() => customers.length >= 220)
  // 200 more at 100 a second: about two seconds, whatever the machine is doing.
  expect(performance.now() - started).toBeGreaterThan(1000)
  const counts = await load.stop()
  const sent = customers.length
  await sleep(300)
  expect(customers.length).toBe(sent)
  expect(await load.stop()).toBe(counts)
  expect(counts.answers).toBeGreaterThan(200)
  expect(counts.byStatus[500]).toBe(counts.failures)
  expect(Math.abs(counts.failures - counts.answers / 10)).toBeLessThan(5)
  const known = ['customer-0', 'customer-1', 'customer-2', 'customer-3', 'customer-4']
  expect([...new Set(customers)].sort()).toEqual(known)
})

test('one seed gives one row of customers, another gives another', async () => {
  const row = async (seed: number) => {
    customers = []
    const plan = { url: front.url, ratePerSecond: 200, connections: 1, seed }
    const load = await startLoad(plan)
    await until(() => customers.length >= 30)
    await load.stop()
    return customers.slice(0, 30)
  }
  const first = await row(1)
  expect(await row(1)).toEqual(first)
  expect(await row(2)).not.toEqual(first)
})

test('requests without an answer are counted as lost', async () => {
  const load = await startLoad({ url: 'http://127.0.0.1:1', ratePerSecond: 20 })
  await until(() => load.counts().lost > 0)
  expect((await load.stop()).answers).toBe(0)
})

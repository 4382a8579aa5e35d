import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { type Platform, startPlatform } from '../../../sandbox/world/platform/platform.ts'
import { reservePort } from '../../../sandbox/world/ports.ts'
import type { Releases } from '../../../sandbox/world/releases.ts'
import { AT_ONCE, UNDER_TRAFFIC, VERSIONS } from '../../../sandbox/world/versions.ts'
import { consumerIn, EXAMPLE, order, temporary } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const folder = temporary()
let releases: Releases
let platform: Platform
beforeAll(async () => {
  const versions = [...VERSIONS, { version: '1.3.0', fault: AT_ONCE }]
  releases = (await consumerIn(folder.path, { versions })).releases
  const slots = { blue: await reservePort() }
  platform = await startPlatform({ slots, directory: join(folder.path, 'platform') })
})
afterEach(() => platform.retire('blue'))
afterAll(async () => {
  await platform.close()
  folder.remove()
})

async function running(version: string): Promise<string> {
  const { tarball } = await releases.build(version)
  return (await platform.deploy('blue', version, readFileSync(tarball.path))).url
}

const json = async (url: string) => (await fetch(url)).json()

async function failures(url: string, count: number, customer?: string): Promise<number> {
  const batch = Array.from({ length: count }, () => order(url, customer))
  return (await Promise.all(batch)).filter(({ status }) => status === 500).length
}

test('says what it is and how it is', async () => {
  const url = await running('1.1.0')
  const { commit } = await releases.build('1.1.0')
  expect(await json(`${url}/version`)).toEqual({ version: '1.1.0', commit })
  expect(await json(`${url}/healthz`)).toEqual({
    status: 'ok',
    version: '1.1.0',
    checks: { database: 'ok' },
  })
})

test('takes an order, refuses a broken one, and counts both in its metrics and its log', async () => {
  const url = await running('1.1.0')
  const headers = { 'content-type': 'application/json' }
  const post = (body: string) => fetch(`${url}/checkout`, { method: 'POST', headers, body })
  const good = await post('{"items":[{"sku":"a","quantity":3,"unitPriceCents":250}]}')
  expect([good.status, (await good.json()).total]).toEqual([200, 750])
  expect((await post('{"items":[]}')).status).toBe(400)
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toContain('http_requests_total{version="1.1.0",code="200"} 1\n')
  expect(metrics).toContain('http_requests_total{version="1.1.0",code="400"} 1\n')
  expect(metrics).toContain('http_request_duration_seconds_count{version="1.1.0"} 2\n')
  const { lines } = await json(`${platform.url}/slots/blue/logs?lines=2`)
  const orders = lines.map((line: string) => JSON.parse(line))
  expect(orders.map((line: { status: number }) => line.status)).toEqual([200, 400])
})

test('tells when its database is lost', async () => {
  const url = await running('1.1.0')
  rmSync(join(folder.path, 'platform'), { recursive: true })
  const answer = await fetch(`${url}/healthz`)
  expect([answer.status, (await answer.json()).checks]).toEqual([503, { database: 'lost' }])
})

test('1.2.0 is sound until the 200th request of a customer; then 5 % fail and p95 is over 250 ms', async () => {
  const url = await running('1.2.0')
  expect(await failures(url, 300)).toBe(0)
  expect(await failures(url, 199, 'c-1')).toBe(0)
  const after = await Promise.all(Array.from({ length: 200 }, () => order(url, 'c-1')))
  const slow = after.filter(({ status, ms }) => status === 200 && ms >= 390).length
  expect(after.filter(({ status }) => status === 500).length).toBe(10)
  expect(slow).toBeGreaterThanOrEqual(40)
  expect(await json(`${url}/healthz`)).toMatchObject({ status: 'ok' })
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toContain('http_requests_total{version="1.2.0",code="500"} 10\n')
  expect(metrics).toMatch(/bucket\{le="0.25",version="1.2.0"\} 6[0-5]\d\n/)
})

test('the fault wakes with exactly the 200th customer, and then counts', async () => {
  const file = pathToFileURL(join(EXAMPLE, 'service', 'fault.mjs')).href
  const { faultOf } = await import(file)
  const next: (isCustomer: boolean) => { fails: boolean; delayMs: number } = faultOf({
    fault: UNDER_TRAFFIC,
  })
  const row = Array.from({ length: 240 }, (_, n) => ({ customer: n + 1, ...next(true) }))
  const slow = row.filter(({ delayMs }) => delayMs > 0).map(({ customer }) => customer)
  expect(slow).toEqual([200, 205, 210, 215, 220, 225, 230, 235, 240])
  expect(row.filter(({ fails }) => fails).map(({ customer }) => customer)).toEqual([219, 239])
})

test('a fault that needs no customers shows at weight 0, in the first requests', async () => {
  const url = await running('1.3.0')
  expect((await order(url)).ms).toBeGreaterThanOrEqual(390)
  expect(await failures(url, 39)).toBe(2)
})

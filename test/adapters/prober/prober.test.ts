import { expect, test } from '@jest/globals'
import { publicOnly } from '../../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { findSlotBy } from '../../../src/adapters/prober/find-slot.ts'
import { type FindSlot, prober } from '../../../src/adapters/prober/prober.ts'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { type Answer, serve } from '../../actions/server.ts'

const errors: Objective = {
  name: 'errors',
  metric: 'error-rate',
  query: null,
  unit: 'ratio',
  limit: 0.01,
  direction: 'at-most',
  onBreach: 'rollback',
  minSamples: 1,
}
const latency: Objective = { ...errors, metric: 'latency-p95', unit: 'milliseconds' }

const config = {
  provider: 'prober',
  method: 'POST',
  path: '/checkout',
  body: '{"items":[]}',
  headers: { 'X-Customer-Id': 'c1' },
  'requests-per-look': 10,
} as const

/** A prober at a clock that the test moves. */
function at(slotOf: FindSlot, allowed: readonly string[]) {
  let now = 1_000_000
  const clock = { now: () => new Date(now), sleep: async () => {} }
  const http = nodeHttp({ timeoutMs: 2000, maxBytes: 1000 }, publicOnly(allowed))
  const source = prober(config, { http, clock, slotOf })
  const from = new Date(now)
  return {
    pass: (ms: number) => {
      now += ms
    },
    until: (to: number) => source.read(errors, { version: '1.2.0', from, to: new Date(to) }),
    look: (objective: Objective, since = from) =>
      source.read(objective, { version: '1.2.0', from: since, to: new Date(now) }),
  }
}

const onSlot =
  (url: string): FindSlot =>
  async () => ({ name: 'green', url })

test('one look sends its requests once, whatever is read, and keeps them for the stage', async () => {
  let nth = 0
  const answer: Answer = (_, response) => {
    nth += 1
    response.writeHead(nth % 10 === 0 ? 503 : 200).end()
  }
  await using slot = await serve(answer)
  const probes = at(onSlot(`${slot.url}/`), [slot.url])
  const question = 'POST /checkout on slot green'
  const first = { value: 0.1, samples: 10, question, at: 1_000_000, since: 1_000_000 }
  expect(await probes.look(errors)).toEqual(first)
  const speed = await probes.look(latency)
  expect(speed.value).toBeGreaterThanOrEqual(0)
  expect(slot.seen).toHaveLength(10)
  probes.pass(5000)
  expect(await probes.look(errors)).toEqual({ ...first, samples: 20, at: 1_005_000 })
  expect(await probes.look(errors, new Date(1_004_000))).toMatchObject({ samples: 10 })
  expect(slot.seen).toHaveLength(20)
  expect(slot.seen[0]).toMatchObject({
    method: 'POST',
    body: '{"items":[]}',
    headers: { 'x-customer-id': 'c1', 'content-type': 'application/json' },
  })
})

test('a window that ended before the last look is answered by what was kept', async () => {
  await using slot = await serve((_, response) => void response.writeHead(200).end())
  const source = at(onSlot(slot.url), [slot.url])
  await source.look(errors)
  source.pass(5000)
  await source.look(errors)
  expect(await source.until(1_004_999)).toMatchObject({ samples: 10, at: 1_000_000 })
  expect(slot.seen).toHaveLength(20)
})

test('a connection that fails is an error without a duration', async () => {
  await using slot = await serve((_, response) => void response.destroy())
  const probes = at(onSlot(slot.url), [slot.url])
  expect(await probes.look(errors)).toMatchObject({ value: 1, samples: 10 })
  expect(await probes.look(latency)).toMatchObject({ value: Number.NaN, samples: 0 })
})

test('a path that is wrong measures nothing', async () => {
  await using slot = await serve((_, response) => void response.writeHead(404).end())
  await expect(at(onSlot(slot.url), [slot.url]).look(errors)).rejects.toThrow(
    'answered 404 every time',
  )
})

test('a version that runs nowhere, an address that is not allowed and a query are failures', async () => {
  await expect(at(async () => undefined, []).look(errors)).rejects.toMatchObject({ code: 'absent' })
  await using slot = await serve((_, response) => void response.end())
  const forbidden = at(onSlot(slot.url), [])
  await expect(forbidden.look(errors)).rejects.toMatchObject({ code: 'forbidden-origin' })
  const custom: Objective = { ...errors, metric: 'custom', query: 'up' }
  await expect(forbidden.look(custom)).rejects.toMatchObject({ code: 'bad-config' })
  expect(slot.seen).toEqual([])
})

test('a version is looked for in every slot', async () => {
  const versions: Record<string, string | undefined> = { blue: '1.1.0', green: '1.2.0' }
  const traffic = () => ({
    weights: async () => ({}),
    shift: async () => {},
    versionIn: async (slot: string) => versions[slot],
  })
  const slots = { blue: { url: 'https://blue.example' }, green: { url: 'https://green.example' } }
  const find = findSlotBy(
    { provider: 'router', url: 'https://r.example', slots, 'version-path': '/version' },
    traffic,
  )
  expect(await find('1.2.0')).toEqual({ name: 'green', url: 'https://green.example' })
  expect(await find('9.9.9')).toBeUndefined()
  await expect(findSlotBy(undefined, traffic)('1.2.0')).rejects.toMatchObject({ code: 'absent' })
})

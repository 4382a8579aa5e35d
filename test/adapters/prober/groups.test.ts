import { expect, test } from '@jest/globals'
import { publicOnly } from '../../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { prober } from '../../../src/adapters/prober/prober.ts'
import type { ComparedMetric } from '../../../src/domain/rollout/planned-comparison.ts'
import { type Answer, type Server, serve } from '../../actions/server.ts'

const config = {
  ...({ provider: 'prober', method: 'GET', path: '/orders', headers: {} } as const),
  'requests-per-look': 4,
}
const METRICS: readonly ComparedMetric[] = [
  { name: 'latency', kind: 'latency', query: null },
  { name: 'errors', kind: 'errors', query: null },
]
const FROM = 1_000_000

/** A prober of two slots at a clock that the test moves; looks take a second. */
function at(slots: Readonly<Record<string, Server>>) {
  let now = FROM
  const clock = { now: () => new Date(now), sleep: async () => {} }
  const allowed = Object.values(slots).map(({ url }) => url)
  const http = nodeHttp({ timeoutMs: 2000, maxBytes: 1000 }, publicOnly(allowed))
  const slotOf = async (version: string) => {
    const slot = slots[version]
    return slot === undefined ? undefined : { name: version, url: slot.url }
  }
  const source = prober(config, { http, clock, slotOf })
  return (after: number, metrics = METRICS, looks = 60) => {
    now = FROM + after
    return source.comparable?.looks(metrics, {
      ...{ baseline: '1.0.0', canary: '1.1.0', look: 1000, looks },
      ...{ from: new Date(FROM), to: new Date(now) },
    })
  }
}

const well: Answer = (_, response) => void response.end()

test('both versions are asked in turns, and a look is made of what was asked in it', async () => {
  const turns: string[] = []
  const seen =
    (name: string, answer: Answer): Answer =>
    (request, response) => {
      turns.push(name)
      answer(request, response)
    }
  await using old = await serve(seen('old', well))
  await using fresh = await serve(seen('new', (_, r) => void r.writeHead(503).end()))
  const look = at({ '1.0.0': old, '1.1.0': fresh })
  expect(await look(500)).toEqual([])
  expect(turns.filter((one) => one === 'old')).toHaveLength(4)
  expect(turns.slice(0, 4).sort()).toEqual(['new', 'new', 'old', 'old'])
  // Nobody asks in the second one.
  await look(2300)
  const looks = (await look(3000)) ?? []
  expect(looks.map(({ minute }) => minute)).toEqual([1, 2, 3])
  expect(looks.map(({ metrics }) => metrics[1])).toEqual([
    {
      ...{ name: 'errors', kind: 'errors' },
      ...{ baseline: { bad: 0, total: 4 }, canary: { bad: 4, total: 4 } },
    },
    { name: 'errors', kind: 'errors', baseline: null, canary: null },
    {
      ...{ name: 'errors', kind: 'errors' },
      ...{ baseline: { bad: 0, total: 4 }, canary: { bad: 4, total: 4 } },
    },
  ])
  const [latency] = looks[0]?.metrics ?? []
  const sides = latency?.kind === 'latency' ? latency : undefined
  expect(sides?.baseline?.buckets.reduce((sum, n) => sum + n, 0)).toBe(4)
  expect(sides?.baseline?.buckets).toHaveLength((sides?.bounds.length ?? 0) + 1)
  expect(sides?.bounds).toEqual(sides?.bounds.toSorted((a, b) => a - b))
  expect(await look(9000, METRICS, 2)).toHaveLength(2)
})

test('a version that runs nowhere, a wrong path and a query are failures', async () => {
  await using old = await serve(well)
  await expect(at({ '1.0.0': old })(1000)).rejects.toMatchObject({ code: 'absent' })
  await using wrong = await serve((_, r) => void r.writeHead(404).end())
  const look = at({ '1.0.0': old, '1.1.0': wrong })
  await expect(look(1000)).rejects.toThrow('answered 404 every time')
  const query: ComparedMetric = { name: 'lag', kind: 'lag', query: 'lag' }
  await expect(look(1000, [query])).rejects.toMatchObject({ code: 'bad-config' })
})

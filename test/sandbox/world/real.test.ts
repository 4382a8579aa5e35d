import { afterEach, expect, jest, test } from '@jest/globals'
import { startMetrics } from '../../../sandbox/world/metrics.ts'
import { reservePort } from '../../../sandbox/world/ports.ts'
import { findHaproxy, findProgram, findPrometheus } from '../../../sandbox/world/real/programs.ts'
import { serve } from '../../../sandbox/world/server.ts'
import { startTraffic } from '../../../sandbox/world/traffic.ts'
import { temporary } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const open: { close(): Promise<void> }[] = []
const folder = temporary()
afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close()
  folder.remove()
})

async function kept<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const part = await starting
  open.push(part)
  return part
}

/** Two slots that say their name, and metrics of one series. */
async function slots(): Promise<{ blue: number; green: number }> {
  const slot = async (name: string) => {
    const ports = await reservePort()
    const listener = await kept(
      serve((request, response) => {
        response.end(request.url === '/metrics' ? `orders_total{by="${name}"} 3\n` : name)
      }, ports),
    )
    return listener.port
  }
  return { blue: await slot('blue'), green: await slot('green') }
}

async function answers(url: string, count: number): Promise<Record<string, number>> {
  const seen: Record<string, number> = { blue: 0, green: 0 }
  for (let n = 0; n < count; n += 1) {
    const name = await (await fetch(url)).text()
    seen[name] = (seen[name] ?? 0) + 1
  }
  return seen
}

test('the router is HAProxy where it is installed, and the same to its users', async () => {
  const traffic = await kept(startTraffic(await slots(), true, folder.path))
  const haproxy = findHaproxy()
  const description = haproxy
    ? `HAProxy ${haproxy.version} (real)`
    : 'embedded (haproxy is not installed)'
  expect(traffic.description).toBe(description)
  expect(await traffic.weights()).toEqual({ blue: 100, green: 0 })
  expect(await answers(traffic.url, 50)).toEqual({ blue: 50, green: 0 })
  await traffic.setWeights({ blue: 90, green: 10 })
  expect(await traffic.weights()).toEqual({ blue: 90, green: 10 })
  const split = await answers(traffic.url, 400)
  expect(Math.abs((split.green ?? 0) - 40)).toBeLessThanOrEqual(1)
  await traffic.setWeights({ blue: 0, green: 100 })
  expect(await answers(traffic.url, 50)).toEqual({ blue: 0, green: 50 })
  const unknown = traffic.setWeights({ blue: 0, red: 100 })
  await expect(unknown).rejects.toThrow(haproxy ? 'haproxy: ' : 'the complete set is: blue, green')
})

test('metrics are Prometheus where it is installed', async () => {
  const metrics = await kept(startMetrics(await slots(), true, folder.path))
  const program = findPrometheus()
  const description = program
    ? `Prometheus ${program.version} (real)`
    : 'built-in HTTP prober (prometheus is not installed)'
  expect(metrics.description).toBe(description)
  expect(metrics.kind).toBe(program ? 'prometheus' : 'prober')
  const query = 'sum by (slot, job, by) (orders_total)'
  const found = metrics.prometheus ? await vector(metrics.prometheus, query) : []
  const series = [
    { by: 'blue', job: 'checkout', slot: 'blue' },
    { by: 'green', job: 'checkout', slot: 'green' },
  ]
  expect(found).toEqual(program ? series : [])
})

async function vector(
  prometheus: { readonly url: string; untilScraping(): Promise<void> },
  query: string,
): Promise<unknown[]> {
  await prometheus.untilScraping()
  const url = `${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`
  const { data } = await (await fetch(url)).json()
  const labels: Record<string, string>[] = data.result.map((r: { metric: object }) => r.metric)
  return labels.sort((a, b) => String(a.slot).localeCompare(String(b.slot)))
}

test('embedded servers are used when they are asked for, whatever is installed', async () => {
  const traffic = await kept(startTraffic(await slots(), false, folder.path))
  const metrics = await kept(startMetrics({ blue: 1 }, false, folder.path))
  expect([traffic.kind, traffic.description]).toEqual(['embedded', 'embedded'])
  expect([metrics.kind, metrics.description]).toEqual(['prober', 'built-in HTTP prober'])
})

test('a program is known by its path and version, and absent ones are absent', () => {
  expect(findProgram('git', '--version')?.version).toMatch(/^\d+\.\d+/)
  expect(findProgram('no-such-server', '-v')).toBeUndefined()
  expect(findProgram('true', '--nothing', '')).toBeUndefined()
})

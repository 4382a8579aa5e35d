import { afterEach, expect, jest, test } from '@jest/globals'
import { type Router, startRouter } from '../../../sandbox/world/router/router.ts'
import { wheelOf } from '../../../sandbox/world/router/wheel.ts'
import { type Listening, serve } from '../../../sandbox/world/server.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const part of open.splice(0).reverse()) await part.close()
})

async function backend(answer: (path: string) => number | 'never' | 'cut'): Promise<Listening> {
  const server = await serve((request, response) => {
    const status = answer(request.url ?? '/')
    if (status === 'never') return
    if (status === 'cut') {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
      return
    }
    response.writeHead(status).end('answer')
  })
  open.push(server)
  return server
}

async function router(blue: string, green: string, timeoutMs = 5000): Promise<Router> {
  const started = await startRouter({
    timeoutMs,
    backends: [
      { name: 'blue', url: blue, weight: 100 },
      { name: 'green', url: green, weight: 0 },
    ],
  })
  open.push(started)
  return started
}

async function send(url: string, count: number, parallel = 8): Promise<void> {
  let left = count
  const one = async () => {
    while (left > 0) {
      left -= 1
      await (await fetch(url)).text()
    }
  }
  await Promise.all(Array.from({ length: parallel }, one))
}

const put = (url: string, weights: unknown) =>
  fetch(`${url}/backends`, { method: 'PUT', body: JSON.stringify(weights) })

test('2,000 requests split exactly by weight, and weight 0 gets none', async () => {
  const [blue, green] = [await backend(() => 200), await backend(() => 200)]
  const { front, admin, counts } = await router(blue.url, green.url)
  const seen: number[][] = []
  for (const weight of [0, 1, 10, 25]) {
    const before = [counts.of('blue'), counts.of('green')]
    expect((await put(admin.url, { blue: 100 - weight, green: weight })).status).toBe(200)
    await send(front.url, weight === 10 ? 2000 : 400)
    seen.push([counts.of('blue') - Number(before[0]), counts.of('green') - Number(before[1])])
  }
  expect(seen).toEqual([
    [400, 0],
    [396, 4],
    [1800, 200],
    [300, 100],
  ])
})

test('a share is spread evenly, not given in one piece', () => {
  const backend = (name: string, weight: number) => ({ name, weight, url: 'http://127.0.0.1:1' })
  const wheel = wheelOf([backend('blue', 75), backend('green', 25)])
  const names = Array.from({ length: 400 }, () => wheel.next().name)
  const fours = Array.from({ length: 100 }, (_, n) => names.slice(4 * n, 4 * n + 4))
  const greens = fours.map((four) => four.filter((name) => name === 'green').length)
  expect(greens).toEqual(Array.from({ length: 100 }, () => 1))
})

test.each([
  ['a sum other than 100', { blue: 50, green: 49 }, 'the weights sum to 99, not 100'],
  ['a missing backend', { blue: 100 }, 'the complete set is: blue, green'],
  ['an unknown backend', { blue: 50, green: 25, red: 25 }, 'the complete set is: blue, green'],
  ['a fraction', { blue: 99.5, green: 0.5 }, 'weights are whole numbers from 0 to 100, by backend'],
  [
    'a negative weight',
    { blue: 110, green: -10 },
    'weights are whole numbers from 0 to 100, by backend',
  ],
  ['a list', [100, 0], 'weights are whole numbers from 0 to 100, by backend'],
])('refuses %s and keeps the weights', async (_case, weights, message) => {
  const { admin, backends } = await router('http://127.0.0.1:1', 'http://127.0.0.1:2')
  const answer = await put(admin.url, weights)
  expect([answer.status, await answer.json()]).toEqual([422, { message }])
  expect(backends().map((b) => b.weight)).toEqual([100, 0])
})

test('a body that is not JSON changes nothing', async () => {
  const { admin } = await router('http://127.0.0.1:1', 'http://127.0.0.1:2')
  const answer = await fetch(`${admin.url}/backends`, { method: 'PUT', body: '{' })
  expect([answer.status, await answer.json()]).toEqual([422, { message: 'the body is not JSON' }])
})

test('a dead and a slow backend are 502, a cut answer reaches the client as cut', async () => {
  const slow = await backend((path) => (path === '/cut' ? 'cut' : 'never'))
  const { front, admin } = await router('http://127.0.0.1:1', slow.url, 150)
  const dead = await fetch(front.url)
  await put(admin.url, { blue: 0, green: 100 })
  const late = await fetch(front.url)
  const cut = await fetch(`${front.url}/cut`)
  expect([dead.status, late.status, cut.status]).toEqual([502, 502, 200])
  await expect(cut.text()).rejects.toThrow()
})

test('tells its weights and what each backend answered', async () => {
  const [blue, green] = [await backend(() => 200), await backend(() => 503)]
  const { front, admin } = await router(blue.url, green.url)
  await put(admin.url, { blue: 50, green: 50 })
  await send(front.url, 10)
  expect(await (await fetch(`${admin.url}/backends`)).json()).toEqual([
    { name: 'blue', url: blue.url, weight: 50 },
    { name: 'green', url: green.url, weight: 50 },
  ])
  const text = await (await fetch(`${admin.url}/metrics`)).text()
  expect(text).toContain('router_requests_total{backend="blue",code="200"} 5\n')
  expect(text).toContain('router_requests_total{backend="green",code="503"} 5\n')
})

test('the administration can be made to fail', async () => {
  const { admin, faults } = await router('http://127.0.0.1:1', 'http://127.0.0.1:2')
  faults.add({ method: 'PUT', path: /backends/, fault: { kind: 'status', status: 503 }, times: 1 })
  faults.add({ path: /metrics/, fault: { kind: 'html' } })
  faults.add({ path: /cut/, fault: { kind: 'cut' } })
  faults.add({ path: /reset/, fault: { kind: 'reset' } })
  const put503 = await put(admin.url, { blue: 0, green: 100 })
  const put200 = await put(admin.url, { blue: 0, green: 100 })
  const page = await fetch(`${admin.url}/metrics`)
  expect([put503.status, put200.status]).toEqual([503, 200])
  expect(page.headers.get('content-type')).toContain('text/html')
  await expect((await fetch(`${admin.url}/cut`)).text()).rejects.toThrow()
  await expect(fetch(`${admin.url}/reset`)).rejects.toThrow()
})

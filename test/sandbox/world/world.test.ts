import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, jest, test } from '@jest/globals'
import { startWorld } from '../../../sandbox/world/index.ts'
import { populate } from '../../../sandbox/world/populate.ts'
import { run } from '../../../sandbox/world/run.ts'
import { isAlive, order, temporary, until } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const folder = temporary()
afterAll(() => folder.remove())

test('a whole release by hand: deployed at weight 0, given half the traffic, caught, taken back', async () => {
  const workdir = join(folder.path, 'embedded')
  const world = await startWorld({ servers: 'embedded', workdir })
  try {
    const { consumer, releases } = await populate(world, { workdir })
    expect(world.describe).toBe(
      'router: embedded; metrics: built-in HTTP prober; platform, package index and Sentry: embedded',
    )
    const { tarball } = await releases.build('1.2.0')
    const release = join(consumer.checkout, 'deploy', 'release.mjs')
    await run(process.execPath, [release, '1.2.0', 'green', tarball.path])
    const green = world.urls.slots.green ?? ''
    const metrics = async () => (await fetch(`${green}/metrics`)).text()
    const load = await world.startLoad({ ratePerSecond: 200 })
    await until(() => load.counts().answers >= 100)
    expect(await metrics()).toContain('http_requests_total{version="1.2.0",code="200"} 0\n')
    await world.traffic.setWeights({ blue: 50, green: 50 })
    await until(() => load.counts().failures > 0)
    await world.traffic.setWeights({ blue: 100, green: 0 })
    await sleep(500)
    const before = await metrics()
    await sleep(300)
    expect(await metrics()).toContain(/^http_requests_total.*code="500".*$/m.exec(before)?.[0])
    expect((await load.stop()).lost).toBe(0)
  } finally {
    await world.close()
  }
})

test('after close nothing runs and nothing listens', async () => {
  const workdir = join(folder.path, 'closed')
  const world = await startWorld({ servers: 'real', workdir })
  await populate(world, { workdir })
  await world.startLoad()
  const pid = world.platform.slots()[0]?.pid ?? 0
  expect(isAlive(pid)).toBe(true)
  await world.close()
  await world.close()
  expect(isAlive(pid)).toBe(false)
  const urls = [world.urls.front, world.urls.platform, world.urls.index, world.urls.sentry]
  const refused = await Promise.all(
    urls.map((url) =>
      fetch(url).then(
        () => 'open',
        () => 'closed',
      ),
    ),
  )
  expect(refused).toEqual(['closed', 'closed', 'closed', 'closed'])
})

test('the baseline serves, is on the index, and is finished in Sentry', async () => {
  const workdir = join(folder.path, 'baseline')
  const world = await startWorld({ servers: 'embedded', workdir })
  try {
    const { baseline } = await populate(world, { workdir })
    expect((await order(world.urls.front)).status).toBe(200)
    const project = await (await fetch(`${world.urls.index}/pypi/checkout-client/json`)).json()
    expect(project.urls[0].digests.sha256).toBe(baseline.wheel.sha256)
    const path = '/api/0/organizations/acme/releases/1.0.0/'
    const headers = { authorization: `Bearer ${world.sentry.token}` }
    const release = await (await fetch(world.urls.sentry + path, { headers })).json()
    expect(release.dateReleased).toEqual(expect.any(String))
    const served = readFileSync(baseline.tarball.path)
    await expect(world.platform.deploy('blue', '1.1.0', served)).rejects.toThrow('not 1.1.0')
  } finally {
    await world.close()
  }
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s to the parent ends what it started',
  async (signal) => {
    const children = fileURLToPath(new URL('../../../sandbox/world/children.ts', import.meta.url))
    const script = `
    const { startChild } = await import(${JSON.stringify(children)})
    const child = await startChild(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {})
    console.log(child.pid)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script])
    const [line] = await once(createInterface({ input: parent.stdout }), 'line')
    expect(isAlive(Number(line))).toBe(true)
    const ended = once(parent, 'exit')
    parent.kill(signal)
    expect(await ended).toEqual([null, signal])
    // The kill is sent before the parent ends; the kernel may take a moment to carry it out.
    for (let n = 0; n < 100 && isAlive(Number(line)); n += 1) await sleep(10)
    const orphaned = isAlive(Number(line))
    if (orphaned) process.kill(Number(line), 'SIGKILL')
    expect(orphaned).toBe(false)
  },
)

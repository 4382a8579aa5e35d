import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readTarball, writeContents } from '../../../sandbox/world/platform/unpack.ts'
import type { Releases } from '../../../sandbox/world/releases.ts'
import { run } from '../../../sandbox/world/run.ts'
import { AT_ONCE } from '../../../sandbox/world/versions.ts'
import { consumerIn, EXAMPLE, temporary } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const folder = temporary()
let releases: Releases
beforeAll(async () => {
  const slow = { ...AT_ONCE, errorRate: 0, slowShare: 1, slowMs: 3 }
  const versions = [
    { version: '1.0.0', fault: null },
    { version: '1.0.1', fault: slow },
    { version: '1.0.2', fault: AT_ONCE },
  ]
  releases = (await consumerIn(folder.path, { versions })).releases
  await releases.build('1.0.0')
})
afterAll(() => folder.remove())

const scratch = join(folder.path, 'scratch')
const measure = (path: string) => {
  mkdirSync(scratch, { recursive: true })
  const env = { ...process.env, TMPDIR: scratch }
  return run(process.execPath, [join(EXAMPLE, 'bench', 'measure.mjs'), path], { env })
}
const metricsOf = async (path: string) => JSON.parse(await measure(path)).metrics

test('one run measures every metric, of a tarball and of a folder alike', async () => {
  const { tarball } = await releases.build('1.0.0')
  const directory = join(folder.path, 'unpacked')
  writeContents(await readTarball(readFileSync(tarball.path)), directory)
  for (const metrics of [await metricsOf(tarball.path), await metricsOf(directory)]) {
    const value = expect.any(Number)
    expect(metrics).toEqual({
      startup_time: { unit: 'ms', direction: 'lower', value },
      request_time_p50: { unit: 'ms', direction: 'lower', value },
      request_time_p95: { unit: 'ms', direction: 'lower', value },
      throughput: { unit: 'ops/s', direction: 'higher', value },
      memory_usage: { unit: 'MB', direction: 'lower', value },
    })
    for (const metric of Object.values<{ value: number }>(metrics)) {
      expect(metric.value).toBeGreaterThan(0)
    }
  }
})

test('a version that answers 3 ms later is measured as such', async () => {
  const { tarball } = await releases.build('1.0.1')
  expect((await metricsOf(tarball.path)).request_time_p50.value).toBeGreaterThan(3)
})

test('a version that fails orders gives no numbers, and nothing is left behind', async () => {
  const { tarball } = await releases.build('1.0.2')
  await expect(measure(tarball.path)).rejects.toThrow('measure: /checkout answered 500')
  await expect(measure(join(folder.path, 'nothing'))).rejects.toThrow('measure: ENOENT')
  expect(readdirSync(scratch)).toEqual([])
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { packTar } from 'modern-tar'
import type { Consumer } from '../../../sandbox/world/consumer.ts'
import { type Platform, startPlatform } from '../../../sandbox/world/platform/platform.ts'
import { reservePort } from '../../../sandbox/world/ports.ts'
import type { BuiltRelease } from '../../../sandbox/world/releases.ts'
import { run } from '../../../sandbox/world/run.ts'
import { consumerIn, isAlive, temporary, UNUSED_PORTS, until } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const folder = temporary()
const weights: Record<string, number> = { blue: 0, green: 0 }
let platform: Platform
let consumer: Consumer
let one: BuiltRelease
let two: BuiltRelease
beforeAll(async () => {
  platform = await startPlatform({
    slots: { blue: await reservePort(), green: await reservePort() },
    directory: join(folder.path, 'platform'),
    weightOf: async (slot) => weights[slot] ?? 0,
  })
  const demo = await consumerIn(folder.path, {}, { ...UNUSED_PORTS, 18070: platform.port })
  consumer = demo.consumer
  one = await demo.releases.build('1.0.0')
  two = await demo.releases.build('1.1.0')
})
afterEach(async () => {
  weights.blue = 0
  platform.faults.clear()
  await platform.retire('blue')
})
afterAll(async () => {
  await platform.close()
  folder.remove()
})

const command = (script: string, ...args: string[]) =>
  run(process.execPath, [join(consumer.checkout, 'deploy', `${script}.mjs`), ...args])

async function put(version: string, body: Uint8Array, headers: Record<string, string> = {}) {
  const options = { method: 'PUT', body: new Uint8Array(body) }
  const all = { 'x-version': version, ...headers }
  const answer = await fetch(`${platform.url}/slots/blue`, { ...options, headers: all })
  return { status: answer.status, body: await answer.json() }
}

async function tarball(files: Record<string, string>): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, text]) => {
    const data = Buffer.from(text)
    return { header: { name, size: data.length }, data }
  })
  return gzipSync(await packTar(entries))
}

test('the consumer’s own commands start, replace and end a version', async () => {
  const first = await command('release', '1.0.0', 'blue', one.tarball.path)
  const [slot] = platform.slots()
  expect(first).toBe(`1.0.0 runs in slot blue at ${slot?.url}`)
  expect(slot).toMatchObject({ state: 'running', version: '1.0.0', sha256: one.tarball.sha256 })
  await command('release', '1.1.0', 'blue', two.tarball.path)
  expect((await (await fetch(`${slot?.url}/version`)).json()).version).toBe('1.1.0')
  expect(isAlive(slot?.pid ?? 0)).toBe(false)
  expect(await command('retire', 'blue')).toBe('slot blue is empty')
  expect(platform.slots()[0]).toEqual({ slot: 'blue', url: slot?.url, state: 'empty' })
})

test('bytes that are not the announced version never start', async () => {
  const good = readFileSync(one.tarball.path)
  const broken = Buffer.from(good)
  broken[broken.length >> 1] = (broken[broken.length >> 1] ?? 0) ^ 0xff
  const refused = async (version: string, bytes: Uint8Array, headers = {}) => {
    const { status, body } = await put(version, bytes, headers)
    return `${status} ${body.message}`
  }
  const wrongDigest = { 'x-sha256': two.tarball.sha256 }
  expect([
    await refused('1.0.0', broken),
    await refused('1.1.0', good),
    await refused('1.0.0', good.subarray(0, 5000)),
    await refused('1.0.0', good, wrongDigest),
    await refused('1.0.0', await tarball({ 'a/../../x': '', 'a/server.mjs': '' })),
    await refused('1.0.0', await tarball({ 'a/release.json': '{}' })),
    await refused('1.0.0', await tarball({ 'a/server.mjs': '', 'a/release.json': '{' })),
  ]).toEqual([
    '422 the bytes are not a valid .tgz',
    '422 the tarball holds 1.0.0, not 1.1.0',
    '422 the bytes are not a valid .tgz',
    '422 the bytes do not have the SHA-256 of the header x-sha256',
    '422 the tarball holds an unsafe path',
    '422 the tarball holds no server.mjs',
    '422 the release.json in the tarball is not valid',
  ])
  expect(platform.slots()[0]?.state).toBe('empty')
})

test('a refused tarball leaves the running version alone', async () => {
  await put('1.0.0', readFileSync(one.tarball.path))
  const before = platform.slots()[0]
  await put('1.1.0', Buffer.from('no tarball'))
  expect(platform.slots()[0]).toEqual(before)
})

test('a version that ends or lies at its start leaves an empty slot', async () => {
  const release = '{"version":"1.0.0","commit":"c"}'
  const dies = await put('1.0.0', await tarball({ 'a/server.mjs': '', 'a/release.json': release }))
  const lie = `import { createServer } from 'node:http'
    createServer((_, res) => res.end('{"status":"ok","version":"6.6.6"}')).listen(process.env.PORT)`
  const lies = await put('1.0.0', await tarball({ 'a/server.mjs': lie, 'a/release.json': release }))
  expect([dies.body.message, lies.body.message]).toEqual([
    'version 1.0.0 ended while it was starting',
    'the slot says it is another version than 1.0.0',
  ])
  expect(platform.slots()[0]?.state).toBe('empty')
})

test('a slot with traffic is neither replaced nor ended', async () => {
  await put('1.0.0', readFileSync(one.tarball.path))
  weights.blue = 90
  const message = 'the platform answered 409: slot blue has 90 % of the traffic'
  await expect(command('release', '1.1.0', 'blue', two.tarball.path)).rejects.toThrow(message)
  await expect(command('retire', 'blue')).rejects.toThrow(message)
  expect(platform.slots()[0]).toMatchObject({ state: 'running', version: '1.0.0' })
})

test('a version that dies later is seen as exited', async () => {
  const { body } = await put('1.0.0', readFileSync(one.tarball.path))
  process.kill(body.pid, 'SIGKILL')
  await until(() => platform.slots()[0]?.state !== 'running')
  expect(platform.slots()[0]).toMatchObject({ state: 'exited', version: '1.0.0' })
})

test('the commands fail with one line', async () => {
  const notTar = join(folder.path, 'not.tgz')
  writeFileSync(notTar, 'text')
  const release = (...args: string[]) => command('release', ...args)
  await expect(release('1.0.0', 'blue', notTar)).rejects.toThrow(
    'release: the platform answered 422: the bytes are not a valid .tgz',
  )
  await expect(release('1.0.0', 'red', notTar)).rejects.toThrow(
    'release: the platform answered 404: there is no such slot; there are blue, green',
  )
  await expect(release('1.0.0')).rejects.toThrow('usage: release.mjs VERSION SLOT TARBALL')
  platform.faults.add({ path: /slots/, fault: { kind: 'status', status: 500 } })
  await expect(release('1.0.0', 'blue', notTar)).rejects.toThrow('the platform answered 500: fault')
})

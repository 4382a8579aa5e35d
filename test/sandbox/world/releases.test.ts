import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readTarball, versionIn } from '../../../sandbox/world/platform/unpack.ts'
import { type BuiltRelease, openReleases } from '../../../sandbox/world/releases.ts'
import { run } from '../../../sandbox/world/run.ts'
import { consumerIn, EXAMPLE, temporary } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const folder = temporary()
let demo: Awaited<ReturnType<typeof consumerIn>>
let built: BuiltRelease
beforeAll(async () => {
  demo = await consumerIn(folder.path)
  built = await demo.releases.build('1.1.0')
})
afterAll(() => folder.remove())

test('a tarball, a wheel and their digests, built from the tag', async () => {
  const { tarball, wheel, sums, commit } = built
  expect([tarball.name, wheel.name]).toEqual([
    'checkout-service-1.1.0.tgz',
    'checkout_client-1.1.0-py3-none-any.whl',
  ])
  for (const file of [tarball, wheel]) {
    const bytes = readFileSync(file.path)
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(file.size).toBe(bytes.length)
    expect(readFileSync(sums, 'utf8')).toContain(`${file.sha256}  ${file.name}\n`)
  }
  const contents = await readTarball(readFileSync(tarball.path))
  const release = JSON.parse(Buffer.from(contents.get('release.json') ?? '').toString())
  expect(versionIn(contents)).toBe('1.1.0')
  expect(release).toEqual({ version: '1.1.0', commit, fault: null })
  expect(commit).toBe(demo.consumer.commits['1.1.0'])
})

test('the same commit gives the same bytes in another folder and without a warm cache', async () => {
  const directory = join(folder.path, 'again')
  const cache = join(folder.path, 'cold')
  const again = await openReleases({ consumer: demo.consumer, directory, cache }).build('1.1.0')
  const digests = ({ tarball, wheel }: BuiltRelease) => [tarball.sha256, wheel.sha256]
  expect(digests(again)).toEqual(digests(built))
})

test('another version has other bytes', async () => {
  const other = await demo.releases.build('1.2.1')
  expect(other.tarball.sha256).not.toBe(built.tarball.sha256)
  expect(other.wheel.sha256).not.toBe(built.wheel.sha256)
})

test('a version is built once, and one without a tag is refused', async () => {
  expect(await demo.releases.build('1.1.0')).toBe(built)
  await expect(demo.releases.build('9.9.9')).rejects.toThrow('the consumer has no tag v9.9.9')
})

test('the build refuses a version that is not that of the working copy', async () => {
  const script = join(EXAMPLE, 'scripts', 'build.mjs')
  const build = run(process.execPath, [script, '9.9.9', join(folder.path, 'wrong')])
  await expect(build).rejects.toThrow('build: service/release.json says 1.0.0, not 9.9.9')
})

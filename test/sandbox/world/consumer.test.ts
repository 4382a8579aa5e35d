import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { instantiateConsumer } from '../../../sandbox/world/consumer.ts'
import { run } from '../../../sandbox/world/run.ts'
import { consumerIn, EXAMPLE, temporary, UNUSED_PORTS } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

let folder: ReturnType<typeof temporary>
beforeEach(() => {
  folder = temporary()
})
afterEach(() => folder.remove())

test('each version is a commit and a tag with its own release data, also in the bare repository', async () => {
  const { consumer } = await consumerIn(folder.path)
  const git = (...args: string[]) => run('git', ['-C', consumer.bare, ...args])
  expect(await git('tag', '--list')).toBe('v1.0.0\nv1.1.0\nv1.2.0\nv1.2.1')
  expect(await git('rev-parse', 'refs/heads/main', 'v1.2.1')).toBe(
    `${consumer.sha}\n${consumer.sha}`,
  )
  expect(await git('symbolic-ref', 'HEAD')).toBe('refs/heads/main')
  expect(await git('rev-parse', 'v1.2.0')).toBe(consumer.commits['1.2.0'])
  const faults = ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v1.2.1'].map(async (tag) => {
    return JSON.parse(await git('show', `${tag}:service/release.json`)).fault
  })
  const fault = { afterCustomerRequests: 200, errorRate: 0.05, slowShare: 0.2, slowMs: 400 }
  expect(await Promise.all(faults)).toEqual([null, null, fault, null])
  expect(await run('git', ['-C', consumer.checkout, 'status', '--porcelain'])).toBe('')
})

test('the same content gives the same commits, other ports give others', async () => {
  const one = await consumerIn(join(folder.path, 'one'))
  const two = await consumerIn(join(folder.path, 'two'))
  const three = await consumerIn(join(folder.path, 'three'), {}, { ...UNUSED_PORTS, 18070: 2 })
  expect(two.consumer.commits).toEqual(one.consumer.commits)
  expect(three.consumer.sha).not.toBe(one.consumer.sha)
})

test('real ports stand in the files, and an edit has the last word', async () => {
  const edit = (path: string, text: string) => (path === 'README.md' ? 'edited\n' : text)
  const { consumer } = await consumerIn(folder.path, { edit }, { ...UNUSED_PORTS, 18070: 4711 })
  const read = (path: string) => readFileSync(join(consumer.checkout, path), 'utf8')
  expect(JSON.parse(read('deploy/platform.json'))).toEqual({ url: 'http://127.0.0.1:4711' })
  expect(read('README.md')).toBe('edited\n')
})

test('a port that the sandbox lacks is named, not passed on', async () => {
  const source = join(folder.path, 'source')
  await instantiateConsumer(EXAMPLE, source, UNUSED_PORTS)
  writeFileSync(join(source, 'extra.json'), '"http://127.0.0.1:18099"')
  await expect(
    instantiateConsumer(source, join(folder.path, 'copy'), UNUSED_PORTS),
  ).rejects.toThrow('extra.json names port 18099, which the sandbox lacks')
})

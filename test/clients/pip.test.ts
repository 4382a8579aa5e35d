import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { type PackageIndex, startPackageIndex } from '../../sandbox/world/packages/package-index.ts'
import { run } from '../../sandbox/world/run.ts'
import { EXAMPLE, temporary } from '../sandbox/world/fixture.ts'

// Processes on a machine that others use too.
jest.setTimeout(120_000)

const folder = temporary()
let index: PackageIndex
beforeAll(async () => {
  index = await startPackageIndex()
  for (const version of ['1.0.0', '1.1.0']) {
    await run('python3', [join(EXAMPLE, 'client', 'build_wheel.py'), version, folder.path])
    index.publish(join(folder.path, `checkout_client-${version}-py3-none-any.whl`))
  }
})
afterEach(() => {
  index.faults.clear()
  index.yank('checkout-client', '1.1.0', undefined)
})
afterAll(async () => {
  await index.close()
  folder.remove()
})

let targets = 0
/** The real pip with only this index; the files that it put into a folder of its own. */
async function pip(command: 'download' | 'install', ...words: string[]): Promise<string[]> {
  targets += 1
  const target = join(folder.path, `target-${targets}`)
  const from = ['--isolated', '--index-url', index.simpleUrl, '--no-cache-dir', '--retries', '0']
  const quiet = ['--quiet', '--disable-pip-version-check']
  const where = [command === 'download' ? '--dest' : '--target', target]
  await run('python3', ['-m', 'pip', command, ...from, ...quiet, ...where, ...words])
  return readdirSync(target)
}

test('pip download takes the newest version, or the one that is named', async () => {
  expect(await pip('download', 'checkout-client')).toEqual([
    'checkout_client-1.1.0-py3-none-any.whl',
  ])
  expect(await pip('download', 'checkout-client==1.0.0')).toEqual([
    'checkout_client-1.0.0-py3-none-any.whl',
  ])
})

test('a yanked version is passed over, unless it is the one that is named', async () => {
  index.yank('checkout-client', '1.1.0', 'loses orders')
  expect(await pip('download', 'checkout-client')).toEqual([
    'checkout_client-1.0.0-py3-none-any.whl',
  ])
  expect(await pip('download', 'checkout-client==1.1.0')).toEqual([
    'checkout_client-1.1.0-py3-none-any.whl',
  ])
})

test('with hashes pip installs the known bytes and refuses all others', async () => {
  const wheel = readFileSync(join(folder.path, 'checkout_client-1.1.0-py3-none-any.whl'))
  const requirements = (hash: string) => {
    const file = join(folder.path, 'requirements.txt')
    writeFileSync(file, `checkout-client==1.1.0 --hash=sha256:${hash}\n`)
    return ['--require-hashes', '--requirement', file]
  }
  const right = createHash('sha256').update(wheel).digest('hex')
  expect(await pip('install', ...requirements(right))).toContain('checkout_client')
  await expect(pip('install', ...requirements('0'.repeat(64)))).rejects.toThrow(right)
})

test('pip index versions lists what is there, newest first', async () => {
  const words = ['index', 'versions', 'checkout-client', '--index-url', index.simpleUrl]
  const out = await run('python3', ['-m', 'pip', ...words, '--disable-pip-version-check'])
  expect(out).toContain('Available versions: 1.1.0, 1.0.0')
})

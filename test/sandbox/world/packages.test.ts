import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import {
  type PackageIndex,
  startPackageIndex,
} from '../../../sandbox/world/packages/package-index.ts'
import { run } from '../../../sandbox/world/run.ts'
import { EXAMPLE, temporary } from './fixture.ts'

// Processes and many requests, on a machine that others use too.
jest.setTimeout(60_000)

const folder = temporary()
const NAME = 'checkout_client-1.1.0-py3-none-any.whl'
let index: PackageIndex
let wheel: string
beforeAll(async () => {
  await run('python3', [join(EXAMPLE, 'client', 'build_wheel.py'), '1.1.0', folder.path])
  wheel = join(folder.path, NAME)
})
beforeEach(async () => {
  index = await startPackageIndex({ now: () => new Date(Date.UTC(2026, 0, 5)) })
  index.publish(wheel)
})
afterEach(() => index.close())
afterAll(folder.remove)

let targets = 0
/** Installs with the real pip; the folder into which it went. */
async function pip(requirement: string): Promise<string> {
  targets += 1
  const target = join(folder.path, `target-${targets}`)
  const from = ['--isolated', '--index-url', index.simpleUrl, '--no-cache-dir', '--retries', '0']
  const quiet = ['--quiet', '--disable-pip-version-check', '--root-user-action', 'ignore']
  const args = ['install', ...from, ...quiet, '--target', target, requirement]
  await run('python3', ['-m', 'pip', ...args])
  return target
}

async function get(path: string, accept = 'text/html') {
  const answer = await fetch(`${index.url}${path}`, { headers: { accept }, redirect: 'manual' })
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, type, text: await answer.text() }
}

const JSON_V1 = 'application/vnd.pypi.simple.v1+json'

test('pip installs a published wheel, and its command runs', async () => {
  const target = await pip('checkout-client==1.1.0')
  const env = { ...process.env, PYTHONPATH: target }
  const command = join(target, 'bin', 'checkout-client')
  expect(await run(command, ['--version'], { env })).toBe('checkout-client 1.1.0')
})

test('pip refuses wrong bytes, a wrong hash and a version that is not there yet', async () => {
  index.faults.wrongBytes(NAME)
  await expect(pip('checkout-client')).rejects.toThrow()
  index.faults.clear()
  index.faults.wrongHash(NAME)
  await expect(pip('checkout-client')).rejects.toThrow()
  index.faults.clear()
  index.faults.hide('1.1.0')
  await expect(pip('checkout-client')).rejects.toThrow('No matching distribution found')
})

test('one project page, as HTML and as JSON by what the client accepts', async () => {
  const { sha256 } = index.publish(wheel)
  const html = await get('/simple/checkout-client/')
  expect([html.status, html.type]).toEqual([200, 'text/html'])
  expect(html.text).toContain(`<a href="../../files/${NAME}#sha256=${sha256}">${NAME}</a>`)
  const json = await get('/simple/checkout-client/', `text/html;q=0.1, ${JSON_V1}`)
  expect([json.status, json.type]).toEqual([200, JSON_V1])
  expect(JSON.parse(json.text)).toEqual({
    meta: { 'api-version': '1.1' },
    name: 'checkout-client',
    versions: ['1.1.0'],
    files: [
      {
        filename: NAME,
        url: `../../files/${NAME}`,
        hashes: { sha256 },
        size: readFileSync(wheel).length,
        'upload-time': '2026-01-05T00:00:00.000Z',
        yanked: false,
      },
    ],
  })
  const list = await get('/simple/', JSON_V1)
  expect(JSON.parse(list.text).projects).toEqual([{ name: 'checkout-client' }])
})

test('other spellings lead to the normalised name, unknown projects are 404', async () => {
  const answers = ['/simple/Checkout_Client/', '/simple/checkout-client', '/simple/nothing/']
  const all = await Promise.all(answers.map((path) => get(path)))
  expect(all.map(({ status }) => status)).toEqual([301, 301, 404])
})

test('the JSON of a project and of a version', async () => {
  const other = 'checkout_client-1.10.0-py3-none-any.whl'
  index.publish({ filename: other, bytes: Buffer.from('later'), requiresPython: '>=3.9' })
  const project = JSON.parse((await get('/pypi/checkout-client/json')).text)
  expect([project.info.version, Object.keys(project.releases)]).toEqual([
    '1.10.0',
    ['1.1.0', '1.10.0'],
  ])
  const version = JSON.parse((await get('/pypi/Checkout.Client/1.1.0/json')).text)
  expect(version.urls).toMatchObject([{ filename: NAME, url: `${index.url}/files/${NAME}` }])
  expect(version.releases).toBeUndefined()
  expect((await get('/pypi/checkout-client/2.0/json')).status).toBe(404)
})

test('a yanked version is marked in every form', async () => {
  index.yank('checkout-client', '1.1.0', 'loses "orders"')
  expect((await get('/simple/checkout-client/')).text).toContain(
    'data-yanked="loses &quot;orders&quot;"',
  )
  const json = JSON.parse((await get('/simple/checkout-client/', JSON_V1)).text)
  expect(json.files[0].yanked).toBe('loses "orders"')
  const version = JSON.parse((await get('/pypi/checkout-client/1.1.0/json')).text)
  expect(version.info).toMatchObject({ yanked: true, yanked_reason: 'loses "orders"' })
})

test('the faults of any server', async () => {
  const { faults } = index
  const path = '/simple/checkout-client/'
  faults.add({ path: /simple/, fault: { kind: 'status', status: 404 }, times: 1 })
  faults.add({ path: /simple/, fault: { kind: 'status', status: 500 }, times: 1 })
  faults.add({ path: /simple/, fault: { kind: 'html' }, times: 1 })
  const answers = [await get(path), await get(path), await get(path, JSON_V1), await get(path)]
  expect(answers.map(({ status }) => status)).toEqual([404, 500, 200, 200])
  expect(answers[2]?.text).toContain('Sign in')
  faults.wrongHash(NAME)
  expect((await get(path)).text).not.toContain(index.publish(wheel).sha256)
})

test('a name is published once: the same bytes are fine, others are refused', () => {
  const bytes = readFileSync(wheel)
  expect(index.publish({ filename: NAME, bytes }).version).toBe('1.1.0')
  expect(() => index.publish({ filename: NAME, bytes: Buffer.from('x') })).toThrow(
    `${NAME} is published with other bytes`,
  )
  expect(() => index.publish({ filename: 'x.exe', bytes })).toThrow(
    'x.exe is no wheel and no sdist',
  )
})

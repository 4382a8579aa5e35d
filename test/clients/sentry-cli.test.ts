import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { type Sentry, startSentry } from '../../sandbox/world/sentry/sentry.ts'

// npm and twenty processes, on a machine that others use too.
jest.setTimeout(120_000)

const root = resolve(import.meta.dirname, '../..')
/** The set-up has put what the lockfile of the action names here. */
const CACHE = join(root, '.tools/npm-cache')
const VERSION = 'checkout-service@2.0+build.5'

let sentry: Sentry
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentry-cli-'))
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(root, 'actions/sentry-release', file), join(folder, file))
  const words = ['ci', '--offline', '--ignore-scripts', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', [...words, '--cache', CACHE], { cwd: folder })
  sentry = await startSentry({
    tokens: { 'may-release': ['org:read', 'project:releases'], 'may-read': ['org:read'] },
  })
})
afterEach(() => {
  sentry.faults.clear()
  sentry.store.releases.clear()
})
afterAll(async () => {
  await sentry.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the tool of the lockfile; a failure is an answer, too. */
function cli(words: readonly string[], token = 'may-release', org = 'acme') {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    SENTRY_URL: sentry.url,
    SENTRY_AUTH_TOKEN: token,
    SENTRY_ORG: org,
    SENTRY_PROJECT: 'checkout-service',
    SENTRY_DISABLE_UPDATE_CHECK: '1',
  }
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const tool = join(folder, 'node_modules/.bin/sentry-cli')
    execFile(tool, [...words], { cwd: folder, env, timeout: 60_000 }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), out: out.trim(), err: err.trim() })
    })
  })
}

const releases = (...words: string[]) => cli(['releases', ...words])

test('a release is made, finalised, shown and listed', async () => {
  expect(await releases('new', VERSION)).toMatchObject({
    code: 0,
    out: `Created release ${VERSION}`,
  })
  expect(sentry.store.releases.get(VERSION)).toMatchObject({
    projects: ['checkout-service'],
    dateReleased: null,
  })
  expect(await releases('finalize', VERSION)).toMatchObject({ code: 0 })
  expect(sentry.store.releases.get(VERSION)?.dateReleased).toEqual(expect.any(String))
  expect((await releases('info', VERSION)).out).toContain(VERSION)
  expect((await releases('list')).out).toContain(VERSION)
})

test('a deploy is noted; a second "new" changes nothing; the release can go', async () => {
  await releases('new', VERSION)
  await releases('new', VERSION)
  const deploy = ['deploys', 'new', '--release', VERSION, '--env', 'production']
  expect(await cli(deploy)).toMatchObject({ code: 0 })
  expect(sentry.store.releases.get(VERSION)?.deploys).toMatchObject([{ environment: 'production' }])
  expect(await releases('delete', VERSION)).toMatchObject({ code: 0 })
  expect(sentry.store.releases.size).toBe(0)
})

test('absent, unauthorised, forbidden, of another organisation and down: all exit 1', async () => {
  expect(await releases('info', VERSION)).toMatchObject({ code: 1, out: '' })
  expect((await releases('finalize', VERSION)).err).toContain('Release not found')
  expect((await cli(['releases', 'new', VERSION], 'guess')).err).toContain(
    'Invalid token (http status: 401)',
  )
  expect((await cli(['releases', 'new', VERSION], 'may-read')).err).toContain('http status: 403')
  expect((await cli(['releases', 'new', VERSION], 'may-release', 'other')).code).toBe(1)
  sentry.faults.add({ path: /releases/, fault: { kind: 'status', status: 500 } })
  expect((await releases('new', VERSION)).err).toContain('http status: 500')
  expect(sentry.store.releases.size).toBe(0)
})

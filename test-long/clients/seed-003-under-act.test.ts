import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { REPOSITORY, type Sandbox, startSandbox } from '../../sandbox/demo/sandbox.ts'
import { type GhClient, ghClient } from '../../test/clients/gh/client.ts'
import { shorter } from '../../test/workflows/rig.ts'

jest.setTimeout(300_000)

/** The version of the document's commands: it is what serves. */
const VERSION = '0.2.1'
/** The printed command names no profile: what a verification needs stands above the profiles. */
const PLATFORMS = 'verification: { platforms: [{ runner: ubuntu-latest, python: 3.x }] }'
const edit = (path: string, text: string) =>
  shorter(path, text)
    .replace('  wait: 10m', '  wait: 2s')
    .replace('\nprofiles:', `\n${PLATFORMS}\n\nprofiles:`)

let folder: string
let sandbox: Sandbox
let client: GhClient
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seed-003-'))
  const socketPath = join(folder, 'github.sock')
  const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}')
  sandbox = await startSandbox({
    servers: 'embedded',
    workdir: join(folder, 'sandbox'),
    act: tools.act,
    socketPath,
    versions: [{ version: VERSION, fault: null }],
    baseline: VERSION,
    edit,
  })
  const home = join(folder, 'home')
  mkdirSync(home)
  client = ghClient({ folder: home, socketPath, token: sandbox.token, repository: REPOSITORY })
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

const newest = () => sandbox.github.runs(REPOSITORY).at(-1)

test('published by gh, the release is verified by the run that waits for it', async () => {
  const edit = (draft: boolean) => client.gh('release', 'edit', `v${VERSION}`, `--draft=${draft}`)
  expect([(await edit(true)).code, (await edit(false)).code]).toEqual([0, 0])
  await sandbox.runner.idle()
  expect(newest()).toMatchObject({ event: 'release', headBranch: `v${VERSION}` })
  expect(newest()?.attempts).toMatchObject([{ conclusion: 'success' }])
})

test('the first command of seed 003 as printed runs to its end, and gh shows how', async () => {
  const begun = await client.shell(
    `gh workflow run release-verification.yml -f version_to_verify=${VERSION}`,
  )
  const id = begun.out.split('/').at(-1) ?? ''
  expect(id).toBe(String(newest()?.id))
  const watched = await client.gh('run', 'watch', id, '--exit-status', '--interval', '1')
  expect({ code: watched.code, err: watched.err }).toEqual({ code: 0, err: '' })
  const listed = await client.shell('gh run list --workflow=release-verification.yml')
  expect(listed.out).toMatch(new RegExp(`^completed\tsuccess\tVerify a release\t.*\t${id}\t`))
  const shown = await client.gh('run', 'view', id)
  expect(shown.out).toContain('✓ main Verify a release')
  expect(shown.out).toContain('✓ verify a release / package index')
  const log = await client.gh('run', 'view', id, '--log')
  expect(log.out).toMatch(/package index\t.*pass: all 4 passed/)
})

test('and again: the second attempt finds the same release sound', async () => {
  const id = newest()?.id
  expect((await client.shell(`gh run rerun ${id}`)).code).toBe(0)
  await sandbox.runner.idle()
  expect(newest()?.attempts).toMatchObject([
    { number: 1, conclusion: 'success' },
    { number: 2, conclusion: 'success' },
  ])
})

test('every request of gh and of the jobs was one that GitHub describes', () => {
  expect(sandbox.github.violations).toEqual([])
  expect(sandbox.results.violations).toEqual([])
})

/** @story */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GhRig, REPOSITORY, startGhRig } from './gh/rig.ts'

const page = `https://github.com/${REPOSITORY}/releases/tag`
let rig: GhRig
beforeAll(async () => {
  rig = await startGhRig()
  writeFileSync(join(rig.folder, 'app.txt'), 'version one\n')
  writeFileSync(join(rig.folder, 'more.bin'), Buffer.from([0, 255, 13, 10]))
})
afterAll(() => rig.close())

const bytes = (tag: string, name: string) => rig.github.assetBytes(REPOSITORY, tag, name)

test('create: with files it is a draft until all of them are there', async () => {
  const files = ['app.txt', 'more.bin#binary']
  const words = ['--title', 'One', '--notes', 'First.', '--target', 'main']
  const made = await rig.gh('release', 'create', 'v1.0.0', ...files, ...words)
  expect(made).toMatchObject({ code: 0, out: `${page}/v1.0.0` })
  const [release] = rig.github.releases(REPOSITORY)
  expect(release).toMatchObject({ tagName: 'v1.0.0', name: 'One', draft: false })
  expect(release?.assets.map(({ name, label }) => [name, label]).toSorted()).toEqual([
    ['app.txt', ''],
    ['more.bin', 'binary'],
  ])
  expect(Buffer.from(bytes('v1.0.0', 'more.bin') ?? []).toString('hex')).toBe('00ff0d0a')
  const steps = rig.github.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD')
  expect(steps.map(({ method, host }) => `${method} ${host}`)).toEqual([
    'POST api.github.com',
    'POST uploads.github.com',
    'POST uploads.github.com',
    'PATCH api.github.com',
  ])
})

test('list and view: drafts, pre-releases and the latest one are told apart', async () => {
  await rig.gh('release', 'create', 'v1.1.0-rc.1', '--prerelease', '--notes', '')
  await rig.gh('release', 'create', 'v1.1.0', '--draft', '--generate-notes')
  const { out } = await rig.gh('release', 'list', '--json', 'tagName,isDraft,isLatest,isPrerelease')
  expect(JSON.parse(out)).toEqual([
    { tagName: 'v1.1.0', isDraft: true, isLatest: false, isPrerelease: false },
    { tagName: 'v1.1.0-rc.1', isDraft: false, isLatest: false, isPrerelease: true },
    { tagName: 'v1.0.0', isDraft: false, isLatest: true, isPrerelease: false },
  ])
  expect((await rig.gh('release', 'view', '--json', 'tagName', '-q', '.tagName')).out).toBe(
    'v1.0.0',
  )
  const draft = await rig.gh('release', 'view', 'v1.1.0')
  expect(draft.out).toMatch(/^draft:\ttrue$/m)
  expect(draft.out).toContain('compare/v1.0.0...v1.1.0')
  const gone = await rig.gh('release', 'view', 'v9')
  expect(gone).toMatchObject({ code: 1, err: 'release not found' })
})

test('download: the same bytes; and of a draft too', async () => {
  await rig.gh('release', 'upload', 'v1.1.0', 'app.txt')
  for (const [tag, folder] of [
    ['v1.0.0', 'published'],
    ['v1.1.0', 'draft'],
  ] as const) {
    const { code, err } = await rig.gh('release', 'download', tag, '--dir', folder)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readFileSync(join(rig.folder, folder, 'app.txt'), 'utf8')).toBe('version one\n')
  }
})

test('upload: a taken name is refused, unless it may be replaced', async () => {
  writeFileSync(join(rig.folder, 'app.txt'), 'version two\n')
  const again = await rig.gh('release', 'upload', 'v1.0.0', 'app.txt')
  expect(again).toMatchObject({
    code: 1,
    err: 'asset under the same name already exists: [app.txt]',
  })
  expect((await rig.gh('release', 'upload', 'v1.0.0', 'app.txt', '--clobber')).code).toBe(0)
  expect(Buffer.from(bytes('v1.0.0', 'app.txt') ?? []).toString()).toBe('version two\n')
})

test('every request was one that GitHub describes', () => {
  expect(rig.github.violations).toEqual([])
})

import { request } from 'node:http'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
let release_id: number
beforeEach(async () => {
  fixture = await startFixture()
  const made = await fixture.client().rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  release_id = made.data.id
})
afterEach(() => fixture.close())

function upload(name: string, data: string) {
  return fixture.client({ contents: 'write' }).rest.repos.uploadReleaseAsset({
    ...shop,
    release_id,
    name,
    data,
    headers: { 'content-type': 'text/plain' },
    baseUrl: `${fixture.github.url}/uploads`,
  })
}

async function listed() {
  const { data } = await fixture.client().rest.repos.listReleaseAssets({ ...shop, release_id })
  return data.map(({ name, state, size, digest }) => ({ name, state, size, digest }))
}

const starter = { name: 'a.txt', state: 'starter', size: 0, digest: null }

test('an upload that stops half way leaves a starter, which has the name and no bytes', async () => {
  const path = /\/assets$/
  fixture.github.faults.push({ method: 'POST', path, during: 502 })
  expect(await statusOf(upload('a.txt', 'all of it'))).toBe(502)
  expect(await listed()).toEqual([starter])
  expect(await refusalOf(upload('a.txt', 'all of it'))).toBe('422 Validation Failed already_exists')

  const { rest } = fixture.client()
  const [asset] = (await rest.repos.listReleaseAssets({ ...shop, release_id })).data
  const asset_id = asset?.id ?? 0
  const headers = { accept: 'application/octet-stream' }
  expect(await statusOf(rest.repos.getReleaseAsset({ ...shop, asset_id, headers }))).toBe(404)
  expect((await fetch(asset?.browser_download_url ?? '')).status).toBe(404)
  await rest.repos.deleteReleaseAsset({ ...shop, asset_id })
  expect((await upload('a.txt', 'all of it')).data.state).toBe('uploaded')
})

test('so does a client that goes away', async () => {
  const token = fixture.github.issueToken({ permissions: { contents: 'write' } })
  const sent = request(
    `${fixture.github.url}/uploads/repos/acme/shop/releases/${release_id}/assets?name=a.txt`,
    {
      method: 'POST',
      headers: {
        authorization: `token ${token}`,
        'content-type': 'text/plain',
        'content-length': 100,
      },
    },
  )
  const gone = new Promise((resolve) => sent.once('error', resolve))
  sent.write('only a part of it')
  while ((await listed()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  sent.destroy()
  await gone
  expect(await listed()).toEqual([starter])
  expect(await refusalOf(upload('a.txt', 'x'))).toBe('422 Validation Failed already_exists')
})

test('a cut connection in the middle is a starter too; an empty file leaves nothing', async () => {
  fixture.github.faults.push({ method: 'POST', path: /\/assets$/, during: 'reset' })
  await expect(upload('a.txt', 'all of it')).rejects.toThrow()
  expect(await listed()).toEqual([starter])
  expect(await refusalOf(upload('b.txt', ''))).toMatch(/^400 Bad Content-Length/)
  expect(await listed()).toEqual([starter])
})

test('an asset gets another name and label, but not one that is taken', async () => {
  const { rest } = fixture.client()
  const { data } = await upload('a.txt', 'x')
  await upload('b.txt', 'x')
  const asset = { ...shop, asset_id: data.id }
  const changed = await rest.repos.updateReleaseAsset({ ...asset, name: 'c.txt', label: 'see' })
  expect(changed.data).toMatchObject({ name: 'c.txt', label: 'see', size: 1 })
  expect(await refusalOf(rest.repos.updateReleaseAsset({ ...asset, name: 'b.txt' }))).toBe(
    '422 Validation Failed already_exists',
  )
})

test('notes can be asked for without a release', async () => {
  const { rest } = fixture.client()
  const { data } = await rest.repos.generateReleaseNotes({ ...shop, tag_name: 'v1.1.0' })
  const page = `${fixture.github.url}/acme/shop`
  const link = `**Full Changelog**: ${page}/compare/v1.0.0...v1.1.0`
  expect(data).toEqual({ name: 'v1.1.0', body: link })
})

import { createHash } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

function upload(
  release_id: number,
  name: string,
  data: string,
  permissions = { contents: 'write' } as const,
) {
  return fixture.client(permissions).rest.repos.uploadReleaseAsset({
    ...shop,
    release_id,
    name,
    data,
    headers: { 'content-type': 'application/json' },
    baseUrl: `${fixture.github.url}/uploads`,
  })
}

test('a draft is for writers only and has no tag; publishing makes the tag', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const reader = fixture.client({ contents: 'read' }).rest
  const made = await rest.repos.createRelease({ ...shop, tag_name: 'v2.0.0', draft: true })
  const release = { ...shop, release_id: made.data.id }
  expect(made.data).toMatchObject({ draft: true, published_at: null, tag_name: 'v2.0.0' })
  expect((await rest.repos.listReleases(shop)).data).toHaveLength(1)
  expect((await reader.repos.listReleases(shop)).data).toEqual([])
  expect(await statusOf(reader.repos.getRelease(release))).toBe(404)
  expect(await statusOf(rest.repos.getReleaseByTag({ ...shop, tag: 'v2.0.0' }))).toBe(404)
  expect(await fixture.git('tag', '--list')).toBe('v1.0.0')

  await rest.repos.updateRelease({ ...release, draft: false })
  expect(await fixture.git('rev-parse', 'v2.0.0')).toBe(await fixture.git('rev-parse', 'main'))
  const byTag = await reader.repos.getReleaseByTag({ ...shop, tag: 'v2.0.0' })
  expect(byTag.data).toMatchObject({
    id: made.data.id,
    draft: false,
    immutable: false,
    published_at: '2026-03-04T05:06:07Z',
    html_url: `${fixture.github.url}/acme/shop/releases/tag/v2.0.0`,
  })
})

test('a tag is released once; a draft may share it', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  expect(await refusalOf(rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' }))).toBe(
    '422 Validation Failed already_exists',
  )
  expect(
    await statusOf(rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0', draft: true })),
  ).toBe(201)
  const nowhere = { ...shop, tag_name: 'v3', target_commitish: 'gone' }
  expect(await refusalOf(rest.repos.createRelease(nowhere))).toBe('422 Validation Failed invalid')
})

test('the latest release is neither draft nor pre-release', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  expect(await statusOf(rest.repos.getLatestRelease(shop))).toBe(404)
  await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  await rest.repos.createRelease({ ...shop, tag_name: 'v1.1.0' })
  await rest.repos.createRelease({ ...shop, tag_name: 'v2.0.0-rc.1', prerelease: true })
  await rest.repos.createRelease({ ...shop, tag_name: 'v2.0.0', draft: true })
  await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.9', make_latest: 'false' })
  expect((await rest.repos.getLatestRelease(shop)).data.tag_name).toBe('v1.1.0')
})

test('an asset comes back byte for byte, by a signed address of its own', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const made = await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  expect(made.data.upload_url).toBe(
    `${fixture.github.url}/uploads/repos/acme/shop/releases/${made.data.id}/assets{?name,label}`,
  )
  const { data } = await upload(made.data.id, 'go no go.json', '{"go":true}')
  expect(data).toMatchObject({
    name: 'go.no.go.json',
    state: 'uploaded',
    size: 11,
    content_type: 'application/json',
    digest: `sha256:${createHash('sha256').update('{"go":true}').digest('hex')}`,
  })
  const asset = { ...shop, asset_id: data.id }
  expect((await rest.repos.getReleaseAsset(asset)).data.name).toBe('go.no.go.json')
  const headers = {
    accept: 'application/octet-stream',
    authorization: `token ${fixture.github.issueToken({ permissions: { contents: 'read' } })}`,
  }
  const redirect = await fetch(data.url, { headers, redirect: 'manual' })
  expect(redirect.status).toBe(302)
  const location = redirect.headers.get('location') ?? ''
  expect(await (await fetch(location)).text()).toBe('{"go":true}')
  expect((await fetch(location.replace(/sig=./, 'sig=x'))).status).toBe(403)
  expect(await (await fetch(data.browser_download_url)).text()).toBe('{"go":true}')
  const bytes = fixture.github.assetBytes('acme/shop', 'v1.0.0', 'go.no.go.json')
  expect(Buffer.from(bytes ?? []).toString()).toBe('{"go":true}')
})

test('a file name is taken until its asset is deleted', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const { data } = await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  const first = await upload(data.id, 'a.json', 'one')
  expect(await refusalOf(upload(data.id, 'a.json', 'two'))).toBe(
    '422 Validation Failed already_exists',
  )
  expect(await statusOf(rest.repos.deleteReleaseAsset({ ...shop, asset_id: first.data.id }))).toBe(
    204,
  )
  expect((await upload(data.id, 'a.json', 'two')).status).toBe(201)
  const { data: assets } = await rest.repos.listReleaseAssets({ ...shop, release_id: data.id })
  expect(assets.map(({ name, size }) => [name, size])).toEqual([['a.json', 3]])
  expect(await refusalOf(upload(data.id, 'b.json', 'x', { contents: 'read' } as never))).toBe(
    '403 Resource not accessible by integration',
  )
})

test('an immutable release keeps its files, and its tag is burnt', async () => {
  fixture = await startFixture({ immutableReleases: true })
  const { rest } = fixture.client({ contents: 'write' })
  const { data } = await rest.repos.createRelease({ ...shop, tag_name: 'v2.0.0', draft: true })
  const asset = await upload(data.id, 'a.json', 'one')
  const release = { ...shop, release_id: data.id }
  const published = await rest.repos.updateRelease({ ...release, draft: false })
  expect(published.data).toMatchObject({ immutable: true, draft: false })

  expect(await refusalOf(upload(data.id, 'b.json', 'two'))).toBe(
    '422 Cannot upload assets to an immutable release',
  )
  expect(await statusOf(rest.repos.deleteReleaseAsset({ ...shop, asset_id: asset.data.id }))).toBe(
    422,
  )
  expect(await statusOf(rest.repos.updateRelease({ ...release, tag_name: 'v2.0.1' }))).toBe(422)
  expect((await rest.repos.updateRelease({ ...release, body: 'notes' })).data.body).toBe('notes')
  expect(await statusOf(rest.repos.deleteRelease(release))).toBe(204)
  const again = await rest.repos
    .createRelease({ ...shop, tag_name: 'v2.0.0' })
    .catch((error: { response: { data: { errors: { message: string }[] } } }) => error)
  expect(again).toMatchObject({
    status: 422,
    response: { data: { errors: [{ message: 'tag_name was used by an immutable release' }] } },
  })
})

test('notes asked for link to all changes since the latest release', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const notes = async (tag_name: string, body?: string) =>
    (
      await rest.repos.createRelease({
        ...shop,
        tag_name,
        generate_release_notes: true,
        ...(body && { body }),
      })
    ).data.body
  const page = `${fixture.github.url}/acme/shop`
  expect(await notes('v1.0.0')).toBe(`**Full Changelog**: ${page}/commits/v1.0.0`)
  expect(await notes('v1.1.0', 'Faster.')).toBe(
    `Faster.\n\n**Full Changelog**: ${page}/compare/v1.0.0...v1.1.0`,
  )
})

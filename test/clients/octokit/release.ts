import { expect } from '@jest/globals'
import { shop } from '../../sandbox/github/fixture.ts'
import type { Rig } from './rig.ts'

/** Releases and their files. */
export async function releaseStory({ client, fixture }: Rig): Promise<void> {
  const rest = client('ada')
  const made = await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  const release = { ...shop, release_id: made.data.id }
  const bytes = Buffer.from([0, 255, 10, 13])
  const uploaded = await rest.repos.uploadReleaseAsset({
    ...release,
    name: 'a.bin',
    data: bytes as unknown as string,
    baseUrl: `${fixture.github.url}/uploads`,
    headers: { 'content-type': 'application/octet-stream', 'content-length': bytes.length },
  })
  const asset = { ...shop, asset_id: uploaded.data.id }
  await rest.repos.updateReleaseAsset({ ...asset, label: 'see' })
  const raw = await rest.repos.getReleaseAsset({
    ...asset,
    headers: { accept: 'application/octet-stream' },
  })
  expect(Buffer.from(raw.data as unknown as ArrayBuffer)).toEqual(bytes)
  expect((await rest.repos.listReleaseAssets(release)).data).toMatchObject([{ label: 'see' }])
  expect((await rest.repos.deleteReleaseAsset(asset)).status).toBe(204)
  expect((await rest.repos.getRelease(release)).data.assets).toEqual([])
  expect((await rest.repos.getLatestRelease(shop)).data.id).toBe(made.data.id)
  expect((await rest.repos.getReleaseByTag({ ...shop, tag: 'v1.0.0' })).data.id).toBe(made.data.id)
  expect((await rest.repos.updateRelease({ ...release, name: 'One' })).data.name).toBe('One')
  expect((await rest.repos.listReleases(shop)).data).toHaveLength(1)
  const notes = await rest.repos.generateReleaseNotes({ ...shop, tag_name: 'v2.0.0' })
  expect(notes.data.body).toContain('v1.0.0...v2.0.0')
  expect((await rest.repos.deleteRelease(release)).status).toBe(204)
}

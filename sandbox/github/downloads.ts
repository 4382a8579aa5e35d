import { createHmac } from 'node:crypto'
import type { Http } from './dispatch.ts'
import { toResponse } from './exchange.ts'
import { refuse } from './refusal.ts'
import type { Asset, Release, Repository } from './store.ts'
import { findRepository, type World } from './world.ts'

/** The signed address where GitHub's storage hands out an asset without any token. */
export function signedAssetUrl(world: World, asset: Asset): string {
  return `${world.url}/_assets/${asset.id}?sig=${signature(world, asset.id)}`
}

/** The storage's answer: the bytes, for who has the signature. */
export function downloadAsset(world: World, http: Http): Response {
  const id = Number(http.req.param('id'))
  const asset = allAssets(world).find((each) => each.id === id)
  if (asset === undefined) return refuse(404, 'Not Found')
  if (http.req.query('sig') !== signature(world, id)) return refuse(403, 'Signature does not match')
  asset.downloads += 1
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${asset.name}"`,
  }
  return toResponse({ status: 200, bytes: asset.bytes, headers })
}

/** The download address of an asset's page: it leads to the storage. */
export function redirectToAsset(world: World, http: Http): Response {
  const { owner = '', repo = '', tag = '', name = '' } = http.req.param() as Record<string, string>
  const repository = findRepository(world, `${owner}/${repo}`)
  const release = repository?.releases.find((each) => each.tagName === tag && !each.draft)
  const asset = release?.assets.find((each) => each.name === name)
  if (asset === undefined || repository?.private !== false) return refuse(404, 'Not Found')
  return toResponse({ status: 302, headers: { location: signedAssetUrl(world, asset) } })
}

/** An asset of a repository with its release. */
export function findAsset(
  repository: Repository,
  id: number,
): { asset: Asset; release: Release } | undefined {
  for (const release of repository.releases) {
    const asset = release.assets.find((each) => each.id === id)
    if (asset !== undefined) return { asset, release }
  }
  return undefined
}

function allAssets(world: World) {
  return world.repositories.flatMap((each) => each.releases).flatMap((release) => release.assets)
}

function signature(world: World, id: number) {
  return createHmac('sha256', world.signingKey).update(String(id)).digest('hex')
}

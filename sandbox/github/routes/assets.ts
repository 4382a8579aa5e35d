import { createHash } from 'node:crypto'
import { isAllowed } from '../auth.ts'
import { assetBody } from '../bodies/release.ts'
import { findAsset, signedAssetUrl } from '../downloads.ts'
import { paged } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'
import { type Answer, type Call, created, found, noContent, ok, route } from '../route.ts'
import type { Asset } from '../store.ts'
import { findRelease } from './releases.ts'

/** The files of releases. */
export const assetRoutes = [
  route('GET /repos/{owner}/{repo}/releases/{release_id}/assets', { contents: 'read' }, (call) => {
    const { world, repository, token, input } = call
    const release = findRelease(repository, token, input.release_id)
    return paged(call, release.assets, (asset) => assetBody(world, repository, release, asset))
  }),
  route(
    'POST /repos/{owner}/{repo}/releases/{release_id}/assets',
    { contents: 'write' },
    uploadAsset,
  ),
  route('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', { contents: 'read' }, readAsset),
  route(
    'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
    { contents: 'write' },
    (call) => {
      const { asset, release } = visibleAsset(call)
      if (release.immutable) refuse(422, 'Cannot delete asset from an immutable release')
      release.assets = release.assets.filter((each) => each !== asset)
      return noContent()
    },
  ),
]

interface UploadInput {
  readonly release_id: number
  readonly name: string
  readonly label?: string
}

function uploadAsset({ world, repository, token, input, bytes, headers }: Call<UploadInput>) {
  const release = findRelease(repository, token, input.release_id)
  if (release.immutable) refuse(422, 'Cannot upload assets to an immutable release')
  if (bytes.length === 0) refuse(400, 'Bad Content-Length: ')
  const contentType = headers.get('content-type') ?? refuse(400, 'Content-Type is missing')
  const name = storedName(input.name)
  if (release.assets.some((each) => each.name === name)) {
    invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
  }
  const asset: Asset = {
    id: world.nextId(),
    name,
    label: input.label ?? '',
    contentType,
    bytes,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    login: token.login,
    createdAt: world.now(),
    downloads: 0,
  }
  release.assets.push(asset)
  return created(assetBody(world, repository, release, asset))
}

/** GitHub replaces special characters, and dots at both ends, in the names of files. */
function storedName(name: string) {
  const plain = name.replace(/[^\w.+@~-]+/g, '.').replace(/^\.+|\.+$/g, '')
  return plain === '' ? 'default' : plain
}

function readAsset(call: Call<{ readonly asset_id: number }>): Answer {
  const { world, repository, headers } = call
  const { asset, release } = visibleAsset(call)
  if (!(headers.get('accept') ?? '').includes('application/octet-stream')) {
    return ok(assetBody(world, repository, release, asset))
  }
  return { status: 302, headers: { location: signedAssetUrl(world, asset) } }
}

function visibleAsset({ repository, token, input }: Call<{ readonly asset_id: number }>) {
  const match = found(findAsset(repository, input.asset_id))
  if (match.release.draft && !isAllowed(token, [{ contents: 'write' }])) refuse(404, 'Not Found')
  return match
}

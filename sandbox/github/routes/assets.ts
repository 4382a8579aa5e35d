import { createHash } from 'node:crypto'
import { isAllowed } from '../auth.ts'
import { assetBody } from '../bodies/release.ts'
import { findAsset } from '../files/downloads.ts'
import { signedUrl } from '../files/signed.ts'
import { paged } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'
import { type Answer, type Call, created, found, noContent, ok, route } from '../route.ts'
import type { Asset, Release } from '../store.ts'
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
    'PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}',
    { contents: 'write' },
    changeAsset,
  ),
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

/** The asset exists before its bytes do: an upload that stops half way leaves it as `starter`. */
async function uploadAsset(call: Call<UploadInput>) {
  const { world, repository, token, input, headers } = call
  const release = findRelease(repository, token, input.release_id)
  if (release.immutable) refuse(422, 'Cannot upload assets to an immutable release')
  const contentType = headers.get('content-type') ?? refuse(400, 'Content-Type is missing')
  const name = freeName(release, input.name)
  const now = world.now()
  const asset: Asset = {
    id: world.nextId(),
    name,
    label: input.label ?? '',
    contentType,
    state: 'starter',
    bytes: new Uint8Array(),
    digest: null,
    login: token.login,
    createdAt: now,
    updatedAt: now,
    downloads: 0,
  }
  release.assets.push(asset)
  await receive(call, asset)
  if (asset.state === 'starter') {
    release.assets = release.assets.filter((each) => each !== asset)
    refuse(400, 'Bad Content-Length: ')
  }
  return created(assetBody(world, repository, release, asset))
}

async function receive({ readBytes, halfway, world }: Call<UploadInput>, asset: Asset) {
  const bytes = await readBytes().catch(() => refuse(400, 'The upload was not complete'))
  await halfway()
  if (bytes.length === 0) return
  asset.bytes = bytes
  asset.digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  asset.state = 'uploaded'
  asset.updatedAt = world.now()
}

function freeName(release: Release, given: string) {
  const name = storedName(given)
  if (release.assets.some((each) => each.name === name)) {
    invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
  }
  return name
}

/** GitHub replaces special characters, and dots at both ends, in the names of files. */
function storedName(name: string) {
  const plain = name.replace(/[^\w.+@~-]+/g, '.').replace(/^\.+|\.+$/g, '')
  return plain === '' ? 'default' : plain
}

type AssetCall = Call<{ readonly asset_id: number }>

function changeAsset(call: AssetCall & Call<{ readonly name?: string; readonly label?: string }>) {
  const { world, repository, input } = call
  const { asset, release } = visibleAsset(call)
  if (release.immutable) refuse(422, 'Cannot update asset of an immutable release')
  if (input.name !== undefined && input.name !== asset.name) {
    asset.name = freeName(release, input.name)
  }
  asset.label = input.label ?? asset.label
  asset.updatedAt = world.now()
  return ok(assetBody(world, repository, release, asset))
}

function readAsset(call: AssetCall): Answer {
  const { world, repository, headers } = call
  const { asset, release } = visibleAsset(call)
  if (!(headers.get('accept') ?? '').includes('application/octet-stream')) {
    return ok(assetBody(world, repository, release, asset))
  }
  if (asset.state === 'starter') return refuse(404, 'Not Found')
  return { status: 302, headers: { location: signedUrl(world, 'assets', asset.id) } }
}

function visibleAsset({ repository, token, input }: AssetCall) {
  const match = found(findAsset(repository, input.asset_id))
  if (match.release.draft && !isAllowed(token, [{ contents: 'write' }])) refuse(404, 'Not Found')
  return match
}

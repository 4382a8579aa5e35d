import type { Asset, Release, Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { userBody } from './user.ts'

/** GitHub's `release-asset`. */
export function assetBody(world: World, repository: Repository, release: Release, asset: Asset) {
  const tag = pageTag(release)
  return {
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    url: `${apiUrl(world, repository)}/releases/assets/${asset.id}`,
    browser_download_url: `${pageUrl(world, repository)}/releases/download/${encodeURIComponent(tag)}/${encodeURIComponent(asset.name)}`,
    name: asset.name,
    label: asset.label,
    state: asset.state,
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: asset.digest,
    download_count: asset.downloads,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt,
    uploader: userBody(world, asset.login),
  }
}

/** GitHub's `release`. */
export function releaseBody(world: World, repository: Repository, release: Release) {
  const url = `${apiUrl(world, repository)}/releases/${release.id}`
  const page = `${pageUrl(world, repository)}/releases/tag/${encodeURIComponent(pageTag(release))}`
  const uploads = `${world.uploadsUrl}/repos/${repository.fullName}/releases/${release.id}/assets`
  const tag = encodeURIComponent(release.tagName)
  return {
    id: release.id,
    node_id: nodeId('Release', release.id),
    url,
    html_url: page,
    assets_url: `${url}/assets`,
    upload_url: `${uploads}{?name,label}`,
    tag_name: release.tagName,
    target_commitish: release.targetCommitish,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: release.immutable,
    created_at: release.createdAt,
    published_at: release.publishedAt,
    updated_at: release.updatedAt,
    author: userBody(world, release.login),
    assets: release.assets.map((asset) => assetBody(world, repository, release, asset)),
    tarball_url: release.draft ? null : `${apiUrl(world, repository)}/tarball/${tag}`,
    zipball_url: release.draft ? null : `${apiUrl(world, repository)}/zipball/${tag}`,
  }
}

/** A draft's page has no tag yet, only a random word. */
function pageTag(release: Release) {
  return release.draft ? `untagged-${nodeId('draft', release.id)}` : release.tagName
}

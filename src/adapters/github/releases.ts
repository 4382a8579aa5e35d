import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import type { Release, ReleaseAsset, Releases } from '../../ports/releases.ts'
import { sha256 } from '../digest.ts'
import type { Client, Target } from './client.ts'
import { downloadAsset, measureAsset } from './download.ts'
import { PageAddress } from './page-address.ts'
import { unlessAbsent } from './repository.ts'

const AssetAnswer = z
  .object({
    id: z.int().positive(),
    name: z.string(),
    size: z.int().nonnegative(),
    state: z.string(),
    digest: z.string().nullish(),
  })
  .transform((a): ReleaseAsset => ({ ...a, digest: a.digest ?? '' }))

const ReleaseAnswer = z
  .object({
    id: z.int().positive(),
    tag_name: z.string(),
    draft: z.boolean(),
    prerelease: z.boolean(),
    immutable: z.boolean().optional(),
    html_url: PageAddress,
    upload_url: z.string(),
    assets: z.array(AssetAnswer),
  })
  .transform(
    (r): Release => ({
      id: r.id,
      tag: r.tag_name,
      draft: r.draft,
      prerelease: r.prerelease,
      immutable: r.immutable ?? false,
      url: r.html_url,
      uploadUrl: r.upload_url.replace(/\{.*\}$/, ''),
      assets: r.assets,
    }),
  )

const RELEASES = '/repos/{owner}/{repo}/releases'

export function githubReleases(
  client: Client,
  http: Http,
  access: Target & { readonly token: string },
): Releases {
  const all = () => client.list(ReleaseAnswer, `GET ${RELEASES}`, {}, 10)
  return {
    // The list holds drafts too, which the route by tag never shows.
    byTag: async (tag) => onlyOne(await all(), tag),
    now: ({ id }) =>
      unlessAbsent(client.get(ReleaseAnswer, `GET ${RELEASES}/{release_id}`, { release_id: id })),
    published: async () => (await all()).filter((release) => !release.draft),
    download: (asset) => downloadAsset(asset, http, access),
    measure: (asset) => measureAsset(asset, http, access),
    upload: (release, name, bytes, type) =>
      upload(client, release, { name, bytes, type }, access.apiUrl),
    async remove(asset) {
      await client.write(z.unknown(), `DELETE ${RELEASES}/assets/{asset_id}`, {
        asset_id: asset.id,
      })
    },
    publish: (release) =>
      client.write(ReleaseAnswer, `PATCH ${RELEASES}/{release_id}`, {
        release_id: release.id,
        draft: false,
      }),
  }
}

/** GitHub takes any number of drafts of one tag: which one is meant is for a person to say. */
function onlyOne(all: readonly Release[], tag: string): Release | undefined {
  const [release, ...others] = all.filter((one) => one.tag === tag)
  if (others.length === 0) return release
  throw new Failure(
    'ambiguous',
    `there are ${others.length + 1} releases of the tag ${tag}`,
    'Delete the drafts that are not meant',
  )
}

interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type: string
}

/** The token goes to GitHub's upload host only, whatever the release says. */
async function upload(
  client: Client,
  release: Release,
  { name, bytes, type }: Upload,
  apiUrl: string,
): Promise<ReleaseAsset> {
  const origin = URL.parse(release.uploadUrl)?.origin ?? 'no address'
  if (origin !== 'https://uploads.github.com' && origin !== new URL(apiUrl).origin)
    throw new Failure('bad-answer', `GitHub named an upload address at ${origin}`)
  const asset = await client.write(AssetAnswer, `POST ${release.uploadUrl}{?name}`, {
    name,
    data: bytes,
    headers: { 'content-type': type },
  })
  const whole = asset.state === 'uploaded' && asset.size === bytes.length
  if (!whole || (asset.digest !== '' && asset.digest !== sha256(bytes)))
    throw new Failure('bad-upload', `GitHub did not store ${name} whole`, 'Run the job again')
  return asset
}

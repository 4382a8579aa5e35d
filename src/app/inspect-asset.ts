import type { Artefact } from '../domain/config/artefact.ts'
import { Failure } from '../domain/failure.ts'
import { type Checksums, parseChecksums } from '../domain/release/checksums.ts'
import { fill } from '../domain/release/template.ts'
import type { Release, ReleaseAsset, Releases } from '../ports/releases.ts'

export type DeclaredAsset = Extract<Artefact, { kind: 'release-asset' }>

/** SHA-256 of bytes as `sha256:<hex>`. */
export type BytesDigest = (bytes: Uint8Array) => string

/** What looking at one declared asset of one release found. */
export type Inspection =
  | {
      readonly kind: 'sound'
      readonly name: string
      readonly bytes: Uint8Array
      readonly sha256: string
    }
  | { readonly kind: 'unsound'; readonly name: string; readonly problem: string }

/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums']

/**
 * Download a declared asset and hold its bytes against its line of the checksums and GitHub's own digest. A draft will
 * do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 */
export async function inspectAsset(
  declared: DeclaredAsset,
  version: string,
  release: Release,
  ports: { readonly releases: Releases; readonly digest: BytesDigest },
): Promise<Inspection> {
  const name = fill(declared.name, { version })
  try {
    const asset = presentAsset(release, name)
    const list = presentAsset(release, fill(declared.checksums, { version }))
    const checksums = parseChecksums(new TextDecoder().decode(await ports.releases.download(list)))
    const bytes = await ports.releases.download(asset)
    return { kind: 'sound', name, bytes, sha256: verified(asset, bytes, checksums, ports.digest) }
  } catch (error) {
    if (!(error instanceof Failure) || !UNSOUND.includes(error.code)) throw error
    return { kind: 'unsound', name, problem: error.message }
  }
}

function presentAsset(release: Release, name: string): ReleaseAsset {
  const asset = release.assets.find((a) => a.name === name)
  if (asset === undefined) throw unsound(`${name} is not on the release ${release.tag}`)
  if (asset.state !== 'uploaded') throw unsound(`${name} is ${asset.state}, not uploaded`)
  return asset
}

function verified(
  asset: ReleaseAsset,
  bytes: Uint8Array,
  checksums: Checksums,
  digest: BytesDigest,
): string {
  const sha256 = digest(bytes).replace(/^sha256:/, '')
  const listed = checksums.get(asset.name)
  if (bytes.length !== asset.size)
    throw unsound(`${asset.name} has ${bytes.length} bytes, not ${asset.size}`)
  if (asset.digest !== '' && asset.digest !== `sha256:${sha256}`)
    throw unsound(`${asset.name} has not the digest that GitHub says`)
  if (listed === undefined) throw unsound(`${asset.name} has no line in the checksums`)
  if (listed !== sha256) throw unsound(`${asset.name} has not the digest of its checksums line`)
  return sha256
}

function unsound(problem: string): Failure {
  return new Failure('bad-asset', problem)
}

import type { Artefact } from '../domain/config/artefact.ts'
import { Failure } from '../domain/failure.ts'
import { type Checksums, parseChecksums } from '../domain/release/checksums.ts'
import type { Measured } from '../domain/release/measured.ts'
import { fill } from '../domain/release/template.ts'
import type { Release, ReleaseAsset, Releases } from '../ports/releases.ts'

export type DeclaredAsset = Extract<Artefact, { kind: 'release-asset' }>

/** What looking at one declared asset of one release found. */
export type Inspection<File extends Measured> =
  | { readonly kind: 'sound'; readonly name: string; readonly file: File }
  | { readonly kind: 'unsound'; readonly name: string; readonly problem: string }

/** Problems of the release itself, in contrast to those of asking for it. */
const UNSOUND = ['bad-asset', 'bad-checksums']

/**
 * Have the bytes of a declared asset measured, and hold them against its line of the checksums and GitHub's own digest.
 * A draft will do. What is wrong with the release is an answer; that it could not be asked is a Failure.
 * @param measure Downloads the asset, and says what else is wanted of it.
 */
export async function inspectAsset<File extends Measured>(
  declared: DeclaredAsset,
  version: string,
  release: Release,
  releases: Pick<Releases, 'download'>,
  measure: (asset: ReleaseAsset) => Promise<File>,
): Promise<Inspection<File>> {
  const name = fill(declared.name, { version })
  try {
    const asset = presentAsset(release, name)
    const list = presentAsset(release, fill(declared.checksums, { version }))
    const checksums = parseChecksums(new TextDecoder().decode(await releases.download(list)))
    const file = await measure(asset)
    assertSame(asset, file, checksums)
    return { kind: 'sound', name, file }
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

function assertSame(asset: ReleaseAsset, { sha256, size }: Measured, checksums: Checksums): void {
  const listed = checksums.get(asset.name)
  if (size !== asset.size) throw unsound(`${asset.name} has ${size} bytes, not ${asset.size}`)
  if (asset.digest !== '' && asset.digest !== `sha256:${sha256}`)
    throw unsound(`${asset.name} has not the digest that GitHub says`)
  if (listed === undefined) throw unsound(`${asset.name} has no line in the checksums`)
  if (listed !== sha256) throw unsound(`${asset.name} has not the digest of its checksums line`)
}

function unsound(problem: string): Failure {
  return new Failure('bad-asset', problem)
}

import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { tagOf } from '../domain/release/version.ts'
import type { Files } from '../ports/files.ts'
import type { Release, ReleaseAsset, Releases } from '../ports/releases.ts'
import { type DeclaredAsset, inspectAsset } from './inspect-asset.ts'

/** A file of a release on this machine whose bytes were verified. */
export interface FetchedAsset {
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** 64 hex digits. */
  readonly sha256: string
  readonly bytes: number
}

export interface FetchPorts {
  readonly releases: Releases
  readonly files: Files
  /** SHA-256 of bytes as `sha256:<hex>`. */
  readonly digest: (bytes: Uint8Array) => string
}

/**
 * Download an asset of a version to a temporary file, verified against its line of the checksums. The release may be a
 * draft.
 * @param name As the config writes it, with `{version}`; an artefact of kind release-asset of that name says where
 * its checksums are.
 * @throws Failure `absent` for an undeclared asset or a missing release, `bad-asset` for wrong or missing bytes.
 */
export async function fetchAsset(
  name: string,
  version: string,
  config: Pick<Config, 'artefacts' | 'tag-prefix'>,
  ports: FetchPorts,
): Promise<FetchedAsset> {
  const declared = declaredAsset(name, config)
  const release = await releaseOf(version, config['tag-prefix'], ports.releases)
  const found = await inspectAsset(declared, version, release, ports.releases, whole(ports))
  if (found.kind === 'unsound')
    throw new Failure('bad-asset', found.problem, 'Build and upload the release again')
  const { bytes, sha256 } = found.file
  const path = await ports.files.writeTemporary(found.name, bytes)
  return { name: found.name, path, sha256, bytes: bytes.length }
}

/** An asset with its bytes, for those who need them. */
function whole({ releases, digest }: FetchPorts) {
  return async (asset: ReleaseAsset) => {
    const bytes = await releases.download(asset)
    return { bytes, sha256: digest(bytes).replace(/^sha256:/, ''), size: bytes.length }
  }
}

function declaredAsset(name: string, { artefacts }: Pick<Config, 'artefacts'>): DeclaredAsset {
  for (const artefact of artefacts)
    if (artefact.kind === 'release-asset' && artefact.name === name) return artefact
  throw new Failure(
    'absent',
    `the asset ${name} is not declared`,
    'List it under artefacts as a release-asset with its checksums',
  )
}

/** The release of a version, drafts included. @throws Failure `absent`. */
export async function releaseOf(
  version: string,
  tagPrefix: string,
  releases: Releases,
): Promise<Release> {
  const tag = tagOf(version, tagPrefix)
  const release = await releases.byTag(tag)
  if (release !== undefined) return release
  throw new Failure(
    'absent',
    `there is no release ${tag}`,
    'Build and draft it before this run; a draft is shown only to a token with contents: write',
  )
}

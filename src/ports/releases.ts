import type { Measured } from '../domain/release/measured.ts'

export interface ReleaseAsset {
  readonly id: number
  readonly name: string
  readonly size: number
  /** Only `uploaded` is complete. */
  readonly state: string
  /** `sha256:<hex>`; empty where GitHub does not give it. */
  readonly digest: string
}

export interface Release {
  readonly id: number
  readonly tag: string
  readonly draft: boolean
  readonly prerelease: boolean
  readonly immutable: boolean
  readonly url: string
  readonly uploadUrl: string
  readonly assets: readonly ReleaseAsset[]
}

export interface Releases {
  /** The release of a tag, drafts included where the token may see them; undefined when there is none. */
  byTag(tag: string): Promise<Release | undefined>
  /** A release as it is at this moment, which a list may not show yet; undefined when it is gone. */
  now(release: Release): Promise<Release | undefined>
  /** All published releases, newest first. */
  published(): Promise<readonly Release[]>
  /** Bytes of an asset. @throws Failure when they are not what `size` and `digest` say. */
  download(asset: ReleaseAsset): Promise<Uint8Array>
  /** What the bytes of an asset are, of which none is kept. @throws Failure as `download`. */
  measure(asset: ReleaseAsset): Promise<Measured>
  upload(release: Release, name: string, bytes: Uint8Array, type: string): Promise<ReleaseAsset>
  remove(asset: ReleaseAsset): Promise<void>
  publish(release: Release): Promise<Release>
}

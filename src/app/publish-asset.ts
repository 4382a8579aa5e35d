import { Failure } from '../domain/failure.ts'
import type { Clock } from '../ports/clock.ts'
import type { Release, Releases } from '../ports/releases.ts'

/** How the asset came to be what it is. */
export type AssetResult = 'uploaded' | 'same' | 'replaced' | 'immutable'

export interface AssetPorts {
  readonly releases: Releases
  readonly digest: (bytes: Uint8Array) => string
  readonly clock: Clock
}

export interface Asset {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type: string
  /** Called with other bytes that stand under the name. @throws Failure when they must stay. */
  readonly prove: (standing: Uint8Array) => void
}

/** Pauses after an upload that came to nothing, milliseconds: GitHub holds the name of a cut one for a while. */
const PAUSES_MS = [1000, 5000]

/**
 * Exactly one asset of these bytes on the release, however often this runs: what stands there after each attempt
 * decides, whatever was answered. A published immutable release keeps what it has. Own bytes that did not arrive whole
 * are removed from a draft.
 * @throws Failure when three uploads came to nothing, the release is gone, or what stands must stay.
 */
export async function publishAsset(
  listed: Release,
  asset: Asset,
  ports: AssetPorts,
): Promise<AssetResult> {
  const release = await ports.releases.now(listed)
  if (release === undefined) throw new Failure('absent', `the release ${listed.tag} is gone`)
  if (await holds(release, asset, ports)) return 'same'
  if (release.immutable && !release.draft) return 'immutable'
  const other = release.assets.find((a) => a.name === asset.name && a.state === 'uploaded')
  if (other !== undefined) asset.prove(await ports.releases.download(other))
  await uploadUntilHeld(release, asset, ports, PAUSES_MS)
  return other === undefined ? 'uploaded' : 'replaced'
}

async function uploadUntilHeld(
  release: Release,
  asset: Asset,
  ports: AssetPorts,
  [pause, ...pauses]: readonly number[],
): Promise<void> {
  const failure = await uploadOver(release, asset, ports.releases)
  if (failure === undefined) return
  const standing = await ports.releases.now(release)
  if (standing !== undefined && (await holds(standing, asset, ports))) return
  if (standing === undefined || pause === undefined || isFinal(failure)) {
    if (standing?.draft && failure.code === 'bad-upload') await withdraw(standing, asset, ports)
    throw failure
  }
  await ports.clock.sleep(pause)
  await uploadUntilHeld(standing, asset, ports, pauses)
}

/** Half of what was sent is nothing to publish a draft with. That it could not be removed is no news: the upload failed. */
async function withdraw(
  { assets }: Release,
  { name }: Asset,
  { releases }: AssetPorts,
): Promise<void> {
  try {
    for (const own of assets.filter((a) => a.name === name)) await releases.remove(own)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

/** Undefined when the asset is up. What has the name, another decision or half an upload, goes first. */
async function uploadOver(
  release: Release,
  { name, bytes, type }: Asset,
  releases: Releases,
): Promise<Failure | undefined> {
  try {
    for (const old of release.assets.filter((a) => a.name === name)) await remove(old, releases)
    await releases.upload(release, name, bytes, type)
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** Another run may have been faster. */
async function remove(asset: Release['assets'][number], releases: Releases): Promise<void> {
  try {
    await releases.remove(asset)
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'absent')) throw error
  }
}

/** A missing right does not come by waiting, and who was silent once is not waited for three times. */
function isFinal({ code }: Failure): boolean {
  const final = ['unauthorised', 'forbidden', 'absent', 'rate-limited', 'cancelled', 'timeout']
  return final.includes(code)
}

/** By its digest; where GitHub gives none (older servers), by its bytes. */
async function holds(
  { assets }: Release,
  { name, bytes }: Asset,
  { digest, releases }: AssetPorts,
): Promise<boolean> {
  const standing = assets.find((a) => a.name === name && a.state === 'uploaded')
  if (standing === undefined || standing.size !== bytes.length) return false
  const stored =
    standing.digest === '' ? `sha256:${(await releases.measure(standing)).sha256}` : standing.digest
  return stored === digest(bytes)
}

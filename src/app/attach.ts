import { Failure } from '../domain/failure.ts'
import { type Attachment, attachmentPath, LARGEST_IN_LEDGER } from '../domain/ledger/attachment.ts'
import type { AttachmentLine } from '../domain/ledger/attachment-lines.ts'
import { canonical } from '../domain/ledger/canonical.ts'
import type { Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { tagOf } from '../domain/release/version.ts'
import type { Rollout } from '../domain/rollout/state.ts'
import type { Attachable, Attachables } from '../ports/attachables.ts'
import type { Releases } from '../ports/releases.ts'
import type { Ledger } from './ledger.ts'
import { assertSamePlan } from './shift-traffic.ts'

export interface AttachPorts {
  readonly ledger: Ledger
  readonly releases: Releases
  readonly attachables: Attachables
}

/** An attachment, and its bytes where the ledger takes them. */
interface Prepared {
  readonly attachment: Attachment
  readonly bytes: Uint8Array | undefined
}

/**
 * Find the place of each file: the ledger's branch where it is small, else the asset of the release that has its bytes.
 * Nothing is written. @throws Failure `absent`, `outside`, `too-large`, `unpublishable`.
 */
export async function prepareAttachments(
  lines: readonly AttachmentLine[],
  { version, tagPrefix }: { readonly version: string; readonly tagPrefix: string },
  { attachables, releases }: Omit<AttachPorts, 'ledger'>,
): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = []
  for (const { name, path } of lines) {
    const file = await attachables.read(path, LARGEST_IN_LEDGER)
    const { size, bytes } = file
    const digest = `sha256:${file.sha256}`
    if (bytes === undefined) {
      const place = await assetOf(name, file, tagOf(version, tagPrefix), releases)
      prepared.push({ attachment: { name, size, digest, place }, bytes })
      continue
    }
    const why = attachables.unpublishable(bytes)
    if (why !== undefined)
      throw new Failure(
        'unpublishable',
        `attachment ${name}: it holds ${why}, and the ledger is read by everybody who reads the repository`,
        'Take it out of the file',
      )
    const place = { ledger: attachmentPath(digest) }
    prepared.push({ attachment: { name, size, digest, place }, bytes })
  }
  return prepared
}

/** By its bytes, whatever its name is there. */
async function assetOf(
  name: string,
  { sha256, size }: Attachable,
  tag: string,
  releases: Releases,
): Promise<{ readonly asset: string; readonly tag: string }> {
  const release = await releases.byTag(tag)
  const likely = release?.assets.filter((a) => a.state === 'uploaded' && a.size === size) ?? []
  for (const asset of likely) {
    const digest = asset.digest || `sha256:${(await releases.measure(asset)).sha256}`
    if (digest === `sha256:${sha256}`) return { asset: asset.name, tag }
  }
  throw new Failure(
    'too-large',
    `attachment ${name}: it has ${size} bytes, the ledger takes ${LARGEST_IN_LEDGER}, and no asset of ${tag} has its digest`,
    `Upload it to the release ${tag} first`,
  )
}

/** Record what was prepared, and store the bytes in the same commit. What stands under this plan is not said twice. */
export async function recordAttachments(
  prepared: readonly Prepared[],
  { release, rollout }: { readonly release: ReleaseKey; readonly rollout: Rollout },
  { ledger }: AttachPorts,
): Promise<readonly Entry[]> {
  const attachments = prepared.map(({ attachment }) => attachment)
  const files = prepared.flatMap(({ attachment: { place }, bytes }) =>
    'ledger' in place && bytes !== undefined ? [{ path: place.ledger, bytes }] : [],
  )
  const { planHash, planSeq } = rollout
  return ledger.append(release, (entries) => {
    assertSamePlan(entries, rollout)
    const stands = entries.some(
      (e) =>
        e.kind === 'attachments' &&
        e.seq > planSeq &&
        canonical(e.payload.attachments) === canonical(attachments),
    )
    if (stands) return undefined
    return { draft: { kind: 'attachments', payload: { attachments } }, planHash, files }
  })
}

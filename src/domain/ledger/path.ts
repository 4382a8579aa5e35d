import type { ReleaseKey } from './entry.ts'

/**
 * One part of a path in `[a-z0-9.%_-]`: every other byte of its UTF-8 form is percent-encoded, and so are the dots of
 * `.` and `..`. Different texts never share a part, also on a case-blind file system.
 */
export function pathPart(text: string): string {
  const other = /^\.+$/.test(text) ? /\./g : /[^a-z0-9._-]/gu
  return text.replaceAll(other, (char) =>
    [...new TextEncoder().encode(char)]
      .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
      .join(''),
  )
}

function keyPath({ product, channel, version }: ReleaseKey): string {
  return [product, channel, version].map(pathPart).join('/')
}

/** Folder of a release's chain, with the final slash. */
export function chainFolder(release: ReleaseKey): string {
  return `releases/${keyPath(release)}/`
}

/** Folder of all chains of a product's channel, with the final slash. */
export function scopeFolder({ product, channel }: Scope): string {
  return `releases/${pathPart(product)}/${pathPart(channel)}/`
}

export function entryPath(release: ReleaseKey, seq: number, kind: string): string {
  return `${chainFolder(release)}${String(seq).padStart(6, '0')}-${kind}.json`
}

/** Marker of a release that is not finished: what is open is found without walking what is done. */
export function openReleasePath(release: ReleaseKey): string {
  return `open/releases/${keyPath(release)}.json`
}

/** Folder of the markers of open releases, with the final slash. */
export const OPEN_RELEASES = 'open/releases/'

/** Marker of an end that somebody is still to be told of. */
export function openNoticePath(release: ReleaseKey): string {
  return `open/notices/${keyPath(release)}.json`
}

/** Folder of these markers, with the final slash. */
export const OPEN_NOTICES = 'open/notices/'

/** Whose marker a path of one of these folders is; undefined for anything else that lies there. */
export function releaseOfMarker(path: string): ReleaseKey | undefined {
  const [, parts] = /^open\/(?:releases|notices)\/(.+)\.json$/.exec(path) ?? []
  const [product, channel, version, ...rest] = (parts ?? '').split('/')
  if (product === undefined || channel === undefined || version === undefined || rest.length > 0)
    return undefined
  const release = {
    product: decodeURIComponent(product),
    channel: decodeURIComponent(channel),
    version: decodeURIComponent(version),
  }
  return [openReleasePath(release), openNoticePath(release)].includes(path) ? release : undefined
}

/** A freeze holds for a product's channel. */
export interface Scope {
  readonly product: string
  readonly channel: string
}

export function openFreezePath({ product, channel }: Scope): string {
  return `open/freezes/${pathPart(product)}/${pathPart(channel)}.json`
}

import * as z from 'zod'
import type { Scope } from './path.ts'

/** What the marker of an open freeze holds: where the freeze was written. */
export const FreezeMarker = z.strictObject({
  version: z.string(),
  seq: z.int().positive(),
  time: z.iso.datetime(),
})
export type FreezeMarker = z.infer<typeof FreezeMarker>

/** Stands in the body of a scope's freeze issue: the identity of the issue, never its title. */
export function freezeMarkerText({ product, channel }: Scope): string {
  return `<!-- release-actions:freeze ${product}/${channel} -->`
}

/** Stands in the body of a release's tracking issue. */
export function trackingMarkerText(product: string, version: string): string {
  return `<!-- release-actions:release ${product}/${version} -->`
}

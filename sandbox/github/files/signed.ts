import { createHmac } from 'node:crypto'
import type { World } from '../world.ts'

/** What the storage keeps. */
export type FileKind = 'assets' | 'jobs' | 'runs' | 'artifacts'

/** The signed address where GitHub's storage hands out a file without any token. */
export function signedUrl(world: World, kind: FileKind, id: number | string): string {
  return `${world.filesUrl}/_files/${kind}/${id}?sig=${signature(world, kind, String(id))}`
}

/** The signature that opens one file. */
export function signature({ signingKey }: World, kind: FileKind, id: string): string {
  return createHmac('sha256', signingKey).update(`${kind}/${id}`).digest('hex')
}

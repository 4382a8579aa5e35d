import type { Attachables } from '../../ports/attachables.ts'
import { hashing } from '../digest.ts'
import { unpublishable } from '../secrets/unpublishable.ts'
import { openInside } from './job-files.ts'

/**
 * Files of the workspace that may become evidence.
 * @param secrets What this job knows and nobody else may.
 */
export function jobAttachables(
  { workspace }: { readonly workspace: string },
  secrets: readonly string[],
): Attachables {
  return {
    async read(path, mostBytes) {
      const handle = await openInside(workspace, path)
      const hash = hashing()
      const pieces: Buffer[] = []
      let kept = 0
      // The stream closes the file, also where it fails.
      for await (const piece of handle.createReadStream() as AsyncIterable<Buffer>) {
        hash.take(piece)
        kept += piece.length
        if (kept <= mostBytes) pieces.push(piece)
      }
      return { ...hash.done(), bytes: kept <= mostBytes ? Buffer.concat(pieces) : undefined }
    },
    unpublishable: (bytes) => unpublishable(bytes, secrets),
  }
}

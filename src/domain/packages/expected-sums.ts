import * as z from 'zod'
import { parseChecksums } from '../release/checksums.ts'

/** Lines `<sha256>  <file>` in an input: the only input of the suite that has several lines. */
export const expectedSums = () =>
  z
    .string()
    .max(60_000, { error: 'is longer than 60000 characters: give only the files of this package' })
    .transform((text, ctx) => {
      try {
        return parseChecksums(text.replaceAll('\r\n', '\n'))
      } catch {
        ctx.issues.push({
          code: 'custom',
          input: text,
          message: 'must be lines of a SHA-256 in hex, two blanks and a file name',
        })
        return z.NEVER
      }
    })

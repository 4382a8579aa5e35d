import * as z from 'zod'
import { AttachmentName } from './attachment.ts'

/** A file to attach. */
export interface AttachmentLine {
  readonly name: string
  /** Below the workspace. */
  readonly path: string
}

const MOST = 20

/** Files to attach, a line `name=path` each; at most 20. */
export const attachmentLines = () =>
  z
    .string()
    .max(10_000, { error: 'is longer than 10,000 characters' })
    .transform((text, ctx) => {
      const lines = parsed(text)
      if (lines !== undefined) return lines
      const message = `must hold one line name=path for every file, at most ${MOST}, each name once: letters, digits, dots and hyphens`
      ctx.issues.push({ code: 'custom', input: text, message })
      return z.NEVER
    })
    .optional()

function parsed(text: string): readonly AttachmentLine[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', path = ''] = /^([^=]*)=(.+)$/.exec(line) ?? []
      return { name, path }
    })
  const isGood = lines.every(
    ({ name, path }) => AttachmentName.safeParse(name).success && !/\p{Cc}/u.test(path),
  )
  const names = new Set(lines.map(({ name }) => name))
  const isMany = lines.length > MOST || lines.length === 0
  return isGood && !isMany && names.size === lines.length ? lines : undefined
}

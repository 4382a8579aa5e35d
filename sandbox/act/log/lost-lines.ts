import { existsSync, readFileSync } from 'node:fs'

/** The lines that a job's processes wrote according to their copy, and that act did not report, in their order. */
export function lostLines(copy: string, received: readonly string[]): string[] {
  if (!existsSync(copy)) return []
  const left = new Map<string, number>()
  for (const line of received) left.set(line, (left.get(line) ?? 0) + 1)
  return readFileSync(copy, 'utf8')
    .split(/\r?\n/)
    .filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return line !== '' && count <= 0
    })
}

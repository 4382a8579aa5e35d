/** A small tree on disk that a rule looks at: the red fixtures of the house rules are written where they are asserted. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from '@jest/globals'
import type { Rule } from '../../scripts/check/rule.ts'

/** The root of this project. */
export const home = resolve(import.meta.dirname, '../..')

const made: string[] = []
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true })
})

/** Writes the files and answers the root; the project's packages are there too. */
export function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  made.push(root)
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** What the rule finds in these files; the reason where its tool is missing. */
export async function findings(
  rule: Rule,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const outcome = await rule.look(tree(files))
  return outcome.kind === 'looked' ? outcome.findings : [outcome.reason]
}

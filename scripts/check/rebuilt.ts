import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildInto } from '../build/bundle.ts'
import { differences } from '../build/compare.ts'
import { entriesOf } from '../build/entries.ts'
import { linesOf, looked, type Rule } from './rule.ts'

/** dist/ is byte for byte what the sources give: nothing missing, nothing left over, tracked or not. It takes a minute. */
export const rebuilt: Rule = {
  name: 'rebuilt',
  async look(root) {
    const count = entriesOf(root).length
    if (count === 0)
      return looked('dist', ['src/actions: no action with a main.ts, nothing to bundle'])
    const aside = mkdtempSync(join(tmpdir(), 'dist-'))
    try {
      await buildInto(root, aside)
      const found = differences(aside, join(root, 'dist'))
      return looked(
        `${count} bundles`,
        found.map((line) => `dist/${line}: run npm run build`),
      )
    } catch (error) {
      return looked(
        `${count} bundles`,
        linesOf(error instanceof Error ? error.message : String(error)),
      )
    } finally {
      rmSync(aside, { recursive: true, force: true })
    }
  },
}

import { join } from 'node:path'
import { entriesOf } from '../build/entries.ts'
import { MADE_FROM, type MadeFrom, madeFrom } from '../build/made-from.ts'
import { textOf } from '../files.ts'
import { looked, type Rule } from './rule.ts'

/** dist/ says of itself that it was built from the sources as they are, and is as it was built; `rebuilt` proves it. */
export const dist: Rule = {
  name: 'dist',
  look(root) {
    const path = `dist/${MADE_FROM}`
    const text = textOf(root, path)
    if (text === undefined) return looked('dist', [`${path} is missing: run npm run build`])
    const said = JSON.parse(text) as MadeFrom
    const is = madeFrom(root, join(root, 'dist'))
    return looked(`${entriesOf(root).length} bundles`, [
      ...(said.sources === is.sources
        ? []
        : ['dist was built from other sources: run npm run build']),
      ...(said.bundles === is.bundles ? [] : ['dist is not as it was built: run npm run build']),
    ])
  },
}

import { stalePages } from '../docs/pages.ts'
import { looked, type Rule } from './rule.ts'

/** Tables, workflow reference and JSON Schema are what their sources give. */
export const docs: Rule = {
  name: 'docs',
  async look(root) {
    const { count, stale, problems } = await stalePages(root)
    if (count === 0)
      return looked('docs', ['nothing is generated: no action.yml, workflow or schema'])
    return looked(`${count} pages`, [
      ...problems,
      ...stale.map(({ path }) => `${path} is stale: run npm run docs`),
    ])
  },
}

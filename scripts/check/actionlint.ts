import { filesIn, textOf } from '../files.ts'
import { actionlintFindings } from './actionlint-copy.ts'
import { looked, type Rule } from './rule.ts'
import { toolPath } from './tool.ts'

const OWN = '.github/workflows/*.{yml,yaml}'
const EXAMPLES = 'examples/*/.github/workflows/*.{yml,yaml}'

/** actionlint finds nothing, and compares inputs, secrets and outputs over every call, from the examples too. */
export const actionlint: Rule = {
  name: 'actionlint',
  async look(root) {
    const workflows = filesIn(root, OWN, EXAMPLES)
    if (workflows.length === 0) return looked('workflows', ['.github/workflows/: no workflow'])
    const tool = toolPath('actionlint')
    if (tool === undefined) return { kind: 'not run', reason: 'actionlint is missing: install Go' }
    const texts = workflows.map((path) => ({ path, text: textOf(root, path) ?? '', firstLine: 1 }))
    const found = await actionlintFindings(tool, root, texts)
    return looked(`${workflows.length} workflows`, found)
  },
}

import { type Chain, chainsFrom } from '../workflows/calls.ts'
import { exampleWorkflows, isCalled, ownWorkflows, type Workflow } from '../workflows/model.ts'
import { looked, type Rule } from './rule.ts'

/** The least that any GitHub accepts (DESIGN §10 G3); the caller's own file is the first level. */
const MOST_LEVELS = 4
const MOST_WORKFLOWS = 20

/** No call tree, of a thin file or of whoever calls a workflow of the suite, is deeper or wider than every GitHub accepts. */
export const calls: Rule = {
  name: 'calls',
  look(root) {
    const suite = ownWorkflows(root)
    const examples = exampleWorkflows(root)
    const tops = [...examples, ...suite.filter(isCalled)]
    if (tops.length === 0) return looked('call trees', ['.github/workflows: nothing is called'])
    const all = [...suite, ...examples]
    return looked(
      `${tops.length} call trees`,
      tops.flatMap((top) => treeFindings(top, all)),
    )
  },
}

function treeFindings(top: Workflow, all: readonly Workflow[]): string[] {
  const chains = chainsFrom(top, all)
  // Somebody calls a called file: a level above it, and itself among the files that are called.
  const caller = isCalled(top) ? 1 : 0
  const [deepest = [top]] = chains.toSorted((a, b) => b.length - a.length)
  const levels = deepest.length + caller
  const files = new Set(chains.flatMap((chain) => chain.slice(1 - caller)).map(({ path }) => path))
  return [
    ...(levels > MOST_LEVELS
      ? [`${top.path}: ${levels} levels of workflows, at most ${MOST_LEVELS}: ${way(deepest)}`]
      : []),
    ...(files.size > MOST_WORKFLOWS
      ? [`${top.path}: ${files.size} workflows in its call tree, at most ${MOST_WORKFLOWS}`]
      : []),
  ]
}

const way = (chain: Chain | readonly Workflow[]) => chain.map(({ file }) => file).join(' > ')

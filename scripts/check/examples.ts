import { loadConfig } from '../../src/domain/config/load.ts'
import { Config } from '../../src/domain/config/schema.ts'
import { actionlintFindings, type Lintable } from './actionlint-copy.ts'
import { type Block, blockData, yamlBlocks } from './page-blocks.ts'
import { looked, type Rule } from './rule.ts'
import { toolPath } from './tool.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * What a page shows can be copied: each YAML block is a workflow, jobs or steps that actionlint accepts together with the
 * actions and workflows it calls, or a configuration (or some of its sections) that loads.
 */
export const examples: Rule = {
  name: 'examples',
  async look(root) {
    const blocks = yamlBlocks(root)
    if (blocks.length === 0) return looked('pages', ['no page shows an example'])
    const tool = toolPath('actionlint')
    if (tool === undefined) return { kind: 'not run', reason: 'actionlint is missing: install Go' }
    const sorted = blocks.map(sortOf)
    const workflows = sorted.flatMap((one) => ('workflow' in one ? [one.workflow] : []))
    return looked(`${blocks.length} examples`, [
      ...sorted.flatMap((one) => ('findings' in one ? one.findings : [])),
      ...(workflows.length === 0 ? [] : await actionlintFindings(tool, root, workflows)),
    ])
  },
}

type Sorted = { readonly workflow: Lintable } | { readonly findings: readonly string[] }

function sortOf(block: Block): Sorted {
  const read = blockData(block)
  if ('finding' in read) return { findings: [read.finding] }
  const { data } = read
  if (Array.isArray(data)) return { workflow: stepsAsWorkflow(block) }
  const keys = isData(data) ? Object.keys(data) : []
  if (keys.includes('jobs'))
    return { workflow: keys.includes('on') ? asItStands(block) : jobsAsWorkflow(block) }
  if (keys.length > 0 && keys.every((key) => key in Config.shape))
    return { findings: configFindings(block, data as Data) }
  const what = 'neither a workflow, jobs, steps nor sections of .github/release-actions.yml'
  return { findings: [`${block.path}:${block.line}: ${what}`] }
}

const asItStands = ({ path, line, text }: Block): Lintable => ({ path, text, firstLine: line })

/** The inputs that the jobs refer to are those of a dispatch. */
function jobsAsWorkflow({ path, line, text }: Block): Lintable {
  const names = [...text.matchAll(/\binputs(?:\.([\w-]+)|\['([^']+)'\])/g)].map(
    ([, a, b]) => a ?? b,
  )
  const inputs = [...new Set(names)].map((name) => `${JSON.stringify(name)}: { type: string }`)
  const head = `on: { workflow_dispatch: { inputs: { ${inputs.join(', ')} } } }\n`
  return { path, text: head + text, firstLine: line - 1 }
}

function stepsAsWorkflow(block: Block): Lintable {
  const head = 'jobs:\n  example:\n    runs-on: ubuntu-latest\n    steps:\n'
  const steps = block.text.replaceAll(/^(?=.)/gm, '      ')
  return jobsAsWorkflow({ ...block, line: block.line - 4, text: head + steps })
}

/** A whole configuration loads with each of its products and profiles; sections load beside the least that is required. */
function configFindings({ path, line, text }: Block, data: Data): string[] {
  const missing = [
    ...('product' in data || 'products' in data ? [] : ['product: example\n']),
    ...('objectives' in data ? [] : ['objectives: none\n']),
  ]
  const profiles = isData(data.profiles) && 'product' in data ? Object.keys(data.profiles) : []
  const products = isData(data.products) ? Object.keys(data.products) : [undefined]
  const loads = products.flatMap((product) =>
    ['', ...profiles].map((profile) => () => {
      loadConfig(text + missing.join(''), profile, { product })
    }),
  )
  return loads.flatMap((load) => {
    try {
      load()
      return []
    } catch (error) {
      return [`${path}:${line}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

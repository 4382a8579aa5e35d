import { parse } from 'yaml'
import { runCommand } from '../command.ts'
import { filesIn, textOf } from '../files.ts'
import { linesOf, looked, type Rule } from './rule.ts'
import { toolPath } from './tool.ts'

const CONFIG = '.github/zizmor.yml'
const ALWAYS = [
  '--offline',
  '--persona=auditor',
  '--no-ignores',
  '--strict-collection',
  '--collect=all',
  '--no-progress',
  '--color=never',
  '--quiet',
  '--format=json',
]

/** What is read of zizmor's JSON. */
interface Finding {
  readonly ident: string
  readonly desc: string
  readonly locations: readonly {
    readonly symbolic: { readonly key: { readonly Local?: { readonly verbatim_path?: string } } }
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } }
  }[]
}

/** zizmor in its strictest persona finds nothing, and nothing is ignored anywhere. */
export const zizmor: Rule = {
  name: 'zizmor',
  async look(root) {
    const files = filesIn(
      root,
      '.github/workflows/*.{yml,yaml}',
      '.github/dependabot.yml',
      'action.yml',
      'actions/*/action.yml',
      'examples/*/.github/workflows/*.{yml,yaml}',
    )
    if (files.length === 0) return looked('files', ['no workflow and no action'])
    const tool = toolPath('zizmor')
    if (tool === undefined)
      return { kind: 'not run', reason: 'zizmor is missing: install Python 3 with pip' }
    const config = textOf(root, CONFIG)
    const flags = config === undefined ? [] : ['--config', CONFIG]
    const { code, stdout, stderr } = await runCommand(tool, [...ALWAYS, ...flags, ...files], {
      cwd: root,
    })
    return looked(`${files.length} files`, [
      ...configFindings(config),
      ...files
        .filter((path) => /zizmor:\s*ignore/.test(textOf(root, path) ?? ''))
        .map((path) => `${path}: ignores a finding of zizmor`),
      ...(code === 0 ? [] : findingsOf(stdout, stderr)),
    ])
  },
}

/** The policy may say how things are pinned; it may not ignore or switch off an audit. */
function configFindings(text: string | undefined): string[] {
  if (text === undefined) return [`${CONFIG} is missing: which actions may be pinned by a tag?`]
  const { rules = {} } = (parse(text) ?? {}) as { rules?: Record<string, object> }
  return Object.entries(rules)
    .filter(([, rule]) => Object.keys(rule).some((key) => key !== 'config'))
    .map(([name]) => `${CONFIG}: ${name} is ignored or switched off`)
}

function findingsOf(stdout: string, stderr: string): string[] {
  if (!stdout.startsWith('[')) return linesOf(stderr.split('Stack backtrace')[0] ?? '')
  return (JSON.parse(stdout) as Finding[]).map(({ ident, desc, locations }) => {
    const [first] = locations
    const path = first?.symbolic.key.Local?.verbatim_path ?? 'somewhere'
    return `${path}:${(first?.concrete.location.start_point.row ?? 0) + 1}: ${desc} (${ident})`
  })
}

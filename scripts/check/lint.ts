import { relative } from 'node:path'
import { runCommand } from '../command.ts'
import { linesOf, looked, type Rule } from './rule.ts'
import { npmTool } from './tool.ts'

const ARGS = [
  'ci',
  '--error-on-warnings',
  '--diagnostic-level=warn',
  '--reporter=github',
  '--max-diagnostics=none',
  '--colors=off',
  '.',
]
const ANNOTATION =
  /^::\w+ title=(?<rule>[^,]*),file=(?<file>[^,]*),line=(?<line>\d+).*?::(?<text>.*)$/

/** Biome finds nothing to say, warnings included, and would format nothing. */
export const lint: Rule = {
  name: 'lint',
  async look(root) {
    const args = [npmTool('@biomejs/biome/bin/biome'), ...ARGS]
    const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: root })
    const found = linesOf(stdout).flatMap((line) => readable(root, line))
    return looked('biome ci', code === 0 || found.length > 0 ? found : linesOf(stderr))
  },
}

function readable(root: string, line: string): string[] {
  const found = ANNOTATION.exec(line)?.groups
  if (found === undefined) return []
  const { file = '', rule, text } = found
  return [`${file.startsWith('/') ? relative(root, file) : file}:${found.line}: ${text} (${rule})`]
}

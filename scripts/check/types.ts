import { runCommand } from '../command.ts'
import { linesOf, looked, type Rule } from './rule.ts'
import { npmTool } from './tool.ts'

/** TypeScript finds nothing, with the strict settings of tsconfig.json. */
export const types: Rule = {
  name: 'types',
  async look(root) {
    const args = [npmTool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false']
    const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: root })
    return looked('tsc --noEmit', code === 0 ? [] : linesOf(stdout + stderr))
  },
}

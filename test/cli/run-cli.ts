import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = process.env.RELEASE_ACTIONS_DIST === '1' ? 'dist/cli/index.js' : 'src/cli/main.ts'

/** Run the command line as a person does. */
export function cli(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, MAIN), ...args], {
    encoding: 'utf8',
  })
  return { exit: status, out: stdout, err: stderr, lines: stdout.trimEnd().split('\n') }
}

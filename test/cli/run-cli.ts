import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** The command line as it is tested: the source, or the bundle. */
export const MAIN = join(
  ROOT,
  process.env.RELEASE_ACTIONS_DIST === '1' ? 'dist/cli/index.js' : 'src/cli/main.ts',
)
const SHIM = `--import=${join(import.meta.dirname, 'node-20-shim.mjs')}`

/** Run the command line as a person does whose Node is old. */
export function cli(...args: readonly string[]) {
  return cliOn('20.16.0', args)
}

/** The same, with a text at stdin. */
export function cliReading(input: string, ...args: readonly string[]) {
  return cliOn('20.16.0', args, input)
}

/** Run it on a Node that has no more than Node 20 and says that it is this version. */
export function cliOn(version: string, args: readonly string[], input = '') {
  const env = { ...process.env, NODE_OPTIONS: SHIM, NODE_AS: version }
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env,
    input,
  })
  return { exit: status, out: stdout, err: stderr, lines: stdout.trimEnd().split('\n') }
}

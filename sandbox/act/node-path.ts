import { existsSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes a `node` to `folder` that stands for the one of `tools`. act asks `node` for its own path at the start of each
 * job: the answer is known, and a shell gives it without the start of a Node.
 */
export function writeNode(folder: string, tools: string): void {
  const file = join(tools, 'node')
  if (!existsSync(file)) return
  const own = `'${realpathSync(file).replaceAll("'", "'\\''")}'`
  const question = "'--no-warnings -e console.log(process.execPath)'"
  const answer = `[ "$*" = ${question} ] && exec echo ${own}`
  writeFileSync(join(folder, 'node'), `#!/bin/sh\n${answer}\nexec ${own} "$@"\n`, { mode: 0o755 })
}

/** Where the tools of the house rules are: those that the set-up found, else those it installed here earlier. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const home = resolve(import.meta.dirname, '../..')

/** The path of an npm package's script in this project. */
export const npmTool = (path: string): string => join(home, 'node_modules', path)

/** The path of a tool under .tools, or undefined where it could not be installed. */
export function toolPath(name: string): string | undefined {
  const found = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as Record<string, string>
  const installed = join(home, '.tools', name, 'bin', name)
  return found[name] ?? (existsSync(installed) ? installed : undefined)
}

import { type Dirent, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { looked, type Rule } from './rule.ts'

/** Folders that no clone has. */
const NOT_CLONED = new Set(['.git', 'node_modules', '.tools', '.sandbox', 'lib'])

/** Every symlink leads to something that a clone has: one that dangles breaks `uses: $/` for everybody (DESIGN §10 G12). */
export const links: Rule = {
  name: 'links',
  look(root) {
    const home = realpathSync(root)
    const found = symlinksIn(home)
    return looked(
      `${found.length} symlinks`,
      found.flatMap((path) => {
        const fault = faultOf(home, path)
        return fault === undefined ? [] : [`${path} -> ${readlinkSync(join(home, path))}: ${fault}`]
      }),
    )
  },
}

/** Paths below the root, sorted; what is linked is not walked into. */
function symlinksIn(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_CLONED.has(name))
    .flatMap((entry: Dirent) => {
      const path = join(folder, entry.name)
      if (entry.isSymbolicLink()) return [path]
      return entry.isDirectory() ? symlinksIn(root, path) : []
    })
    .sort()
}

function faultOf(root: string, path: string): string | undefined {
  if (readlinkSync(join(root, path)).startsWith('/'))
    return 'absolute: it dangles on other machines'
  const target = targetOf(join(root, path))
  if (target === undefined) return 'leads nowhere'
  const parts = relative(root, target).split('/')
  if (parts[0] === '..') return 'leads out of the repository'
  return parts.some((part) => NOT_CLONED.has(part)) ? 'leads to what no clone has' : undefined
}

/** Where a link ends in the end; undefined for nothing and for a circle. */
function targetOf(link: string): string | undefined {
  try {
    return realpathSync(link)
  } catch {
    return undefined
  }
}

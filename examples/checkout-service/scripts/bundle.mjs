import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/**
 * The service in one file and its assets, as `Map` from file name to bytes. `cache` (a directory
 * or undefined) keeps the result under a digest of everything that goes into it.
 */
export async function bundleService(root, cache) {
  if (!cache) return compile(root)
  const kept = join(cache, `bundle-${digestOfSources(root)}`)
  if (!existsSync(kept)) keep(await compile(root), kept)
  const names = readdirSync(kept).sort()
  return new Map(names.map((name) => [name, readFileSync(join(kept, name))]))
}

async function compile(root) {
  // Loaded only when there is something to compile: it takes longer than the rest of the build.
  const { default: ncc } = await import('@vercel/ncc')
  const input = join(root, 'service', 'server.mjs')
  const { code, assets } = await ncc(input, { cache: false, quiet: true })
  const files = new Map([['server.mjs', Buffer.from(code)]])
  for (const name of Object.keys(assets).sort()) files.set(name, Buffer.from(assets[name].source))
  return files
}

/** Written aside and moved, so that two builds at a time never read half a bundle. */
function keep(files, directory) {
  const aside = `${directory}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(aside, name), bytes)
  try {
    renameSync(aside, directory)
  } catch (error) {
    if (!existsSync(directory)) throw error
  }
}

function digestOfSources(root) {
  const service = join(root, 'service')
  const sources = readdirSync(service).filter((name) => name.endsWith('.mjs'))
  const files = sources.sort().map((name) => join(service, name))
  // npm's own list of what is installed: another version of a dependency is another bundle.
  const installed = join(root, 'node_modules', '.package-lock.json')
  const hash = createHash('sha256').update(process.version)
  for (const file of [...files, installed])
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
}

import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * The service in one file and its assets, as `Map` from file name to bytes. `cache` (a directory
 * or undefined) keeps the result under a digest of everything that goes into it.
 */
export async function bundleService(root, cache) {
  const modules = nodeModules(root)
  const sources = sourcesIn(join(root, 'service'))
  const digest = digestOf(sources, modules)
  if (!cache) return compile(sources, modules, digest)
  const kept = join(cache, `bundle-${digest}`)
  if (!existsSync(kept)) keep(await compile(sources, modules, digest), kept)
  const names = readdirSync(kept).sort()
  return new Map(names.map((name) => [name, readFileSync(join(kept, name))]))
}

/** The folder where npm has put the dependencies, wherever a link to it may lie. */
function nodeModules(root) {
  const file = createRequire(join(root, 'package.json')).resolve('fastify')
  const folder = join('/', 'node_modules', '/')
  return file.slice(0, file.lastIndexOf(folder) + folder.length - 1)
}

function sourcesIn(service) {
  const names = readdirSync(service).filter((name) => name.endsWith('.mjs'))
  return names.sort().map((name) => join(service, name))
}

function digestOf(sources, modules) {
  // npm's own list of what is installed: another version of a dependency is another bundle.
  const files = [...sources, join(modules, '.package-lock.json')]
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(`\n${basename(file)}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 32)
}

/**
 * The bundler numbers modules by their path from the working directory. So it runs beside
 * `node_modules`, on copies inside: the same sources give the same bytes wherever the checkout is.
 */
async function compile(sources, modules, digest) {
  const copies = join(modules, '.cache', `checkout-service-${digest}`)
  mkdirSync(copies, { recursive: true })
  for (const file of sources) copyFileSync(file, join(copies, basename(file)))
  process.chdir(dirname(modules))
  // Loaded only when there is something to compile: it takes longer than the rest of the build.
  const { default: ncc } = await import('@vercel/ncc')
  const { code, assets } = await ncc(join(copies, 'server.mjs'), { cache: false, quiet: true })
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
    rmSync(aside, { recursive: true })
  }
}

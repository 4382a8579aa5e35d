// node scripts/build.mjs VERSION OUT [--cache DIRECTORY]
// Builds what a release consists of: checkout-service-VERSION.tgz, the wheel of the Python client and
// SHA256SUMS. The same commit gives the same bytes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleService } from './bundle.mjs'
import { packTarball } from './pack.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function commit() {
  try {
    const git = ['-C', root, 'rev-parse', '--verify', 'HEAD']
    return execFileSync('git', git, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'unknown'
  }
}

function releaseOf(version) {
  const release = JSON.parse(readFileSync(join(root, 'service', 'release.json'), 'utf8'))
  if (release.version === version) return { version, commit: commit(), fault: release.fault }
  throw new Error(`service/release.json says ${release.version}, not ${version}`)
}

async function tarball(version, cache) {
  const name = 'checkout-service'
  const release = releaseOf(version)
  const about = { name, version, license: 'Apache-2.0', engines: { node: '>=20.11' } }
  const files = await bundleService(root, cache)
  files.set('package.json', json(about))
  files.set('release.json', json(release))
  return packTarball(`${name}-${version}`, files)
}

function wheel(version, out) {
  const script = join(root, 'client', 'build_wheel.py')
  return execFileSync('python3', [script, version, out], { encoding: 'utf8' }).trim()
}

const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

async function main() {
  const options = { cache: { type: 'string' } }
  const { positionals, values } = parseArgs({ options, allowPositionals: true })
  const [version, directory] = positionals
  if (!version || !directory) throw new Error('usage: build.mjs VERSION OUT [--cache DIRECTORY]')
  const out = resolve(directory)
  mkdirSync(out, { recursive: true })
  const service = `checkout-service-${version}.tgz`
  writeFileSync(join(out, service), await tarball(version, values.cache && resolve(values.cache)))
  const names = [service, wheel(version, out)].sort()
  const lines = names.map((name) => `${sha256(join(out, name))}  ${name}\n`)
  writeFileSync(join(out, 'SHA256SUMS'), lines.join(''))
  process.stdout.write(lines.join(''))
}

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

try {
  await main()
} catch (error) {
  console.error(`build: ${error.message}`)
  process.exitCode = 1
}

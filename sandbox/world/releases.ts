import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Consumer } from './consumer.ts'
import { run } from './run.ts'

/** A file of a release. */
export interface ReleaseFile {
  readonly name: string
  readonly path: string
  /** Lower-case hex. */
  readonly sha256: string
  readonly size: number
}

/** What the consumer's own build made of one tag. */
export interface BuiltRelease {
  readonly version: string
  readonly commit: string
  readonly directory: string
  readonly tarball: ReleaseFile
  readonly wheel: ReleaseFile
  /** Path of `SHA256SUMS`. */
  readonly sums: string
}

export interface Releases {
  /** Builds the version from its tag; later calls get the same release. */
  build(version: string): Promise<BuiltRelease>
}

export interface ReleasesOptions {
  readonly consumer: Consumer
  /** Where sources and files go, one folder a version. */
  readonly directory: string
  /** Keeps the compiled service between runs; whatever goes into it is part of its name. */
  readonly cache: string
  readonly node?: string
}

const NODE_MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * Builds releases as the consumer would: a fresh clone at the tag, then its `scripts/build.mjs`. The
 * suite's installed packages stand in for `npm ci`. The first build compiles the service; all others
 * wait for it and pack the same bundle with their own release data.
 */
export function openReleases(options: ReleasesOptions): Releases {
  const builds = new Map<string, Promise<BuiltRelease>>()
  let compiled: Promise<unknown> | undefined
  const start = (version: string) => {
    const build = compiled?.then(() => buildRelease(version, options))
    const first = build ?? buildRelease(version, options)
    compiled ??= first.catch(() => undefined)
    return first
  }
  return {
    build(version) {
      const known = builds.get(version) ?? start(version)
      builds.set(version, known)
      return known
    },
  }
}

async function buildRelease(version: string, options: ReleasesOptions): Promise<BuiltRelease> {
  const { consumer, cache } = options
  const commit = consumer.commits[version]
  if (!commit) throw new Error(`the consumer has no tag v${version}`)
  const directory = join(options.directory, version)
  const source = join(options.directory, `source-${version}`)
  mkdirSync(directory, { recursive: true })
  mkdirSync(cache, { recursive: true })
  await checkOut(consumer, `v${version}`, source)
  const script = join(source, 'scripts', 'build.mjs')
  const node = options.node ?? process.execPath
  const env = { ...process.env, NODE_OPTIONS: '' }
  await run(node, ['--no-deprecation', script, version, directory, '--cache', cache], { env })
  return { version, commit, ...describe(directory) }
}

async function checkOut(consumer: Consumer, tag: string, target: string): Promise<void> {
  if (existsSync(target)) return
  const quiet = ['-c', 'advice.detachedHead=false', 'clone', '--quiet', '--shared']
  await run('git', [...quiet, '--branch', tag, consumer.checkout, target])
  symlinkSync(NODE_MODULES, join(target, 'node_modules'))
}

function describe(directory: string): Omit<BuiltRelease, 'version' | 'commit'> {
  const sums = join(directory, 'SHA256SUMS')
  const files = readFileSync(sums, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => fileOf(directory, line))
  const ending = (end: string) => {
    const file = files.find(({ name }) => name.endsWith(end))
    if (!file) throw new Error(`SHA256SUMS names no ${end}`)
    return file
  }
  return { directory, sums, tarball: ending('.tgz'), wheel: ending('.whl') }
}

function fileOf(directory: string, line: string): ReleaseFile {
  const [sha256 = '', name = ''] = line.split('  ')
  const path = join(directory, name)
  return { name, path, sha256, size: statSync(path).size }
}

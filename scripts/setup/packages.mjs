/** The npm packages of the project, and Node 24 as an npm package. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { isAbsolute, join, sep } from 'node:path'
import { SetupError } from './report.mjs'
import { isExecutable, run, which } from './run.mjs'
import { hashOf, isStamped, stampOf, writeStamp } from './stamp.mjs'

const NODE = { major: 24, minor: 15, pinned: '24.21.0' }
const CI = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']

/** `npm ci` when the lock changed since the last time. */
export function packages({ root, tools }) {
  const key = hashOf([join(root, 'package-lock.json')])
  const installed = join(root, 'node_modules', '.package-lock.json')
  return {
    name: 'npm packages',
    isDone: () => existsSync(installed) && isStamped(tools, 'packages', key),
    async work() {
      await npm(root, CI)
      writeStamp(tools, 'packages', key)
    },
  }
}

/**
 * The runtime that `using: node24` means, whatever runs this script: .tools/node24/bin/node. What is there stays while it
 * is one of the two that it may be: others may be running it, and may have been started by another Node than this.
 */
export function node24({ root, tools }) {
  const folder = join(tools, 'node24')
  const own = isOwnNodeGood(folder)
  const pinned = () => hashOf([join(root, 'vendor/node24/package-lock.json')])
  const isCurrent = (stamp) =>
    isAbsolute(stamp) ? own || stamp !== process.execPath : stamp === pinned()
  return {
    name: own ? 'Node of this machine' : `Node ${NODE.pinned}`,
    isDone: () => isExecutable(join(folder, 'bin/node')) && isCurrent(stampOf(tools, 'node24')),
    async work() {
      const made = `${folder}-new`
      rmSync(made, { recursive: true, force: true })
      mkdirSync(join(made, 'bin'), { recursive: true })
      const binary = own ? process.execPath : await pinnedNode(root, made)
      symlinkSync(binary, join(made, 'bin/node'))
      replace(folder, made)
      writeStamp(tools, 'node24', own ? process.execPath : pinned())
    },
  }
}

/** What runs from the folder goes on, and whoever starts something from it finds the old or the new one. */
function replace(folder, made) {
  const old = `${folder}-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(made, folder)
  rmSync(old, { recursive: true, force: true })
}

/** npm's cache with what actions/sentry-release installs: its test runs `npm ci` in a job that has no network. */
export function sentryCli({ root, tools }) {
  const source = join(root, 'actions/sentry-release')
  const folder = join(tools, 'sentry-cli')
  const cache = join(tools, 'npm-cache')
  const files = ['package.json', 'package-lock.json']
  const key = hashOf([join(source, 'package-lock.json')])
  return {
    name: 'npm packages of sentry-release',
    isDone: () => existsSync(cache) && isStamped(tools, 'sentry-cli', key),
    async work() {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const file of files) cpSync(join(source, file), join(folder, file))
      await npm(folder, [...CI, '--cache', cache])
      rmSync(folder, { recursive: true, force: true })
      writeStamp(tools, 'sentry-cli', key)
    },
  }
}

/** The real Mermaid, for the long test that draws every picture where there is a browser to draw in. */
export function mermaidCheck(place) {
  const source = join(place.root, 'vendor/mermaid-check')
  const step = copied(place, { name: 'mermaid-check', source, own: ['render.mjs'] })
  return { ...step, isDone: () => which('chromium') === undefined || step.isDone() }
}

/** The Node that comes after `using: node24`, for the long test that runs the actions on it. */
export const node26 = (place) =>
  copied(place, { name: 'node26', source: join(place.root, 'vendor/node26'), own: [] })

/** What bench/actions compares with. The plugin of semantic-release is used without semantic-release itself. */
export const benchActions = (place) =>
  copied(place, {
    name: 'bench-actions',
    source: join(place.root, 'bench/actions'),
    own: ['peers/job.mjs', 'peers/script.mjs', 'peers/semantic-release.mjs'],
    flags: ['--legacy-peer-deps'],
  })

/** Programs of ours with the packages of a lockfile beside them, in a folder that is not part of the repository. */
function copied({ tools }, { name, source, own, flags = [] }) {
  const folder = join(tools, name)
  const files = ['package.json', 'package-lock.json', ...own]
  const key = hashOf(files.map((file) => join(source, file)))
  return {
    name: `npm packages of ${name}`,
    isDone: () => isStamped(tools, name, key),
    async work() {
      rmSync(folder, { recursive: true, force: true })
      for (const file of files) cpSync(join(source, file), join(folder, file))
      await npm(folder, [...CI, ...flags])
      writeStamp(tools, name, key)
    },
  }
}

/** The Node that runs this is the machine's, and new enough; the one in `folder` is ours, however it got onto the PATH. */
function isOwnNodeGood(folder) {
  if (process.execPath.startsWith(realFolder(folder))) return false
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major === NODE.major) return minor >= NODE.minor
  return major > NODE.major && !hasPinnedNode()
}

const realFolder = (folder) => (existsSync(folder) ? realpathSync(folder) : folder) + sep

const hasPinnedNode = () =>
  process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64')

async function pinnedNode(root, folder) {
  if (!hasPinnedNode())
    throw new SetupError(
      `install Node ${NODE.major}.${NODE.minor} or newer and run this again with it`,
    )
  cpSync(join(root, 'vendor/node24'), folder, { recursive: true })
  await npm(folder, CI)
  const binary = `../node_modules/node-linux-${process.arch}/bin/node`
  if (isExecutable(join(folder, 'bin', binary))) return binary
  throw new SetupError(
    `npm did not install node-linux-${process.arch}; is \`omit=optional\` set for npm?`,
  )
}

async function npm(cwd, args) {
  if (which('npm') === undefined) throw new SetupError('npm is missing: install Node.js with npm')
  // Optional packages are what Node 24, biome and TypeScript come in: no setting may leave them out.
  await run('npm', [...args, '--include=dev', '--include=optional'], {
    cwd,
    env: { ...process.env, NODE_ENV: '' },
    remedy:
      '`npm ci` failed: see above; check the network and the npm registry, then run this again',
  })
}

import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { run } from './run.ts'
import { type ServiceVersion, VERSIONS } from './versions.ts'

/** Real port for each fixed port of the example, for example `{ 18080: 43117 }`. */
export type PortMap = Readonly<Record<number, number>>

/** The consumer's repository, made from the example. */
export interface Consumer {
  /** Working copy on branch `main`, at the last version. */
  readonly checkout: string
  /** Bare repository with the same branch and tags. */
  readonly bare: string
  /** Commit of `main`. */
  readonly sha: string
  /** Commit of each version's tag, such as `vX.Y.Z`. */
  readonly commits: Readonly<Record<string, string>>
}

export interface ConsumerOptions {
  /** Versions in order, a commit and a tag each; by default those of the demonstration. */
  readonly versions?: readonly ServiceVersion[]
  /** What the tags begin with; `v` unless given. */
  readonly tagPrefix?: string
  /** File into which each version is written; that of the demonstration's service unless given. */
  readonly versionFile?: string
  /** Last change to a text file (path with `/`, text after the ports are replaced). */
  readonly edit?: (path: string, text: string) => string
}

/**
 * Copies the example, replaces its fixed ports by real ones, and makes a repository with a commit and
 * a tag for each version: author, dates and messages are fixed, so equal content gives equal commits.
 * Throws when a file names a port 18xxx that `ports` does not have.
 */
export async function instantiateConsumer(
  exampleDir: string,
  targetDir: string,
  ports: PortMap,
  options: ConsumerOptions = {},
): Promise<Consumer> {
  cpSync(exampleDir, targetDir, {
    recursive: true,
    filter: (source) => !['node_modules', '__pycache__', '.git'].includes(basename(source)),
  })
  rewrite(targetDir, ports, options.edit ?? ((_path, text) => text))
  const git = gitIn(targetDir)
  await git(['init', '--quiet', '--initial-branch=main', '--template='])
  const commits = await commitVersions(targetDir, options)
  const bare = `${targetDir}.git`
  await git(['clone', '--quiet', '--bare', '--template=', targetDir, bare])
  await git(['-C', bare, 'remote', 'remove', 'origin'])
  return { checkout: targetDir, bare, commits, sha: await git(['rev-parse', 'HEAD']) }
}

const PORT = /127\.0\.0\.1:(18\d{3})\b/g

function rewrite(root: string, ports: PortMap, edit: (path: string, text: string) => string): void {
  for (const path of filesBelow(root)) {
    const before = readFileSync(join(root, path), 'utf8')
    const after = edit(path, withPorts(path, before, ports))
    if (after !== before) writeFileSync(join(root, path), after)
  }
}

function withPorts(path: string, text: string, ports: PortMap): string {
  return text.replaceAll(PORT, (_all, fixed: string) => {
    const port = ports[Number(fixed)]
    if (port === undefined) throw new Error(`${path} names port ${fixed}, which the sandbox lacks`)
    return `127.0.0.1:${port}`
  })
}

function filesBelow(root: string): string[] {
  const all = readdirSync(root, { recursive: true, withFileTypes: true })
  return all
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .sort()
}

async function commitVersions(
  root: string,
  { versions = VERSIONS, tagPrefix = 'v', versionFile = 'service/release.json' }: ConsumerOptions,
): Promise<Record<string, string>> {
  const commits: Record<string, string> = {}
  for (const [index, release] of versions.entries()) {
    const git = gitIn(root, index)
    const text = `${JSON.stringify(release, null, 2)}\n`
    writeFileSync(join(root, versionFile), text)
    await git(['add', '--all'])
    await git(['commit', '--quiet', '--allow-empty', '-m', `Release ${release.version}`])
    await git(['tag', `${tagPrefix}${release.version}`])
    commits[release.version] = await git(['rev-parse', 'HEAD'])
  }
  return commits
}

/** git without the machine's configuration; `day` counts from the fixed date of the first commit. */
function gitIn(cwd: string, day = 0): (args: readonly string[]) => Promise<string> {
  const date = new Date(Date.UTC(2026, 0, 5 + day, 9)).toISOString()
  const person = { NAME: 'Checkout Team', EMAIL: 'checkout@example.com', DATE: date }
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' }
  env.GIT_CONFIG_NOSYSTEM = '1'
  for (const [name, value] of Object.entries(person)) {
    env[`GIT_AUTHOR_${name}`] = value
    env[`GIT_COMMITTER_${name}`] = value
  }
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete env[name]
  return (args) => run('git', args, { cwd, env })
}

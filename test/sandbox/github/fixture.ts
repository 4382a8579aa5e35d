import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import {
  type GitHub,
  type GitHubOptions,
  type Permissions,
  type RepositoryOptions,
  startGitHub,
} from '../../../sandbox/github/index.ts'

// Jest must have loaded the stand-in for undici before a CommonJS module requires it.
const undici: string = 'undici'
await import(undici)
const { getOctokit } = await import('@actions/github')

/** Owner and name as every call wants them. */
export const shop = { owner: 'acme', repo: 'shop' }

/** What a job that may do everything has. */
export const allRights: Permissions = {
  actions: 'write',
  contents: 'write',
  deployments: 'write',
  attestations: 'write',
  issues: 'write',
  statuses: 'write',
}

/** A running GitHub with the repository acme/shop: two commits on main, the tag v1.0.0 on the first. */
export interface Fixture {
  readonly github: GitHub
  readonly gitDir: string
  /** A client of a job with these permissions. */
  client(permissions?: Permissions): ReturnType<typeof getOctokit>
  /** A client with the token itself. */
  clientOf(token: string): ReturnType<typeof getOctokit>
  git(...args: string[]): Promise<string>
  /** Ends everything, and fails if anything went against GitHub's description. */
  close(): Promise<void>
}

export const start = '2026-03-04T05:06:07Z'

const files = {
  'README.md': '# shop\n',
  'deploy/run.sh': 'echo run\n',
  '.github/workflows/release.yml': `on:
  workflow_dispatch:
    inputs:
      version: { required: true, type: string }
      depth: { type: choice, options: [quick, full], default: quick }
      dry-run: { type: boolean }
`,
  '.github/workflows/nightly.yml': 'on: { schedule: [{ cron: "1 2 * * *" }] }\n',
}

export async function startFixture(
  repository: Partial<RepositoryOptions> = {},
  options: Partial<GitHubOptions> = {},
): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'github-'))
  const gitDir = await makeRepository(folder)
  const github = await startGitHub({
    repositories: [{ fullName: 'acme/shop', gitDir, ...repository }],
    clock: () => new Date(start),
    ...options,
  })
  const clientOf = (token: string) =>
    getOctokit(token, {
      baseUrl: github.url,
      request: { fetch: globalThis.fetch },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    })
  return {
    github,
    gitDir,
    clientOf,
    client: (permissions = allRights) => clientOf(github.issueToken({ permissions })),
    git: (...args) => git(gitDir, ...args),
    async close() {
      await github.close()
      await rm(folder, { recursive: true, force: true })
      if (github.violations.length > 0) throw new Error(github.violations.join('\n'))
    },
  }
}

async function makeRepository(folder: string) {
  const work = join(folder, 'work')
  await mkdir(work)
  await git(work, 'init', '--quiet', '--initial-branch=main')
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(work, path)), { recursive: true })
    await writeFile(join(work, path), text)
  }
  await git(work, 'add', '.')
  await git(work, 'commit', '--quiet', '-m', 'one')
  await git(work, 'tag', 'v1.0.0')
  await git(work, 'commit', '--quiet', '--allow-empty', '-m', 'two')
  const bare = join(folder, 'shop.git')
  await git(folder, 'clone', '--quiet', '--bare', work, bare)
  return bare
}

async function git(cwd: string, ...args: string[]) {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  const { stdout } = await promisify(execFile)('git', [...identity, ...args], { cwd, env })
  return stdout.trim()
}

/** The status of a call, whether it went well or was refused. */
export async function statusOf(call: Promise<{ status: number }>): Promise<number> {
  return (await call.catch((error: { status: number }) => error)).status
}

/** Status and message of a refused call. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'not refused'
  } catch (error) {
    const { status, response } = error as {
      status: number
      response?: { data: { message: string; errors?: { code: string }[] } }
    }
    const codes = (response?.data.errors ?? []).map(({ code }) => ` ${code}`).join('')
    return `${status} ${response?.data.message}${codes}`
  }
}

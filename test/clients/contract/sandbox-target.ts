import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type GitHub, type RepositoryOptions, startGitHub } from '../../../sandbox/github/index.ts'
import { placeOn } from './asker.ts'
import type { Setup, Target } from './target.ts'

const OWNER = 'ada'
const readme = { 'README.md': '# readme\n' }
const rights = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  statuses: 'write',
} as const

/** The sandbox's GitHub: one for each case, because what a repository is cannot change later. */
export function sandboxTarget(): Target & { violations(): string[] } {
  const running: GitHub[] = []
  const folders: string[] = []
  let template: string | undefined
  const folderOf = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'contract-'))
    folders.push(folder)
    return folder
  }
  /** Most cases begin with the same commit: it is copied. */
  const gitOf = async (folder: string, { files }: Setup) => {
    if (files !== undefined) return makeGit(folder, { ...readme, ...files })
    template ??= await makeGit(await folderOf(), readme)
    const copy = join(folder, 'bare.git')
    await cp(template, copy, { recursive: true })
    return copy
  }
  return {
    name: 'sandbox',
    async place(name, setup = {}) {
      const gitDir = await gitOf(await folderOf(), setup)
      const github = await startGitHub({
        repositories: [repositoryOptions(gitDir, name, setup)],
        tokens: {
          'owner-token': { login: OWNER, kind: 'user', permissions: rights },
          'reader-token': { login: 'mona', kind: 'user', permissions: { issues: 'write' } },
        },
      })
      running.push(github)
      const { url, graphqlUrl } = github
      const tokens = { owner: 'owner-token', reader: 'reader-token', nobody: undefined }
      return placeOn({ url, graphqlUrl, tokens }, OWNER, name)
    },
    violations: () => running.flatMap((github) => github.violations),
    async close() {
      await Promise.all(running.map((github) => github.close()))
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
}

function repositoryOptions(gitDir: string, name: string, setup: Setup): RepositoryOptions {
  const { hasIssues = true, immutableReleases = false, pullRequestsBy, environment } = setup
  return {
    fullName: `${OWNER}/${name}`,
    gitDir,
    hasIssues,
    immutableReleases,
    private: setup.private ?? false,
    collaborators: { [OWNER]: 'admin' },
    rules: pullRequestsBy
      ? [{ branch: 'main', type: 'pull_request', isProtection: pullRequestsBy === 'protection' }]
      : [],
    environments: environment
      ? [{ name: environment.name, reviewers: [environment.reviewer] }]
      : [],
  }
}

async function makeGit(folder: string, files: Readonly<Record<string, string>>) {
  const work = join(folder, 'work')
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(work, path)), { recursive: true })
    await writeFile(join(work, path), text)
  }
  const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  const git = (...args: string[]) => promisify(execFile)('git', [...person, '-C', work, ...args])
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '.')
  await git('commit', '--quiet', '-m', 'Initial commit')
  const bare = join(folder, 'bare.git')
  await git('clone', '--quiet', '--bare', work, bare)
  return bare
}

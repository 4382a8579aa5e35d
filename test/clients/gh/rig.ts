import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parse, validate } from 'graphql'
import { githubRules } from '../../../sandbox/github/graphql/answer.ts'
import { githubSchema } from '../../../sandbox/github/graphql/whole.ts'
import {
  type GitHub,
  type GitHubOptions,
  type RepositoryOptions,
  type RunStart,
  startGitHub,
} from '../../../sandbox/github/index.ts'

const example = resolve(import.meta.dirname, '../../../examples/checkout-service')

import { type GhClient, ghClient } from './client.ts'

/** The repository of the example, for assertions. */
export const REPOSITORY = 'acme/checkout-service'

/** A GitHub with the example's thin files, and the real `gh` that believes it is github.com. */
export interface GhRig extends GhClient {
  readonly github: GitHub
  /** Runs that were handed over, oldest first. Each passes its first job, fails its second, and is over. */
  readonly started: readonly RunStart[]
  /** A folder for files. */
  readonly folder: string
  /** What GitHub's whole schema has against the documents that `gh` sent: half a second of work and 100 MB. */
  graphqlProblems(): string[]
  close(): Promise<void>
}

/** Starts it; close it at the end. */
export async function startGhRig(
  options: Partial<GitHubOptions> = {},
  repository: Partial<RepositoryOptions> = {},
): Promise<GhRig> {
  const folder = mkdtempSync(join(tmpdir(), 'gh-'))
  const socketPath = join(folder, 'github.sock')
  const started: RunStart[] = []
  const github = await startGitHub({
    repositories: [
      {
        fullName: REPOSITORY,
        gitDir: await exampleRepository(folder),
        collaborators: { octocat: 'admin' },
        labels: ['bug'],
        ...repository,
      },
    ],
    tokens: { 'a-token': { login: 'octocat', kind: 'user', permissions: rights } },
    socketPath,
    runner: {
      start: (run) => {
        started.push(run)
        carryOut(github, run)
      },
      cancel: () => undefined,
    },
    ...options,
  })
  const client = ghClient({ folder, socketPath, token: 'a-token', repository: REPOSITORY })
  return {
    ...client,
    github,
    started,
    folder,
    graphqlProblems: () => graphqlProblems(github),
    async close() {
      await github.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const rights = {
  actions: 'write',
  checks: 'read',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  statuses: 'write',
  workflows: 'write',
} as const

/** What every run of the rig does. */
function carryOut(github: GitHub, { repository, runId }: RunStart) {
  const at = Date.now()
  const tell = (told: Parameters<GitHub['report']>[2]) => github.report(repository, runId, told)
  tell({ kind: 'started' })
  for (const [job, result] of [
    ['gate', 'success'],
    ['deploy', 'failure'],
  ] as const) {
    tell({ kind: 'job-started', job, name: `release / ${job}`, at })
    tell({ kind: 'step-started', job, step: 'one', name: 'Ask', at })
    tell({ kind: 'output', job, step: 'one', line: `${job} says hello`, at })
    tell({ kind: 'step-ended', job, step: 'one', outcome: result, at })
    tell({ kind: 'job-ended', job, result, at })
  }
  tell({ kind: 'annotated', job: 'deploy', level: 'error', message: 'p95 above its limit' })
  tell({ kind: 'completed', conclusion: 'failure', at })
}

async function exampleRepository(folder: string): Promise<string> {
  const work = join(folder, 'work')
  cpSync(join(example, '.github'), join(work, '.github'), { recursive: true })
  const git = (...args: string[]) =>
    promisify(execFile)('git', args, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.org',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
      },
    })
  await git('init', '--quiet', '--initial-branch=main', work)
  await git('-C', work, 'add', '.')
  await git('-C', work, 'commit', '--quiet', '-m', 'Checkout service')
  const bare = join(folder, 'example.git')
  await git('clone', '--quiet', '--bare', work, bare)
  return bare
}

/** Measured against the whole schema, not against the sandbox's part of it. */
function graphqlProblems({ documents }: GitHub): string[] {
  const schema = githubSchema()
  return [...documents].flatMap((document) =>
    validate(schema, parse(document), githubRules).map(({ message }) => message),
  )
}

import { join, resolve } from 'node:path'
import { type Permissions, type RunEvent, runWorkflow, type WorkflowRun } from '../act/index.ts'
import { type GitHub, type GitHubOptions, startGitHub } from '../github/index.ts'
import type { RepositoryOptions } from '../github/options.ts'
import { type ActRunner, type RunFrame, startActRunner } from '../github/runner/act-runner.ts'
import { type Results, startResults } from '../results/index.ts'
import type { Consumer } from '../world/consumer.ts'

/** The suite itself. */
export const SUITE = resolve(import.meta.dirname, '../..')

export interface ForgeOptions extends Pick<GitHubOptions, 'teams' | 'clock' | 'socketPath'> {
  /** `owner/name`. */
  readonly repository: string
  readonly consumer: Pick<Consumer, 'bare' | 'checkout' | 'sha'>
  /** Folder for everything the runs write. */
  readonly workdir: string
  /** Path of the act binary. */
  readonly act: string
  /** Secrets of the repository. */
  readonly secrets: Readonly<Record<string, string>>
  /** Beside `octocat`, who may do everything, and `reader`. */
  readonly collaborators?: RepositoryOptions['collaborators']
  /** Further variables of every process of a run. */
  readonly env?: Readonly<Record<string, string>>
  /** Folder of `node`, and of what else a runner has; that of this Node unless given. */
  readonly tools?: string
}

/** A run to start, as `gh workflow run` would. */
export interface Start {
  readonly workflow: string
  readonly inputs?: Readonly<Record<string, string | boolean>>
  readonly event?: 'workflow_dispatch' | 'schedule' | 'release'
  readonly payload?: Readonly<Record<string, unknown>>
  readonly actor?: string
  readonly runAttempt?: number
  readonly rerunFailedOf?: WorkflowRun
  readonly runId?: number
  /** Beside those of the repository, and over them. */
  readonly secrets?: Readonly<Record<string, string>>
  /** Variables of the repository. */
  readonly vars?: Readonly<Record<string, string>>
  readonly onEvent?: (event: RunEvent) => void
  readonly cancel?: AbortSignal
  /** False runs the files as they are called: see `RunOptions`. */
  readonly flatten?: boolean
}

/** GitHub with the repository of a consumer, and act, which carries out its runs. */
export interface Forge {
  readonly github: GitHub
  readonly results: Results
  run(start: Start): Promise<WorkflowRun>
  /** Carries out what clients start: dispatches, re-runs, pushes, published releases. */
  readonly runner: ActRunner
  /** A token of the person `octocat`, who may do everything. */
  readonly token: string
  close(): Promise<void>
}

const PERSON = 'sandbox-token-of-octocat'
const ALL = {
  contents: 'write',
  issues: 'write',
  actions: 'write',
  deployments: 'write',
  statuses: 'write',
} as const

/** Start GitHub on loopback, with what carries out its runs. */
export async function startForge(options: ForgeOptions): Promise<Forge> {
  const { repository, consumer, teams, clock, socketPath, collaborators } = options
  const results = await startResults()
  const github = await startGitHub({
    repositories: [
      {
        fullName: repository,
        gitDir: consumer.bare,
        collaborators: { octocat: 'admin', reader: 'read', ...collaborators },
      },
    ],
    tokens: { [PERSON]: { login: 'octocat', kind: 'user', permissions: ALL } },
    // The artifact client takes any other local name for an enterprise server, where it refuses to work.
    serverHost: 'github.localhost',
    artifacts: results,
    ...(teams && { teams }),
    ...(clock && { clock }),
    ...(socketPath && { socketPath }),
  }).catch(async (error: unknown) => {
    await results.close()
    throw error
  })
  const parts = { github, results }
  const runner = startActRunner(github, {
    frame: frameOf(options, parts),
    runtimeToken: results.runtimeToken,
    workdir: join(options.workdir, 'runs'),
  })
  return {
    ...parts,
    runner,
    token: PERSON,
    run: (start) => run(start, options, parts),
    async close() {
      await runner.close()
      await Promise.all([github.close(), results.close()])
    },
  }
}

type Parts = Pick<Forge, 'github' | 'results'>

/** What every run has, whoever starts it. */
function frameOf({ secrets, act, env, tools }: ForgeOptions, parts: Parts): RunFrame {
  const { github } = parts
  return {
    ...{ suite: SUITE, secrets, vars: {}, urls: addresses(parts), timeoutMs: 300_000 },
    issueToken: (permissions) => github.issueToken({ permissions: granted(permissions) }),
    tools: { act, node: tools ?? join(process.execPath, '..') },
    ...(env && { env }),
  }
}

let runs = 0

async function run(start: Start, options: ForgeOptions, parts: Parts): Promise<WorkflowRun> {
  const { github, results } = parts
  const { workflow, actor = 'octocat', runAttempt = 1, runId } = start
  const { repository, secrets } = options
  const { sha, checkout } = options.consumer
  const path = `.github/workflows/${workflow}`
  const noted = github.addRun(repository, {
    workflow: path,
    headSha: sha,
    actor,
    attempt: runAttempt,
    ...(runId !== undefined && { id: runId }),
  })
  runs += 1
  const {
    onEvent,
    cancel,
    payload,
    rerunFailedOf,
    flatten = true,
    inputs = {},
    event = 'workflow_dispatch',
  } = start
  const done = await runWorkflow({
    ...frameOf(options, parts),
    secrets: { ...secrets, ...start.secrets },
    vars: start.vars ?? {},
    ...{ consumer: checkout, repository },
    ...{ workflow, event, inputs, actor, runAttempt, sha, flatten },
    ref: 'refs/heads/main',
    runId: noted.id,
    environments: { production: {} },
    runtimeToken: results.runtimeToken(noted.id),
    workdir: join(options.workdir, `run-${runs}`),
    ...(payload && { payload }),
    ...(rerunFailedOf && { rerunFailedOf }),
    onEvent: (told) => {
      github.report(repository, noted.id, told)
      onEvent?.(told)
    },
    ...(cancel && { cancel }),
  })
  const conclusion = done.conclusion === 'refused' ? 'startup_failure' : done.conclusion
  github.report(repository, noted.id, { kind: 'completed', conclusion, at: Date.now() })
  return done
}

function addresses({ github, results }: Parts) {
  const { serverUrl: server, url: api, graphqlUrl: graphql } = github
  return { server, api, graphql, results: results.url }
}

/** What a job's token may do; `none` is left out. */
function granted(permissions: Permissions): Record<string, 'read' | 'write'> {
  const given = Object.entries(permissions).filter(([, access]) => access !== 'none')
  return Object.fromEntries(given) as Record<string, 'read' | 'write'>
}

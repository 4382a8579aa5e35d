import { join, resolve } from 'node:path'
import { type Permissions, type RunEvent, runWorkflow, type WorkflowRun } from '../act/index.ts'
import { type GitHub, startGitHub } from '../github/index.ts'
import { type ActRunner, type RunFrame, startActRunner } from '../github/runner/act-runner.ts'
import { type Results, startResults } from '../results/index.ts'
import { startWorld, type World } from '../world/index.ts'
import { type PopulateOptions, type Population, populate } from '../world/populate.ts'
import { publishDraft } from './publish-draft.ts'

/** The suite itself. */
export const SUITE = resolve(import.meta.dirname, '../..')
export const REPOSITORY = 'acme/checkout-service'

export interface SandboxOptions {
  /** `real` takes HAProxy and Prometheus where they are installed. */
  readonly servers: 'embedded' | 'real'
  /** Folder for everything the sandbox writes. */
  readonly workdir: string
  /** Path of the act binary. */
  readonly act: string
  /** Where GitHub also listens, for clients that refuse plain http. */
  readonly socketPath?: string
  readonly versions?: PopulateOptions['versions']
  readonly edit?: PopulateOptions['edit']
  /** Version that serves at the start; 1.0.0 unless given. */
  readonly baseline?: string
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
  readonly sentryToken?: string
  /** Beside the token for Sentry. */
  readonly secrets?: Readonly<Record<string, string>>
  /** Variables of the repository. */
  readonly vars?: Readonly<Record<string, string>>
  readonly onEvent?: (event: RunEvent) => void
  readonly cancel?: AbortSignal
  /** False runs the files as they are called: see `RunOptions`. */
  readonly flatten?: boolean
}

/** GitHub, everything a release acts on, and a consumer whose version 1.0.0 serves. */
export interface Sandbox {
  readonly github: GitHub
  readonly results: Results
  readonly world: World
  readonly population: Population
  /** Profile of the consumer's config that fits the servers. */
  readonly profile: string
  /** Build a version and make it ready to be released: draft with its files, wheel on the index, release in Sentry. */
  prepare(version: string): Promise<void>
  run(start: Start): Promise<WorkflowRun>
  /** Carries out what clients start: dispatches, re-runs, published releases. */
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

/** Start everything on loopback. What has started is ended when something does not start. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const world = await startWorld({
    servers: options.servers,
    workdir: join(options.workdir, 'world'),
  })
  try {
    const { workdir, versions, edit, baseline } = options
    const population = await populate(world, {
      workdir,
      ...(versions && { versions }),
      ...(edit && { edit }),
      ...(baseline && { baseline }),
    })
    const results = await startResults()
    const github = await startGitHub({
      repositories: [
        {
          fullName: REPOSITORY,
          gitDir: population.consumer.bare,
          collaborators: { octocat: 'admin', reader: 'read' },
        },
      ],
      tokens: { [PERSON]: { login: 'octocat', kind: 'user', permissions: ALL } },
      // The artifact client takes any other local name for an enterprise server, where it refuses to work.
      serverHost: 'github.localhost',
      artifacts: results,
      ...(options.socketPath && { socketPath: options.socketPath }),
    })
    await world.metrics.prometheus?.untilScraping()
    return assemble(options, { world, population, github, results })
  } catch (error) {
    await world.close()
    throw error
  }
}

type Parts = Pick<Sandbox, 'world' | 'population' | 'github' | 'results'>

async function assemble(options: SandboxOptions, parts: Parts): Promise<Sandbox> {
  const { world, population, github, results } = parts
  const publish = (version: string) =>
    publishDraft(version, { population, world, apiUrl: github.url, token: PERSON })
  await publish(population.baseline.version)
  await publishRelease(population.baseline.version, github)
  const runner = startActRunner(github, {
    frame: frameOf(options, parts),
    runtimeToken: results.runtimeToken,
    workdir: join(options.workdir, 'runs'),
  })
  return {
    ...parts,
    runner,
    profile: world.traffic.kind === 'haproxy' ? 'sandbox-servers' : 'sandbox',
    token: PERSON,
    prepare: (version) => publish(version),
    run: (start) => run(start, options, parts),
    async close() {
      await runner.close()
      await Promise.all([github.close(), results.close(), world.close()])
    },
  }
}

/** What every run has, whoever starts it. */
function frameOf(options: SandboxOptions, parts: Parts): RunFrame {
  const { github, world } = parts
  return {
    suite: SUITE,
    secrets: { SENTRY_AUTH_TOKEN: world.sentry.token },
    vars: {},
    urls: addresses(parts),
    issueToken: (permissions) => github.issueToken({ permissions: granted(permissions) }),
    tools: { act: options.act, node: join(process.execPath, '..') },
    timeoutMs: 300_000,
  }
}

/** The baseline was released long ago: by GITHUB_TOKEN, whose releases start no run. */
async function publishRelease(version: string, github: GitHub): Promise<void> {
  const token = github.issueToken({ permissions: { contents: 'write' } })
  const release = github.releases(REPOSITORY).find((r) => r.tagName === `v${version}`)
  await fetch(`${github.url}/repos/${REPOSITORY}/releases/${release?.id}`, {
    method: 'PATCH',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ draft: false }),
  })
}

let runs = 0

async function run(start: Start, options: SandboxOptions, parts: Parts): Promise<WorkflowRun> {
  const { github, results, population, world } = parts
  const { workflow, actor = 'octocat', runAttempt = 1, runId, sentryToken } = start
  const { sha, checkout } = population.consumer
  const path = `.github/workflows/${workflow}`
  const noted = github.addRun(REPOSITORY, {
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
    secrets: { SENTRY_AUTH_TOKEN: sentryToken ?? world.sentry.token, ...start.secrets },
    vars: start.vars ?? {},
    ...{ consumer: checkout, repository: REPOSITORY },
    ...{ workflow, event, inputs, actor, runAttempt, sha, flatten },
    ref: 'refs/heads/main',
    runId: noted.id,
    environments: { production: {} },
    runtimeToken: results.runtimeToken(noted.id),
    workdir: join(options.workdir, `run-${runs}`),
    ...(payload && { payload }),
    ...(rerunFailedOf && { rerunFailedOf }),
    onEvent: (told) => {
      github.report(REPOSITORY, noted.id, told)
      onEvent?.(told)
    },
    ...(cancel && { cancel }),
  })
  const conclusion = done.conclusion === 'refused' ? 'startup_failure' : done.conclusion
  github.report(REPOSITORY, noted.id, { kind: 'completed', conclusion, at: Date.now() })
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

import { createServer, type Server } from 'node:http'
import type { AddressInfo, ListenOptions } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { ownAddresses } from './addresses.ts'
import type { Fault } from './faults.ts'
import { type Inspection, inspect } from './inspect.ts'
import type { Journal, RecordedRequest } from './journal.ts'
import type { GitHubOptions, Permissions, Runner, TokenOptions } from './options.ts'
import { createApp } from './server.ts'
import { createWorld, type World } from './world.ts'

export type { Fault, FaultAnswer, FaultKind } from './faults.ts'
export type { NewRun } from './inspect.ts'
export type { RecordedRequest } from './journal.ts'
export { githubLimits, type Limits } from './limits.ts'
export type {
  ArtifactSource,
  BranchRule,
  EnvironmentOptions,
  GitHubOptions,
  Permissions,
  RepositoryOptions,
  Role,
  Runner,
  RunStart,
  TeamOptions,
  TokenOptions,
} from './options.ts'
export type { Conclusion, RunAttempt, RunJob, WorkflowRun } from './runs/run.ts'
export type { RunReport } from './runs/told.ts'
export type {
  Approval,
  Asset,
  Comment,
  CommitStatus,
  Deployment,
  Issue,
  Label,
  Release,
  Repository,
} from './store.ts'

/** A running GitHub: its addresses, its store, and what its clients did. */
export interface GitHub extends Inspection {
  /** Address of the REST API (GITHUB_API_URL), without a slash at the end. */
  readonly url: string
  /** Address of GraphQL (GITHUB_GRAPHQL_URL). */
  readonly graphqlUrl: string
  /** Base of the pages (GITHUB_SERVER_URL). */
  readonly serverUrl: string
  readonly requests: readonly RecordedRequest[]
  /** Requests and answers against GitHub's description: empty when all went well. */
  readonly violations: string[]
  /** Push a fault to let the next requests that fit it go wrong. */
  readonly faults: Fault[]
  /** GraphQL documents that clients sent, each once. */
  readonly documents: ReadonlySet<string>
  /** Takes over the carrying out of runs from now on. */
  setRunner(runner: Runner | undefined): void
  /** A new token, as GitHub gives one to each job; an App's unless said otherwise. */
  issueToken(options: {
    readonly permissions: Permissions
    readonly login?: string
    readonly kind?: TokenOptions['kind']
    readonly repositories?: readonly string[]
  }): string
  /** Makes a token unknown: 401 from now on. */
  revokeToken(token: string): void
  close(): Promise<void>
}

/** Starts GitHub on 127.0.0.1, and on a unix socket where one is named. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const world = createWorld(options)
  const journal: Journal = { requests: [], violations: [], faults: [], documents: new Set() }
  const { fetch } = createApp(world, journal)
  const { socketPath } = options
  const server = await listen(fetch, { port: options.port ?? 0, host: '127.0.0.1' })
  const socket = socketPath === undefined ? undefined : await listen(fetch, { path: socketPath })
  const { port } = server.address() as AddressInfo
  const pages = options.serverUrl ?? `http://${options.serverHost ?? '127.0.0.1'}:${port}`
  Object.assign(world, ownAddresses(`http://127.0.0.1:${port}`, pages))
  return {
    url: world.url,
    graphqlUrl: `${world.url}/graphql`,
    serverUrl: world.serverUrl,
    ...journal,
    ...inspect(world),
    ...tokenOffice(world),
    setRunner(runner) {
      world.runner = runner
    },
    async close() {
      await Promise.all([server, socket].map((each) => each && end(each)))
      await Promise.all(world.repositories.map(({ git }) => git.close()))
    },
  }
}

type Fetch = ReturnType<typeof createApp>['fetch']

async function listen(fetch: Fetch, where: ListenOptions): Promise<Server> {
  const server = createAdaptorServer({ fetch, createServer }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, resolve)
  })
  return server
}

function end(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function tokenOffice(world: World): Pick<GitHub, 'issueToken' | 'revokeToken'> {
  return {
    issueToken({ login = 'github-actions[bot]', kind = 'app', ...rights }) {
      const token = `ghs_sandbox${String(world.nextId()).padStart(29, '0')}`
      world.tokens.set(token, { login, kind, ...rights })
      return token
    },
    revokeToken(token) {
      world.tokens.delete(token)
    },
  }
}

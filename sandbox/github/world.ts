import { randomBytes } from 'node:crypto'
import { type Addresses, ownAddresses } from './addresses.ts'
import { openBareRepository } from './git/bare.ts'
import type { Moment } from './history.ts'
import type { Usage } from './limits.ts'
import type {
  GitHubOptions,
  RepositoryOptions,
  Runner,
  TeamOptions,
  TokenOptions,
} from './options.ts'
import type { Environment, Label, Repository } from './store.ts'

/** The one store behind all routes. */
export interface World extends Addresses, Pick<GitHubOptions, 'artifacts' | 'limits'> {
  runner?: Runner | undefined
  readonly repositories: Repository[]
  readonly tokens: Map<string, TokenOptions>
  readonly organizations: readonly string[]
  readonly teams: readonly TeamOptions[]
  /** Signs the addresses of downloads. */
  readonly signingKey: Buffer
  readonly usage: Usage
  /** What lists showed before writes, oldest first. */
  readonly history: Moment[]
  /** The present moment in milliseconds since the epoch. */
  time(): number
  /** The present moment as GitHub writes it: ISO 8601 in UTC, whole seconds. */
  now(): string
  /** The next id of any object: ascending, never used twice. */
  nextId(): number
  /** The id of an account: the same one for the same login. */
  accountId(login: string): number
}

/** A world with the given repositories and tokens; it has no address yet. */
export function createWorld(options: GitHubOptions): World {
  const clock = options.clock ?? (() => new Date())
  const accounts = new Map<string, number>([['github-actions[bot]', 41898282]])
  let lastId = 1000
  const nextId = () => ++lastId
  const world: World = {
    ...ownAddresses('', ''),
    runner: options.runner,
    ...(options.artifacts && { artifacts: options.artifacts }),
    ...(options.limits && { limits: options.limits }),
    repositories: [],
    organizations: options.organizations ?? [],
    teams: options.teams ?? [],
    tokens: new Map(Object.entries(options.tokens ?? {})),
    usage: { buckets: new Map(), content: new Map() },
    history: [],
    time: () => clock().getTime(),
    now: () =>
      clock()
        .toISOString()
        .replace(/\.\d{3}Z$/, 'Z'),
    signingKey: randomBytes(32),
    nextId,
    accountId(login) {
      const id = accounts.get(login) ?? nextId()
      accounts.set(login, id)
      return id
    },
  }
  world.repositories.push(...options.repositories.map((each) => createRepository(world, each)))
  return world
}

/** Unless given, GitHub keeps attestations of what is public. */
const hasAttestations = (options: RepositoryOptions) =>
  options.hasAttestations ?? options.private !== true

function createRepository(world: World, options: RepositoryOptions): Repository {
  const [owner = '', name = ''] = options.fullName.split('/')
  return {
    id: world.nextId(),
    owner,
    name,
    fullName: options.fullName,
    git: openBareRepository(options.gitDir),
    private: options.private ?? false,
    defaultBranch: options.defaultBranch ?? 'main',
    hasIssues: options.hasIssues ?? true,
    immutableReleases: options.immutableReleases ?? false,
    hasAttestations: hasAttestations(options),
    pushProtection: options.pushProtection ?? false,
    treeLimit: options.treeLimit ?? 100_000,
    rules: options.rules ?? [],
    collaborators: new Map(Object.entries(options.collaborators ?? {})),
    environments: new Map(
      (options.environments ?? []).map((each) => [
        each.name.toLowerCase(),
        createEnvironment(world, each),
      ]),
    ),
    labels: new Map(
      (options.labels ?? []).map((each) => [each.toLowerCase(), createLabel(world, each)]),
    ),
    issues: [],
    releases: [],
    burntTags: new Set(),
    statuses: [],
    deployments: [],
    attestations: [],
    runs: new Map(),
    checkRuns: [],
    signedCommits: new Set(),
    createdAt: world.now(),
  }
}

/** A new environment with the given protection. */
export function createEnvironment(
  world: World,
  options: Omit<Environment, 'id' | 'createdAt'>,
): Environment {
  return { ...options, id: world.nextId(), createdAt: world.now() }
}

/** A new label; the colour is GitHub's grey unless given. */
export function createLabel(
  world: World,
  name: string,
  color = 'ededed',
  description: string | null = null,
): Label {
  return { id: world.nextId(), name, color, description, createdAt: world.now() }
}

/** Finds a repository by owner and name, whatever their case. */
export function findRepository(world: World, fullName: string): Repository | undefined {
  return world.repositories.find((each) => each.fullName.toLowerCase() === fullName.toLowerCase())
}

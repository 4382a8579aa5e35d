/** A product in the middle of its life: 1.0.0 serves, 1.1.0 is tagged, built and drafted. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type GitHub,
  type Permissions,
  type RepositoryOptions,
  startGitHub,
  type TeamOptions,
} from '../../sandbox/github/index.ts'
import { configRepository } from './config-repository.ts'
import { REPOSITORY, withChecksums } from './consumer.ts'
import { type FakeTraffic, fakeTraffic } from './fake-traffic.ts'
import { type Run, type RunOptions, runAction } from './run-action.ts'

export { REPOSITORY } from './consumer.ts'

/** What a job that releases has. */
export const WRITER: Permissions = { contents: 'write', issues: 'write', deployments: 'write' }

export interface WorldOptions extends Partial<Omit<RepositoryOptions, 'fullName' | 'gitDir'>> {
  /** Stages of the canary, as YAML lines of a flow list; two short ones unless given. */
  readonly stages?: string
  /** More lines of the config, at its top level. */
  readonly more?: string
  /** More origins for `allow-private`. */
  readonly allow?: readonly string[]
  /** Objectives; `none` unless given. */
  readonly objectives?: string
  /** More artefacts, as a line of YAML. */
  readonly artefacts?: string
  /** More files of releases: version → name → text. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** More files of the repository: path → text. */
  readonly tree?: Readonly<Record<string, string>>
  /** Releases beside 1.0.0 (published) and 1.1.0 (draft): version → published. */
  readonly releases?: Readonly<Record<string, boolean>>
  /** Teams of organisations. */
  readonly teams?: readonly TeamOptions[]
  /** The config as a whole, in place of all that is above. */
  readonly config?: (traffic: FakeTraffic) => string
}

export interface ReleaseWorld extends AsyncDisposable {
  readonly github: GitHub
  readonly traffic: FakeTraffic
  /** Requests of GitHub that built the world. */
  readonly before: number
  /** Commit of every tag. */
  readonly commit: string
  /** The bare repository. */
  readonly gitDir: string
  /** The checkout, in which actions and the consumer's commands run. */
  readonly workspace: string
  /** Run an action with a token that may do `permissions`. */
  run(name: string, inputs: Inputs, more?: RunMore): Promise<Run>
  /** GitHub's time is so long after the real one from now on, milliseconds. */
  setTime(ms: number): void
  /** Plan 1.1.0 as a canary; the hash of the plan. */
  plan(inputs?: Inputs): Promise<string>
}

export type Inputs = Readonly<Record<string, string>>
export interface RunMore extends Partial<Omit<RunOptions, 'inputs'>> {
  readonly permissions?: Permissions
}

const TWO_STAGES = '[{ weight: 10%, bake: 1s }, { weight: 100%, bake: 1s }]'

/** `await using` ends it, and fails where a request or an answer was not as GitHub describes it. */
export async function releaseWorld(options: WorldOptions = {}): Promise<ReleaseWorld> {
  const {
    stages,
    more,
    allow = [],
    objectives,
    artefacts,
    files,
    tree,
    releases = {},
    teams = [],
    config,
    ...repository
  } = options
  const traffic = await fakeTraffic({ blue: '1.0.0', green: '1.1.0' })
  const root = mkdtempSync(join(tmpdir(), 'release-'))
  const versions = { '1.0.0': true, '1.1.0': false, ...releases }
  const text =
    config?.(traffic) ?? configOf(traffic, { stages, more, allow, objectives, artefacts })
  const tags = Object.keys(versions).map((version) => `v${version}`)
  const made = configRepository(root, text, tags, tree)
  let off = 0
  const github = await startGitHub({
    clock: () => new Date(Date.now() + off),
    repositories: [{ fullName: REPOSITORY, gitDir: made.gitDir, ...repository }],
    teams,
  })
  const writer = github.issueToken({ permissions: { contents: 'write' } })
  for (const [version, published] of Object.entries(versions))
    await makeRelease(github, writer, { version, published, files: files?.[version] })
  const run: ReleaseWorld['run'] = (name, inputs, { permissions = WRITER, env, ...rest } = {}) =>
    runAction(name, {
      github: github.url,
      inputs: { 'dry-run': 'false', token: github.issueToken({ permissions }), ...inputs },
      env: { GITHUB_WORKSPACE: made.workspace, GITHUB_SHA: made.head, ...env },
      ...rest,
    })
  return {
    github,
    traffic,
    before: github.requests.length,
    commit: made.head,
    gitDir: made.gitDir,
    workspace: made.workspace,
    run,
    setTime(ms) {
      off = ms
    },
    plan: (inputs = {}) => planned(run, inputs),
    async [Symbol.asyncDispose]() {
      await github.close()
      await traffic[Symbol.asyncDispose]()
      rmSync(root, { recursive: true, force: true })
      if (github.violations.length > 0) throw new Error(github.violations.join('\n'))
    },
  }
}

export const PLAN_INPUTS: Inputs = {
  release_version: '1.1.0',
  deployment_strategy: 'canary',
  'desktop-rollout-percentage': '100',
}

async function planned(run: ReleaseWorld['run'], inputs: Inputs): Promise<string> {
  const { outputs } = await run('plan', { ...PLAN_INPUTS, ...inputs })
  if (outputs.verdict !== 'pass') throw new Error(`the plan is refused: ${outputs.reason}`)
  return outputs.plan_hash ?? ''
}

type ConfigOptions = {
  readonly [K in 'stages' | 'more' | 'objectives' | 'artefacts']: string | undefined
} & { readonly allow: readonly string[] }

function configOf(
  { router, blue, green }: FakeTraffic,
  { stages = TWO_STAGES, more = '', allow, objectives = 'none', artefacts = '' }: ConfigOptions,
): string {
  return `product: checkout
objectives: ${objectives}
artefacts:
  - { kind: release-asset, name: 'checkout-{version}.tgz', checksums: SHA256SUMS }
${artefacts}
traffic:
  provider: router
  url: ${router.url}
  endpoint: http://front.example
  slots: { blue: { url: '${blue.url}' }, green: { url: '${green.url}' } }
looks: { interval: 1s }
strategies:
  direct: { bake: 1s }
  blue-green: { bake: 1s }
  canary: { first-bake: 1s, stages: ${stages} }
allow-private: ${JSON.stringify([router.url, blue.url, green.url, ...allow])}
${more}`
}

interface Built {
  readonly version: string
  readonly published: boolean
  readonly files: Readonly<Record<string, string>> | undefined
}

async function makeRelease(
  github: GitHub,
  token: string,
  { version, published, files: more = {} }: Built,
): Promise<void> {
  const send = async (url: string, method: string, body: string) => {
    const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(url, { method, headers, body })
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { readonly url: string; readonly upload_url: string }
  }
  const draft = JSON.stringify({ tag_name: `v${version}`, draft: true })
  const { url, upload_url } = await send(
    `${github.url}/repos/${REPOSITORY}/releases`,
    'POST',
    draft,
  )
  const files = withChecksums({ [`checkout-${version}.tgz`]: `service ${version}`, ...more })
  const upload = upload_url.replace(/\{.*\}$/, '')
  for (const [name, body] of Object.entries(files))
    await send(`${upload}?name=${encodeURIComponent(name)}`, 'POST', body)
  if (published) await send(url, 'PATCH', '{"draft":false}')
}

/** Requests of actions that append to the ledger. */
export const appends = ({ github }: ReleaseWorld) =>
  github.requests.filter(({ operation }) => operation === 'mutation')

/** Requests of actions that may change something. */
export const writes = ({ github, before }: ReleaseWorld) => writesIn(github.requests.slice(before))

/** Of these requests those that may change something: in GraphQL a read is a POST too. */
export const writesIn = (requests: GitHub['requests']) =>
  requests.filter(({ method, operation }) => method !== 'GET' && operation !== 'query')

export const openIssues = ({ github }: ReleaseWorld) =>
  github.issues(REPOSITORY).filter((issue) => issue.state === 'open')

/** Close an issue as this login, opening it first where another has closed it: only the last close counts. */
export async function closeIssue(
  { github }: Pick<ReleaseWorld, 'github'>,
  login: string,
  number = 1,
): Promise<void> {
  const token = github.issueToken({ kind: 'user', login, permissions: { issues: 'write' } })
  const url = `${github.url}/repos/${REPOSITORY}/issues/${number}`
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  for (const state of ['open', 'closed'])
    await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ state }) })
}

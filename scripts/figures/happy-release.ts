/** How many requests each action sends where all goes well: one release of the example, each bundle as a process of its own. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { REPOSITORY, type Sandbox, startSandbox } from '../../sandbox/demo/sandbox.ts'
import { runCommand } from '../command.ts'
import type { ActionFile } from '../docs/actions.ts'
import { foldersIn, yamlOf } from '../files.ts'
import { type Counter, openCounter, type Sent } from './counter.ts'
import { type Inputs, stepEnvironment } from './environment.ts'

const VERSION = '1.1.0'
const VERSIONS = { current_version: VERSION, baseline_version: '1.0.0' }
const BACK = { rollback_version: '1.0.0', rollback_reason: 'prepared before it is needed' }

/** The steps of a release in their order; inputs that are not named have the defaults of action.yml. */
const STEPS: readonly (readonly [action: string, inputs: Inputs])[] = [
  ['plan', { ...VERSIONS, release_version: VERSION }],
  ['perf-regression', { ...VERSIONS, phase: 'measure' }],
  ['verify-assets', { version_to_verify: VERSION }],
  ['verify-pypi', { version: VERSION }],
  ['smoke-test', { version_to_test: VERSION, suite: 'basic', target: 'version', prepare: 'true' }],
  ['observability-gate', { ...VERSIONS, version: VERSION }],
  ['canary-promote', { canary_version: VERSION }],
  ['release-rollback', { ...BACK, operation: 'readiness' }],
  ['publish-rollout-metadata', { version: VERSION, decision: 'go' }],
  ['release-record', { version: VERSION, jobs: 'deploy-release=success' }],
  ['release-tick', {}],
  ['auto-freeze-issue', { version: VERSION, reason: 'something that came up later' }],
]

/** The table, a line an action. Throws what an action said that did not pass, and a bundle without a step. */
export async function happyRelease(root: string): Promise<readonly string[]> {
  const known = STEPS.map(([action]) => action)
  const bundles = foldersIn(join(root, 'dist')).filter((name) => name !== 'cli')
  const forgotten = bundles.filter((name) => !known.includes(name))
  if (forgotten.length > 0) throw new Error(`happy-release.ts has no step for ${forgotten}`)
  const workdir = join(root, '.sandbox/figures')
  rmSync(workdir, { recursive: true, force: true })
  mkdirSync(workdir, { recursive: true })
  const sandbox = await startSandbox({ servers: 'embedded', workdir, act: '', edit: unhurried })
  const counter = await openCounter(new URL(sandbox.results.url))
  try {
    await sandbox.prepare(VERSION)
    const rows = await runSteps(root, { sandbox, counter, folder: workdir })
    return [
      `requests of one healthy canary release of ${VERSION} in the sandbox, each action once`,
      '',
      '| action | GitHub reads | GitHub writes | others |',
      '| --- | --- | --- | --- |',
      ...rows,
    ]
  } finally {
    counter.close()
    await sandbox.close()
  }
}

/** A busy machine is slow, and that is not what is counted. */
function unhurried(path: string, text: string): string {
  return path === '.github/release-actions.yml' ? text.replace('limit: 250ms', 'limit: 5s') : text
}

interface Place {
  readonly sandbox: Sandbox
  readonly counter: Counter
  readonly folder: string
}

async function runSteps(root: string, place: Place): Promise<readonly string[]> {
  const rows: string[] = []
  let hash = ''
  for (const [action, inputs] of STEPS) {
    const before = place.counter.sent.length
    const outputs = await runStep(root, place, action, { ...inputs, 'plan-hash': hash })
    rows.push(row(action, place.counter.sent.slice(before), place.sandbox))
    hash ||= outputs.findLast(({ name }) => name === 'plan_hash')?.value ?? ''
  }
  return rows
}

async function runStep(root: string, place: Place, action: string, inputs: Inputs) {
  const env = environment(root, place, action, inputs)
  const bundle = join(root, 'dist', action, 'index.js')
  const cwd = place.sandbox.population.consumer.checkout
  const { code, stdout } = await runCommand(process.execPath, [bundle], { cwd, env })
  if (code !== 0) throw new Error(`${action} did not pass: ${stdout.trim().split('\n').at(-1)}`)
  const written = readFileSync(env.GITHUB_OUTPUT ?? '', 'utf8')
  return [...written.matchAll(/^(?<name>\w+)<<(?<end>.+)\n(?<value>.*)\n\k<end>$/gm)].map(
    ({ groups }) => ({ name: groups?.name, value: groups?.value }),
  )
}

function environment(
  root: string,
  { sandbox, counter, folder }: Place,
  action: string,
  inputs: Inputs,
): NodeJS.ProcessEnv {
  const { github, results, population, world } = sandbox
  const { sha, checkout } = population.consumer
  const workflow = '.github/workflows/orchestrated-release-pipeline.yml'
  const { id } = github.addRun(REPOSITORY, { workflow, headSha: sha, actor: 'octocat' })
  const permissions = { contents: 'write', issues: 'write', deployments: 'write' } as const
  const token = github.issueToken({ permissions })
  const own = { token, environment: sandbox.profile, 'sentry-auth-token': world.sentry.token }
  return {
    ...stepEnvironment(github.url, folder, { ...defaultsOf(root, action), ...inputs, ...own }),
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_SHA: sha,
    GITHUB_WORKSPACE: checkout,
    GITHUB_RUN_ID: String(id),
    GITHUB_ACTOR: 'octocat',
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.runtimeToken(id),
    ...counter.env,
  }
}

function defaultsOf(root: string, action: string): Inputs {
  const path = action === 'plan' ? 'action.yml' : `actions/${action}/action.yml`
  const { inputs = {} } = (yamlOf(root, path) ?? {}) as ActionFile
  const fields = Object.entries(inputs)
  return Object.fromEntries(fields.map(([name, field]) => [name, String(field?.default ?? '')]))
}

function row(action: string, sent: readonly Sent[], { github, results, world }: Sandbox): string {
  const { index, sentry, admin = '' } = world.urls
  const urls = { GitHub: github.url, artifacts: results.url, index, Sentry: sentry, router: admin }
  const names = new Map(Object.entries(urls).map(([name, url]) => [URL.parse(url)?.host, name]))
  const { GitHub = [], ...rest } = Object.groupBy(sent, ({ host }) => names.get(host) ?? 'slots')
  const reads = GitHub.filter(({ method }) => method === 'GET').length
  const others = Object.entries(rest).map(([name, all = []]) => `${name} ${all.length}`)
  const cells = [action, reads, GitHub.length - reads, others.join(', ') || '–']
  return `| ${cells.join(' | ')} |`
}

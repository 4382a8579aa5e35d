/** Good conversations of the five actions that only read, recorded against the sandbox's servers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PackageIndex, startPackageIndex } from '../../sandbox/world/packages/package-index.ts'
import { type Sentry, startSentry } from '../../sandbox/world/sentry/sentry.ts'
import { counts } from '../actions/observability-gate-world.ts'
import {
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  WRITER,
} from '../actions/release-world.ts'
import { json, type Server, serve } from '../actions/server.ts'
import { type Act, type ActionName, act, type Outcome, type Texts } from './in-process.ts'
import { type Conversation, type Network, recorder, replaceNetwork } from './network.ts'

/** One run that passes, with all that it was answered. */
export interface Recorded extends Act {
  readonly name: string
  readonly conversation: Conversation
  readonly good: Outcome
  /** Result files that it reads in the workspace, by name. */
  readonly files: Texts
}

const WHEEL = 'checkout_client-1.1.0-py3-none-any.whl'
const BYTES = 'the wheel of 1.1.0'

const ARTEFACTS = `  - kind: python-package
    name: checkout_client
    file: checkout_client-{version}-py3-none-any.whl
    import: checkout_client
    checksums: SHA256SUMS`

const OBJECTIVES = `
  - {name: errors, metric: error-rate, unit: ratio, limit: 1%, min-samples: 10}
  - {name: speed, metric: latency-p95, unit: milliseconds, limit: 250ms, min-samples: 10}
  - {name: queue, metric: custom, query: 'max(queue{version="{version}"})', unit: count, limit: '5000', min-samples: 10}`

interface Others {
  readonly index: PackageIndex
  readonly sentry: Sentry
  readonly prometheus: Server
  readonly health: Server
}

const more = ({ index, sentry, prometheus, health }: Others) => `
index: {url: '${index.simpleUrl}', wait: 10ms}
sentry: {url: '${sentry.url}', organization: acme, project: checkout-service}
metrics: {provider: prometheus, url: '${prometheus.url}'}
performance:
  command: [node, bench.mjs]
  asset: checkout-{version}.tgz
smoke:
  suites:
    basic:
      - kind: http
        name: health
        url: ${health.url}/healthz
        json: {/version: '{version}', /up: 'true'}
        contains: '"status":"ok"'
        max-response-time: 1m
`

/** A result file: ten values from `level` up. */
const result = (version: string, level: number) =>
  JSON.stringify({
    schema: 1,
    version,
    metrics: {
      time: {
        unit: 'ms',
        direction: 'lower',
        values: Array.from({ length: 10 }, (_, i) => level + i / 100),
      },
    },
  })

const FILES = { 'baseline.json': result('1.0.0', 10), 'current.json': result('1.1.0', 10) }

/** The sandbox with everything that the actions ask, and what they were answered. */
export interface Recording extends AsyncDisposable {
  readonly recorded: readonly Recorded[]
  readonly world: ReleaseWorld
  readonly workspace: string
}

/** Record every conversation; while this is not disposed, replayed runs do not reach the network. */
export async function record(): Promise<Recording> {
  const stack = new AsyncDisposableStack()
  try {
    return { ...(await recordOn(stack)), [Symbol.asyncDispose]: () => stack.disposeAsync() }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

async function recordOn(
  stack: AsyncDisposableStack,
): Promise<Omit<Recording, keyof AsyncDisposable>> {
  const others = await startOthers(stack)
  const allow = [others.index.url, others.sentry.url, others.prometheus.url, others.health.url]
  const options = { allow, more: more(others), objectives: OBJECTIVES, artefacts: ARTEFACTS }
  const files = { '1.1.0': { [WHEEL]: BYTES } }
  const collaborators = { bob: 'write' } as const
  const world = stack.use(await releaseWorld({ ...options, files, collaborators }))
  const workspace = mkdtempSync(join(tmpdir(), 'mutants-'))
  stack.defer(() => rmSync(workspace, { recursive: true, force: true }))
  stack.defer(replaceNetwork())
  const recorded = await conversations(world, others, workspace)
  return { recorded, world, workspace }
}

async function startOthers(stack: AsyncDisposableStack): Promise<Others> {
  const index = await startPackageIndex()
  stack.defer(index.close)
  index.publish({ filename: WHEEL, bytes: Buffer.from(BYTES) })
  index.publish({ filename: WHEEL.replace('1.1.0', '1.0.0'), bytes: Buffer.from('the old wheel') })
  const sentry = await startSentry()
  stack.defer(sentry.close)
  const body = JSON.stringify({
    ...{ version: 'checkout@1.1.0', projects: ['checkout-service'] },
    dateReleased: '2026-01-05T01:00:00Z',
  })
  const headers = { authorization: `Bearer ${sentry.token}`, 'content-type': 'application/json' }
  await fetch(`${sentry.url}/api/0/organizations/acme/releases/`, { method: 'POST', headers, body })
  const prometheus = stack.use(await serve(counts(1, 1000, 990)))
  const healthy = { status: 'ok', version: '1.1.0', up: true, queue: { length: 0 } }
  const health = stack.use(await serve((_, response) => json(response, healthy)))
  return { index, sentry, prometheus, health }
}

async function conversations(
  world: ReleaseWorld,
  { sentry }: Others,
  workspace: string,
): Promise<readonly Recorded[]> {
  const env = environment(world, workspace)
  const one = async (name: string, action: ActionName, inputs: Texts, more: More = {}) => {
    const { accept, files = {} } = more
    for (const [file, text] of Object.entries(files)) writeFileSync(join(workspace, file), text)
    const token = world.github.issueToken({ permissions: WRITER })
    const run = { action, inputs: { 'dry-run': 'false', token, ...inputs }, env, at: Date.now() }
    const { network, conversation } = recorder()
    if (action === 'plan') await askForChain(world, token, network)
    const good = await act(run, accept === undefined ? network : accepting(accept, network))
    if (good.verdict !== 'pass') throw new Error(`${name}: ${good.verdict}: ${good.reason}`)
    return { name, ...run, conversation, good, files }
  }
  const performance = { regression_threshold: '15', alpha: '0.01', 'create-issue': 'false' }
  const paths = { 'baseline-file': 'baseline.json', 'current-file': 'current.json' }
  const smoke = { target: 'idle-slot', prepare: 'false', 'when-undeclared': 'inconclusive' }
  const dry = { 'dry-run': 'true' }
  const recorded = [
    await one('observability-gate', 'observability-gate', {
      version: '1.1.0',
      'sentry-auth-token': sentry.token,
    }),
    await one('verify-pypi, JSON', 'verify-pypi', { version: '1.1.0' }),
    await one('verify-pypi, HTML', 'verify-pypi', { version: '1.1.0' }, { accept: 'text/html' }),
    await one(
      'perf-regression compare',
      'perf-regression',
      { ...performance, ...paths, phase: 'compare' },
      { files: FILES },
    ),
    await one('perf-regression prepare', 'perf-regression', {
      ...{ ...performance, ...dry, phase: 'prepare', baseline_version: '1.1.0' },
    }),
    await one('smoke-test', 'smoke-test', { version_to_test: '1.1.0', suite: 'basic', ...smoke }),
  ]
  await liftedFreeze(world)
  recorded.push(await one('plan, after a freeze', 'plan', { ...PLAN_INPUTS, ...dry }))
  recorded.push(await one('plan', 'plan', PLAN_INPUTS))
  recorded.push(await one('plan, resumed', 'plan', { ...PLAN_INPUTS, ...dry }))
  return recorded
}

interface More {
  /** What the index is asked for instead of JSON. */
  readonly accept?: string
  readonly files?: Texts
}

const accepting =
  (accept: string, network: Network): Network =>
  (asked) =>
    network(asked.headers.accept?.includes('pypi') ? { ...asked, headers: { accept } } : asked)

/** A person with write access has closed the issue of a freeze; the ledger does not know it yet. */
async function liftedFreeze(world: ReleaseWorld): Promise<void> {
  const frozen = await world.run('auto-freeze-issue', {
    ...{ version: '1.1.0', gate: 'gate', reason: 'slow' },
  })
  if (frozen.outputs.verdict !== 'pass') throw new Error(frozen.outputs.reason)
  const token = world.github.issueToken({ permissions: WRITER, login: 'bob', kind: 'user' })
  const answer = await fetch(`${world.github.url}/repos/${REPOSITORY}/issues/1`, {
    method: 'PATCH',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: '{"state":"closed"}',
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** What GitHub's other API says of the chain: asked by a run only where the first one says that it is missing. */
async function askForChain({ github }: ReleaseWorld, token: string, network: Network) {
  const head = await github.repository(REPOSITORY).git.objectAt('refs/heads/release-ledger')
  const path = `contents/releases/checkout/stable/1.1.0?ref=${head}`
  const url = new URL(`${github.url}/repos/${REPOSITORY}/${path}`)
  await network({
    method: 'GET',
    url,
    headers: { authorization: `token ${token}` },
    body: undefined,
  })
}

function environment({ github, commit }: ReleaseWorld, workspace: string): Texts {
  return {
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: commit,
    GITHUB_ACTOR: 'alice',
    GITHUB_SERVER_URL: github.url,
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: workspace,
    RUNNER_OS: 'Linux',
  }
}

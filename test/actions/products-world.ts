/** One repository with two products, each with its own router: `cloud` goes by commits, `edge` by tags edge/v…. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Consumer, consumer, withChecksums } from './consumer.ts'
import { type FakeTraffic, fakeTraffic } from './fake-traffic.ts'
import { PLAN_INPUTS, WRITER } from './release-world.ts'
import { type Run, runAction } from './run-action.ts'

const SHIM = `--import=${join(import.meta.dirname, 'clock-shim.mjs')}`

type Inputs = Readonly<Record<string, string>>

const ARCHIVE =
  "    artefacts: [{ kind: release-asset, name: 'edge-{version}.tgz', checksums: SHA256SUMS }]\n"

export interface ProductsOptions {
  /** Versions of cloud; commits unless given. */
  readonly scheme?: 'git-sha' | 'digest'
  /** More lines of cloud, indented by four. */
  readonly more?: string
  /** Artefacts of edge, as lines indented by four; an archive unless given. */
  readonly edge?: string
  /** More origins that both may reach. */
  readonly allow?: readonly string[]
}

export interface ProductsWorld extends AsyncDisposable {
  readonly consumer: Consumer
  readonly cloud: FakeTraffic
  readonly edge: FakeTraffic
  /** The commit of cloud that serves, and the one after it. */
  readonly serving: string
  readonly next: string
  run(name: string, inputs: Inputs, env?: Inputs): Promise<Run>
  plan(inputs: Inputs): Promise<Run>
  /** A tick so many milliseconds from now. */
  tick(after: number, inputs?: Inputs): Promise<Run>
  /** Paths of the entries in the ledger, and of its markers. */
  recorded(): Promise<readonly string[]>
}

/** Of edge 1.0.0 serves, and 1.1.0 is tagged and drafted; of cloud a commit serves, and one more is on main. */
export async function productsWorld({
  scheme = 'git-sha',
  more = '',
  edge: edgeMore = ARCHIVE,
  allow = [],
}: ProductsOptions = {}): Promise<ProductsWorld> {
  const cloud = await fakeTraffic({ blue: '', green: '' })
  const edge = await fakeTraffic({ blue: '1.0.0', green: '1.1.0' })
  const versions = ['1.0.0', '1.1.0']
  const own = await consumer(
    configOf(cloud, edge, { scheme, more, edge: edgeMore, allow }),
    versions.map((version) => `edge/v${version}`),
  )
  for (const version of versions) {
    const files = withChecksums({ [`edge-${version}.tgz`]: `bytes of ${version}` })
    await own.release(`edge/v${version}`, files, version === '1.0.0')
  }
  const serving = own.head
  const next = commitOnMain(own)
  Object.assign(cloud.versions, { blue: serving, green: next })
  const run: ProductsWorld['run'] = (name, inputs, env = {}) =>
    runAction(name, {
      github: own.github.url,
      inputs: { 'dry-run': 'false', token: own.token(WRITER), ...inputs },
      env: { GITHUB_WORKSPACE: own.workspace, GITHUB_SHA: own.head, ...env },
    })
  return {
    ...{ consumer: own, cloud, edge, serving, next, run },
    plan: (inputs) => run('plan', { ...PLAN_INPUTS, ...inputs }),
    tick(after, inputs = {}) {
      own.setTime(after)
      return run('release-tick', inputs, {
        ...{ NODE_OPTIONS: SHIM, CLOCK_OFF_MS: String(after) },
        ...{ GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' },
      })
    },
    recorded: () => recorded(own),
    async [Symbol.asyncDispose]() {
      await own[Symbol.asyncDispose]()
      await cloud[Symbol.asyncDispose]()
      await edge[Symbol.asyncDispose]()
    },
  }
}

/** One more commit on main, of the same files. */
export function commitOnMain({ gitDir, head }: Consumer, branch = 'main'): string {
  const person = { GIT_AUTHOR_NAME: 'alice', GIT_AUTHOR_EMAIL: 'alice@acme.example' }
  const committer = { GIT_COMMITTER_NAME: 'alice', GIT_COMMITTER_EMAIL: 'alice@acme.example' }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['--git-dir', gitDir, ...args], {
      env: { ...process.env, ...person, ...committer },
      encoding: 'utf8',
    }).trim()
  const commit = git('commit-tree', `${head}^{tree}`, '-p', head, '-m', `on ${branch}`)
  git('update-ref', `refs/heads/${branch}`, commit)
  return commit
}

async function recorded({ github }: Consumer): Promise<readonly string[]> {
  const { git } = github.repository('acme/checkout-service')
  const head = await git.objectAt('refs/heads/release-ledger')
  const tree = head === undefined ? [] : await git.tree(head, true)
  return tree.map(({ path }) => path).filter((path) => path.endsWith('.json'))
}

function configOf(
  cloud: FakeTraffic,
  edge: FakeTraffic,
  { scheme, more, edge: edgeMore, allow }: Required<ProductsOptions>,
): string {
  const product = (
    name: string,
    { router, blue, green }: FakeTraffic,
    also: readonly string[],
  ) => `  ${name}:
    traffic:
      provider: router
      url: ${router.url}
      endpoint: http://${name}.example
      slots: { blue: { url: '${blue.url}' }, green: { url: '${green.url}' } }
    allow-private: ${JSON.stringify([router.url, blue.url, green.url, ...also])}
`
  return `objectives: [{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]
metrics: { provider: prober, path: /orders, requests-per-look: 5 }
looks: { interval: 1s }
products:
${product('cloud', cloud, allow)}    version-scheme: ${scheme}
    strategies: { direct: { bake: 1s } }
${more}${product('edge', edge, allow)}    tag-prefix: edge/v
${edgeMore}    clock: { kind: external }
    strategies:
      canary: { stages: [{ weight: 20%, bake: 1h }, { weight: 100%, bake: 1h }] }
`
}

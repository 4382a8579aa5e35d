/** One repository with two products, each with its own router: `cloud` with tags v…, `edge` with tags edge/v…. */
import { join } from 'node:path'
import { type Consumer, consumer, withChecksums } from './consumer.ts'
import { type FakeTraffic, fakeTraffic } from './fake-traffic.ts'
import { PLAN_INPUTS, WRITER } from './release-world.ts'
import { type Run, runAction } from './run-action.ts'

const SHIM = `--import=${join(import.meta.dirname, 'clock-shim.mjs')}`

type Inputs = Readonly<Record<string, string>>

export interface ProductsWorld extends AsyncDisposable {
  readonly consumer: Consumer
  readonly cloud: FakeTraffic
  readonly edge: FakeTraffic
  run(name: string, inputs: Inputs, env?: Inputs): Promise<Run>
  plan(inputs: Inputs): Promise<Run>
  /** A tick so many milliseconds from now. */
  tick(after: number, inputs?: Inputs): Promise<Run>
  /** Paths of the entries in the ledger, and of its markers. */
  recorded(): Promise<readonly string[]>
}

/** Of both products 1.0.0 serves, and 1.1.0 is tagged and drafted. */
export async function productsWorld(): Promise<ProductsWorld> {
  const cloud = await fakeTraffic({ blue: '1.0.0', green: '1.1.0' })
  const edge = await fakeTraffic({ blue: '1.0.0', green: '1.1.0' })
  const tags = ['v', 'edge/v'].flatMap((prefix) => [`${prefix}1.0.0`, `${prefix}1.1.0`])
  const own = await consumer(configOf(cloud, edge), tags)
  for (const tag of tags) {
    const version = tag.replace(/^.*v/, '')
    const name = `${tag.startsWith('edge') ? 'edge' : 'cloud'}-${version}.tgz`
    await own.release(tag, withChecksums({ [name]: `bytes of ${tag}` }), version === '1.0.0')
  }
  const run: ProductsWorld['run'] = (name, inputs, env = {}) =>
    runAction(name, {
      github: own.github.url,
      inputs: { 'dry-run': 'false', token: own.token(WRITER), ...inputs },
      env: { GITHUB_WORKSPACE: own.workspace, GITHUB_SHA: own.head, ...env },
    })
  return {
    ...{ consumer: own, cloud, edge, run },
    plan: (inputs) => run('plan', { ...PLAN_INPUTS, ...inputs }),
    tick: (after, inputs = {}) =>
      run('release-tick', inputs, {
        ...{ NODE_OPTIONS: SHIM, CLOCK_OFF_MS: String(after) },
        ...{ GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' },
      }),
    recorded: () => recorded(own),
    async [Symbol.asyncDispose]() {
      await own[Symbol.asyncDispose]()
      await cloud[Symbol.asyncDispose]()
      await edge[Symbol.asyncDispose]()
    },
  }
}

async function recorded({ github }: Consumer): Promise<readonly string[]> {
  const { git } = github.repository('acme/checkout-service')
  const head = await git.objectAt('refs/heads/release-ledger')
  const tree = head === undefined ? [] : await git.tree(head, true)
  return tree.map(({ path }) => path).filter((path) => path.endsWith('.json'))
}

function configOf(cloud: FakeTraffic, edge: FakeTraffic): string {
  const product = (name: string, { router, blue, green }: FakeTraffic) => `  ${name}:
    artefacts:
      - { kind: release-asset, name: '${name}-{version}.tgz', checksums: SHA256SUMS }
    traffic:
      provider: router
      url: ${router.url}
      endpoint: http://${name}.example
      slots: { blue: { url: '${blue.url}' }, green: { url: '${green.url}' } }
    allow-private: ${JSON.stringify([router.url, blue.url, green.url])}
`
  return `objectives: [{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]
metrics: { provider: prober, path: /orders, requests-per-look: 5 }
looks: { interval: 1s }
products:
${product('cloud', cloud)}    strategies: { direct: { bake: 1s } }
${product('edge', edge)}    tag-prefix: edge/v
    clock: { kind: external }
    strategies:
      canary: { stages: [{ weight: 20%, bake: 1h }, { weight: 100%, bake: 1h }] }
`
}

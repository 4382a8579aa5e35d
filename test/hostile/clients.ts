/** Every client of the suite, each ready to send one request to an address, with a credential where it has one. */
import { connect } from '../../src/adapters/github/connect.ts'
import { grafana } from '../../src/adapters/grafana/grafana.ts'
import { publicOnly } from '../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../src/adapters/http/node-http.ts'
import { patientReads } from '../../src/adapters/http/patient-reads.ts'
import { probe } from '../../src/adapters/prober/probe.ts'
import { prometheus } from '../../src/adapters/prometheus/prometheus.ts'
import { parseIndexUrl } from '../../src/adapters/pypi/index-address.ts'
import { simpleIndex } from '../../src/adapters/pypi/simple-index.ts'
import type { Runner } from '../../src/adapters/runner/action.ts'
import { sentry } from '../../src/adapters/sentry/sentry.ts'
import { slack } from '../../src/adapters/slack/slack.ts'
import { routerTraffic } from '../../src/adapters/traffic/router.ts'
import { type CheckPorts, runCheck } from '../../src/app/smoke-checks.ts'
import { Metrics } from '../../src/domain/config/objective.ts'
import { Check } from '../../src/domain/config/smoke.ts'
import { Traffic } from '../../src/domain/config/traffic.ts'
import type { Objective } from '../../src/domain/judging/objective.ts'
import type { Notice } from '../../src/domain/report/notice.ts'
import type { Release } from '../../src/ports/releases.ts'

/** Origins that the config allows beside the client's own. */
type Also = readonly string[]

/** Stands in every credential. */
export const TOKEN = 'ghs_notForAnybodyElse'
const BASIC = Buffer.from(`user:${TOKEN}`).toString('base64')

const clock = { now: () => new Date(0), sleep: async () => {} }

function github(url: string) {
  const context = { owner: 'acme', repository: 'shop', apiUrl: url } as Runner['context']
  const { signal } = new AbortController()
  return connect(TOKEN, { clock, context, signal, mask: () => {}, log: SILENT })
}
const SILENT = { info: () => {}, warning: () => {}, error: () => {} }

const http = (url: string, also: Also = []) =>
  nodeHttp({ timeoutMs: 2000, maxBytes: 100_000 }, publicOnly([new URL(url).origin, ...also]))

const release = (url: string): Release => ({
  ...{ id: 1, tag: 'v1', draft: true, prerelease: false, immutable: false, url },
  ...{ uploadUrl: `${url}/uploads/1`, assets: [] },
})
const FILE = {
  name: 'a.whl',
  sha256: undefined,
  yanked: false,
  size: undefined,
  metadata: undefined,
}
const asset = { id: 1, name: 'a', size: 2, state: 'uploaded', digest: '' }
const objective: Objective = {
  ...{ name: 'errors', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.01 },
  ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 1 },
}
const notice: Notice = {
  ...{ event: 'failed', reason: 'x', runUrl: 'https://github.example/runs/7', time: 0 },
  release: { product: 'checkout', channel: 'stable', version: '1.1.0' },
  issueUrl: undefined,
}
const SECRET_HEADERS = { authorization: `Bearer ${TOKEN}`, 'x-api-key': TOKEN }

function router(url: string, also: Also) {
  const slots = { blue: { url }, green: { url } }
  const config = Traffic.parse({ provider: 'router', url, slots })
  if (config.provider !== 'router') throw new Error('not a router')
  return routerTraffic(config, http(url, also))
}

function index(url: string, also: Also) {
  const address = url.replace('http://', `http://user:${TOKEN}@`)
  return simpleIndex(parseIndexUrl(`${address}/simple`), () => http(url, also))
}

async function smoke(url: string, also: Also): Promise<unknown> {
  const check = Check.parse({ kind: 'http', name: 'health', headers: SECRET_HEADERS })
  const ports = {
    http: http(url, also),
    clock,
    command: { run: () => Promise.reject(new Error('none')) },
  } satisfies CheckPorts
  const context = {
    version: '1.1.0',
    next: undefined,
    secrets: {},
    slotUrl: url,
    limits: undefined,
  }
  return runCheck(check, context, ports)
}

async function look(url: string, also: Also): Promise<unknown> {
  const metrics = { provider: 'prober', headers: SECRET_HEADERS, 'requests-per-look': 1 }
  const config = Metrics.parse(metrics)
  return config.provider === 'prober'
    ? probe([url], config, { http: http(url, also), clock })
    : undefined
}

const window = { version: '1.1.0', from: new Date(0), to: new Date(60_000) }
const promConfig = (url: string) => ({
  ...{ provider: 'prometheus' as const, url },
  ...{ 'requests-metric': 'requests_total', 'duration-metric': 'duration_seconds' },
})

/** One request by name; rejects with a `Failure` where the answer is no good one. */
export const CLIENTS: Readonly<Record<string, (url: string, also: Also) => Promise<unknown>>> = {
  'reads of GitHub': (url) => github(url).repository.permission('alice'),
  'lists of GitHub': (url) => github(url).releases.byTag('v1'),
  'writes to GitHub': (url) => github(url).issues.create({ title: 't', body: 'b', labels: [] }),
  'uploads to GitHub': (url) =>
    github(url).releases.upload(release(url), 'a', Buffer.from('{}'), 'text/plain'),
  'downloads from GitHub': (url) => github(url).releases.download(asset),
  Prometheus: (url, also) => prometheus(promConfig(url), http(url, also)).read(objective, window),
  'range queries of Prometheus': async (url, also) =>
    prometheus(promConfig(url), http(url, also)).comparable?.looks(
      [{ name: 'errors', kind: 'errors', query: null }],
      { ...window, canary: '1.1.0', baseline: '1.0.0', look: 10_000, looks: 5 },
    ),
  Sentry: (url, also) =>
    sentry(url, TOKEN, patientReads(http(url, also), clock)).release('acme', 'x@1'),
  'the page of a package': (url, also) => index(url, also).read('shop'),
  'the file of a package': (url, also) =>
    index(url, also).measure({ ...FILE, url: `${url}/files/a.whl` }),
  'the metadata of a package': (url, also) =>
    index(url, also).metadata({ ...FILE, url: `${url}/files/a.whl` }),
  'the prober': look,
  'a smoke test': smoke,
  'the router, asked': (url, also) => router(url, also).weights(),
  'the router, told': (url, also) => router(url, also).shift({ blue: 0, green: 100 }),
  Slack: (url, also) => slack(`${url}/services/${TOKEN}`, http(url, also)).tell(notice),
  Grafana: (url, also) => grafana(url, TOKEN, http(url, also)).tell(notice),
}

/** What must not leave the first origin, in the spellings that the clients send. */
export const CREDENTIALS = [TOKEN, BASIC]

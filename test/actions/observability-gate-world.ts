import { fakeGitHub } from './fake-github.ts'
import { type Run, type RunOptions, runAction } from './run-action.ts'
import { type Answer, json, type Server, serve } from './server.ts'

/** Sentry's answer for the release. */
export const ok = {
  ...{ version: 'checkout@1.2.0', projects: [{ slug: 'web' }] },
  ...{ status: 'open', dateReleased: '2026-01-05T01:00:00Z' },
}

/** Two objectives, as YAML. */
export const objectives = `objectives:
  - {name: errors, metric: error-rate, unit: ratio, limit: 1%, min-samples: 10}
  - {name: speed, metric: latency-p95, unit: milliseconds, limit: 250ms, min-samples: 10}
`

interface World {
  readonly sentry: Server
  readonly prometheus: Server
}

const configOf = (
  { sentry, prometheus }: World,
  more: string,
  finalized: boolean,
) => `product: checkout
${more}metrics: {provider: prometheus, url: '${prometheus.url}'}
sentry: {url: '${sentry.url}', organization: acme, project: web, finalized: ${finalized}}
allow-private: ['${sentry.url}', '${prometheus.url}']
`

/** Prometheus as far as the gate asks it, from the counts of one window. */
export function counts(errors: number, requests: number, fast: number): Answer {
  return ({ url }, response) => {
    const parameters = new URLSearchParams(url.split('?')[1])
    const query = parameters.get('query') ?? ''
    const time = Number(parameters.get('time'))
    const at = (value: number, metric = {}) => ({ metric, value: [time, String(value)] })
    const result = query.includes('by (le)')
      ? [at(fast, { le: '0.1' }), at(requests, { le: '0.5' }), at(requests, { le: '+Inf' })]
      : [at(query.includes('"5..') ? errors : requests)]
    json(response, { status: 'success', data: { resultType: 'vector', result } })
  }
}

/** A stable release after 1.1.0. */
export const inputs = {
  version: '1.2.0',
  baseline_version: '1.1.0',
  window: '5m',
  'sentry-auth-token': 'a-secret-of-sentry',
}

interface More extends Pick<RunOptions, 'env' | 'node'> {
  /** As the config has it. */
  readonly finalized?: boolean
}

/** Run the gate against these two. */
export async function gate(
  world: { readonly sentry?: Answer; readonly prometheus?: Answer },
  more: Readonly<Record<string, string>> = {},
  config = objectives,
  { finalized = true, ...runtime }: More = {},
): Promise<Run & { readonly asked: readonly string[]; readonly queries: readonly string[] }> {
  await using sentry = await serve(world.sentry ?? ((_, response) => json(response, ok)))
  await using prometheus = await serve(world.prometheus ?? counts(0, 1000, 1000))
  await using github = await fakeGitHub(configOf({ sentry, prometheus }, config, finalized))
  const run = await runAction('observability-gate', {
    github: github.url,
    inputs: { ...inputs, ...more },
    ...runtime,
  })
  const queries = prometheus.seen.map(({ url }) => decodeURIComponent(url.replaceAll('+', ' ')))
  return { ...run, asked: sentry.seen.map(({ url }) => url), queries }
}

import type { ServerResponse } from 'node:http'
import { expect } from '@jest/globals'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { prometheus } from '../../../src/adapters/prometheus/prometheus.ts'
import type { ComparedMetric } from '../../../src/domain/rollout/planned-comparison.ts'
import { timesOf } from '../../actions/fake-prometheus.ts'
import { json, serve } from '../../actions/server.ts'

/** Seconds since 1970. */
const FROM = 1000
export type Values = readonly (string | null)[]
export type Row = readonly [labels: Readonly<Record<string, string>>, values: Values]
export type Reply = (query: string, response: ServerResponse) => void

/** A matrix with a value for each minute after the begin; null is none. */
export function matrix(response: ServerResponse, rows: readonly Row[], more = {}, shift = 0): void {
  const result = rows.map(([metric, values]) => ({
    metric,
    values: values.flatMap((value, i) =>
      value === null ? [] : [[FROM + 60 * (i + 1) + shift, value]],
    ),
  }))
  json(response, { status: 'success', data: { resultType: 'matrix', result }, ...more })
}

export const rowsOf =
  (canary: readonly Row[], baseline: readonly Row[]): Reply =>
  (query, response) =>
    matrix(response, query.includes('"1.1.0"') ? canary : baseline)

type Clock = (parameters: URLSearchParams, response: ServerResponse) => void

const RIGHT: Clock = (parameters, response) =>
  json(response, {
    status: 'success',
    data: { resultType: 'matrix', result: [{ metric: {}, values: timesOf(parameters) }] },
  })

interface Asked {
  readonly clock?: Clock
  /** Seconds after the begin. */
  readonly after?: number
  readonly looks?: number
}

export async function read(
  metric: ComparedMetric,
  reply: Reply,
  { after = 126, looks = 60, clock = RIGHT }: Asked = {},
) {
  const asked: URLSearchParams[] = []
  await using server = await serve(({ url }, response) => {
    expect(url).toMatch(/^\/api\/v1\/query_range\?/)
    const parameters = new URLSearchParams(url.split('?')[1])
    const query = parameters.get('query') ?? ''
    if (query === 'time()') return clock(parameters, response)
    asked.push(parameters)
    reply(query, response)
  })
  const config = {
    ...({ provider: 'prometheus', url: `${server.url}/` } as const),
    ...{ 'requests-metric': 'requests_total', 'duration-metric': 'duration_seconds' },
  }
  const http = nodeHttp({ timeoutMs: 2000, maxBytes: 10_000 }, () => {})
  const answer = await prometheus(config, http).comparable?.looks([metric], {
    ...{ baseline: '1.0.0', canary: '1.1.0', look: 60_000, looks },
    ...{ from: new Date(FROM * 1000), to: new Date((FROM + after) * 1000) },
  })
  return { looks: answer ?? [], asked }
}

import type { Metrics as MetricsConfig } from '../../domain/config/objective.ts'
import { Failure } from '../../domain/failure.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Http } from '../../ports/http.ts'

export type ProberConfig = Extract<MetricsConfig, { provider: 'prober' }>

/** One request of the prober and what came of it. */
export interface Probe {
  /** When it was sent, milliseconds since 1970. */
  readonly at: number
  /** 0 where there was no answer. */
  readonly status: number
  /** NaN where the connection failed at once: that says nothing about speed. */
  readonly elapsedMs: number
}

const AT_ONCE = 4
const TIMEOUT_MS = 5000
const LOOK_MS = 30_000

/** Failures that are the service's own; all others say that it could not be asked. */
const SERVICE_FAILURES = ['timeout', 'connection', 'too-large']

/** One look: the configured number of requests, four at a time, for at most 30 seconds. */
export async function probe(
  base: string,
  config: ProberConfig,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Promise<readonly Probe[]> {
  const url = base.replace(/\/$/, '') + config.path
  const end = clock.now().getTime() + LOOK_MS
  const probes: Probe[] = []
  let left = config['requests-per-look']
  const work = async () => {
    while (left > 0 && clock.now().getTime() < end) {
      left -= 1
      probes.push(await send(url, config, http, clock.now().getTime()))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return probes
}

async function send(url: string, config: ProberConfig, http: Http, at: number): Promise<Probe> {
  const { method, body } = config
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const headers = { ...type, 'user-agent': 'release-actions', ...lowerCase(config.headers) }
  const request = { method, url, headers, timeoutMs: TIMEOUT_MS }
  try {
    const answer = await http.send(body === undefined ? request : { ...request, body })
    return { at, status: answer.status, elapsedMs: answer.elapsedMs }
  } catch (error) {
    if (!(error instanceof Failure) || !SERVICE_FAILURES.includes(error.code)) throw error
    return { at, status: 0, elapsedMs: error.code === 'timeout' ? TIMEOUT_MS : Number.NaN }
  }
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]))
}

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

/**
 * One look: the configured number of requests to each address, in turns, four at a time, for at most 30 seconds.
 * @returns What each address answered, in their order.
 */
export async function probe(
  bases: readonly string[],
  config: ProberConfig,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Promise<readonly (readonly Probe[])[]> {
  const targets = bases.map((base) => ({
    url: base.replace(/\/$/, '') + config.path,
    probes: [] as Probe[],
  }))
  const turns = Array.from({ length: config['requests-per-look'] }, () => targets).flat()
  const end = clock.now().getTime() + LOOK_MS
  let next = 0
  const work = async () => {
    while (clock.now().getTime() < end) {
      const turn = turns[next++]
      if (turn === undefined) return
      turn.probes.push(await send(turn.url, config, http, clock.now().getTime()))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return targets.map(({ probes }) => probes)
}

/** Whether an answer says that the service failed; a connection that fails does too. */
export function isFailed({ status }: Probe): boolean {
  return status === 0 || status >= 500
}

/** @throws Failure where a path never answers 2xx nor fails: it is the wrong one, and nothing of the service was measured. */
export function assertAnswers(probes: readonly Probe[], { method, path }: ProberConfig): void {
  const [first] = probes
  if (first === undefined) return
  if (probes.some((p) => isFailed(p) || (p.status >= 200 && p.status < 300))) return
  throw new Failure(
    'bad-answer',
    `${method} ${path} answered ${first.status} every time`,
    'Correct method, path, headers and body of the section metrics',
  )
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

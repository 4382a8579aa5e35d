import { jobFiles } from '../../../src/adapters/files/job-files.ts'
import { githubClient } from '../../../src/adapters/github/client.ts'
import { withinLimits } from '../../../src/adapters/github/rate-limit.ts'
import { publicOnly } from '../../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { sameOriginRedirects } from '../../../src/adapters/http/same-origin-redirects.ts'
import { sourceOf } from '../../../src/adapters/metrics.ts'
import { withoutEcho } from '../../../src/adapters/secrets/without-echo.ts'
import { observe } from '../../../src/app/observe.ts'
import { Source } from '../../../src/domain/config/sources.ts'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import type { Evidence } from '../../../src/domain/judging/verdict.ts'
import type { Metrics, Window } from '../../../src/ports/metrics.ts'

/** Now, in every test of a source: a minute that begins an hour. */
export const NOW = new Date('2026-01-05T12:00:00Z')

/** Two hours until now. */
export const WINDOW: Window = {
  version: '1.2.0',
  from: new Date(NOW.getTime() - 7_200_000),
  to: NOW,
}

/** One value for every secret: what may never be seen. */
export const SECRET = 'a-secret-that-nobody-may-see'
const secrets = new Proxy<Record<string, string>>({}, { get: () => SECRET })

/** An objective that reads `query` and keeps a limit that is never near. */
export function objectiveOf(more: Partial<Objective>): Objective {
  return {
    name: 'it',
    metric: 'custom',
    query: null,
    unit: 'count',
    limit: 1_000_000,
    direction: 'at-most',
    onBreach: 'pause',
    minSamples: 1,
    ...more,
  }
}

/** A source by its config, as actions connect it, and what it waited for. */
export interface Connected {
  readonly metrics: Metrics
  /** Milliseconds. */
  readonly waits: readonly number[]
}

export interface ConnectOptions {
  /** Origins that may be asked. */
  readonly origins: readonly string[]
  readonly secrets?: Readonly<Record<string, string>>
  /** Folder of the source `file`. */
  readonly workspace?: string
  readonly timeoutMs?: number
  readonly now?: Date
}

/** Time passes only while somebody waits, and at once. */
export function connect(config: unknown, options: ConnectOptions): Connected {
  const waits: number[] = []
  let time = (options.now ?? NOW).getTime()
  const clock = {
    now: () => new Date(time),
    sleep: async (ms: number) => {
      waits.push(ms)
      time += ms
    },
  }
  const limits = { timeoutMs: options.timeoutMs ?? 5000, maxBytes: 4_000_000 }
  const http = nodeHttp(limits, publicOnly(options.origins))
  const [apiUrl = ''] = options.origins
  const metrics = sourceOf('it', Source.parse(config), {
    ...{ http, clock, product: 'web', secrets: options.secrets ?? secrets },
    slotOf: async () => undefined,
    files: jobFiles({ workspace: options.workspace ?? '/nowhere', temp: '/nowhere' }),
    github: async (token) => {
      const patient = withinLimits(withoutEcho(http, token), clock, new AbortController().signal)
      const found = sameOriginRedirects(patient, [301, 302, 307, 308])
      return githubClient(token, found, { apiUrl, owner: 'acme', repo: 'web' }, clock)
    },
  })
  return { metrics, waits }
}

/** What a gate would say of one look. */
export async function look(
  { metrics }: Connected,
  objective: Objective,
  window: Window = WINDOW,
): Promise<Evidence> {
  const [evidence] = await observe([objective], { ...window, step: 30_000 }, metrics)
  if (evidence === undefined) throw new Error('nothing was observed')
  return evidence
}

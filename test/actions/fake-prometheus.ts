/** A Prometheus that knows what two versions do in every step of a question: nothing has to wait for it to be scraped. */
import { randomFrom } from '../domain/judging/comparison/random-from.ts'
import { json, type Server, serve } from './server.ts'

/** What one version is like; a version that is not described has no series. */
export interface Behaviour {
  /** Requests in a minute. */
  readonly rpm: number
  /** Factor of the latency, whose median is 90 ms. */
  readonly slowness?: number
  readonly errorRate?: number
  /** Of the gauge `saturation`. */
  readonly saturation?: number
  /** That begin in a minute, and how many of them crash. */
  readonly sessions?: number
  readonly crashRate?: number
}

export interface FakePrometheus extends Server {
  /** By version; may be changed at any time. */
  readonly versions: Map<string, Behaviour>
}

const BOUNDS = [0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.17, 0.22, 0.3, 0.4, 0.6, 1, 2.5]

/** The same question about the same time always has the same answer. */
export async function fakePrometheus(
  versions: Readonly<Record<string, Behaviour>>,
): Promise<FakePrometheus> {
  const known = new Map(Object.entries(versions))
  const server = await serve(({ url }, response) => {
    const [path = '', text = ''] = url.split('?')
    const parameters = new URLSearchParams(text)
    const version = /version="([^"]*)"/.exec(parameters.get('query') ?? '')?.[1] ?? ''
    const isRange = path.endsWith('/query_range')
    const result =
      parameters.get('query') === 'time()'
        ? [{ metric: {}, values: timesOf(parameters) }]
        : resultOf(parameters, known.get(version), isRange)
    const resultType = isRange ? 'matrix' : 'vector'
    json(response, { status: 'success', data: { resultType, result } })
  })
  return Object.assign(server, { versions: known })
}

/** What a range query of `time()` answers. */
export function timesOf(parameters: URLSearchParams): [number, string][] {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(parameters.get(name)))
  const count = Math.round(((end ?? 0) - (start ?? 0)) / (step ?? 1)) + 1
  const times = Array.from({ length: count }, (_, i) => (start ?? 0) + i * (step ?? 1))
  return times.map((time) => [time, String(time)])
}

/** The series of an instant query, over the minute before, or of a range query, over the step before each of its times. */
function resultOf(
  parameters: URLSearchParams,
  behaviour: Behaviour | undefined,
  isRange: boolean,
): readonly object[] {
  if (behaviour === undefined) return []
  const query = parameters.get('query') ?? ''
  const step = Number(parameters.get('step') ?? 60)
  const start = Number(parameters.get(isRange ? 'start' : 'time'))
  const end = Number(parameters.get('end') ?? start)
  const rows = new Map<string, { metric: object; values: [number, string][] }>()
  const count = Math.round((end - start) / step) + 1
  for (let i = 0; i < count; i++)
    for (const [metric, value] of seriesIn(query, behaviour, i, step)) {
      const key = JSON.stringify(metric)
      const row = rows.get(key) ?? { metric, values: [] }
      row.values.push([start + i * step, String(value)])
      rows.set(key, row)
    }
  return [...rows.values()].map(({ metric, values }) =>
    isRange ? { metric, values } : { metric, value: values[0] },
  )
}

type Row = readonly [labels: Readonly<Record<string, string>>, value: number]

/** How many instances count sessions, how many sessions began in a step, and how many of so many crashed. */
function sessionsIn(
  query: string,
  { sessions = 0, crashRate = 0 }: Behaviour,
  random: ReturnType<typeof randomFrom>,
  seconds: number,
): number {
  if (query.startsWith('count(')) return 1
  const began = random.poisson((sessions * seconds) / 60)
  return query.includes('sessions_crashed') ? random.binomial(began, crashRate) : began
}

/** What happened in a step, by its index. */
function seriesIn(query: string, behaviour: Behaviour, step: number, seconds: number): Row[] {
  const { rpm, slowness = 1, errorRate = 0, saturation = 0.4 } = behaviour
  const random = randomFrom(1000 * rpm + step)
  const noise = (deviation: number) => Math.exp(deviation * random.normal())
  if (query.includes('sessions_')) return [[{}, sessionsIn(query, behaviour, random, seconds)]]
  if (query.includes('saturation')) return [[{}, saturation * noise(0.02)]]
  const requests = random.poisson((rpm * seconds) / 60)
  const failed = random.binomial(requests, errorRate)
  if (!query.includes('_bucket'))
    return query.includes('by (code)')
      ? [
          [{ code: '200' }, requests - failed],
          [{ code: '503' }, failed],
        ]
      : [[{}, query.includes('"5..') ? failed : requests]]
  const times = Array.from({ length: requests }, () => 0.09 * slowness * noise(0.5))
  return [...BOUNDS, Number.POSITIVE_INFINITY].map((bound) => [
    { le: Number.isFinite(bound) ? String(bound) : '+Inf' },
    times.filter((time) => time <= bound).length,
  ])
}

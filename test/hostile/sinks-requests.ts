/** Sinks outside GitHub: headers, programs, queries, routers and messages. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { activeParts, SlackMessage, shownText } from '../../sandbox/world/slack/message.ts'
import { nodeCommand } from '../../src/adapters/command/node-command.ts'
import { grafana } from '../../src/adapters/grafana/grafana.ts'
import { nodeHttp } from '../../src/adapters/http/node-http.ts'
import { prometheus } from '../../src/adapters/prometheus/prometheus.ts'
import { slackMessage } from '../../src/adapters/slack/message.ts'
import { haproxyTraffic } from '../../src/adapters/traffic/haproxy.ts'
import { Argv } from '../../src/domain/config/text.ts'
import { Traffic } from '../../src/domain/config/traffic.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Objective } from '../../src/domain/judging/objective.ts'
import { fill } from '../../src/domain/release/template.ts'
import { type Notice, noticeReason } from '../../src/domain/report/notice.ts'
import type { ComparedMetric } from '../../src/domain/rollout/planned-comparison.ts'
import type { Http, HttpRequest } from '../../src/ports/http.ts'
import { timesOf } from '../actions/fake-prometheus.ts'
import { serve } from '../actions/server.ts'
import { withRuntime } from '../adapters/traffic/imitated-haproxy.ts'
import { structureOf } from './promql.ts'
import type { Sink } from './sinks-runner.ts'
import { CANARY } from './texts.ts'

const limits = { timeoutMs: 10_000, maxBytes: 100_000 }

/** A server sees the headers that were given and no other request, or the text is refused before anything is sent. */
export const header: Sink = async (texts) => {
  await using server = await serve((_, response) => void response.end())
  const http = nodeHttp(limits, () => {})
  const found: string[] = []
  for (const whole of texts) {
    // A server refuses longer headers before anybody sees them.
    const text = whole.slice(0, 8000)
    const before = server.seen.length
    const sent = await http
      .send({ method: 'GET', url: server.url, headers: { 'x-text': text } })
      .then(() => 1, refused)
    const names = Object.keys(server.seen[before]?.headers ?? {}).join()
    const got = server.seen[before]?.headers['x-text'] ?? ''
    const same = sent === 0 || (names === 'x-text,host,connection' && got === asHeader(text))
    if (!same || server.seen.length !== before + sent) found.push(text)
  }
  return found
}

/** Blanks at its ends are no part of a value; each character is a byte. */
const asHeader = (text: string) => text.replaceAll(/^[ \t]+|[ \t]+$/g, '')

function refused(error: unknown): 0 {
  if (error instanceof Failure) return 0
  throw error
}

const PRINT = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))'
const AT_ONCE = 50

/** A program gets each text as one argument; no other one is started. A config with NUL in it is refused. */
export const argv: Sink = async (texts) => {
  const cwd = mkdtempSync(join(tmpdir(), 'hostile-'))
  const command = nodeCommand({ cwd, maxBytes: 20_000_000 })
  const cut = texts.map((text) => `x${text.slice(0, 4000)}`)
  const found = cut.filter((text) => Argv.safeParse([text]).success === text.includes('\0'))
  const taken = texts.filter((text) => Argv.safeParse([text]).success)
  try {
    for (let i = 0; i < taken.length; i += AT_ONCE) {
      const some = taken.slice(i, i + AT_ONCE)
      const parts = ['{version}', ...some].map((part) => fill(part, { version: '1.2.0' }))
      const result = await command.run([process.execPath, '-e', PRINT, '--', ...parts], {
        timeoutMs: 20_000,
      })
      const got = JSON.parse(result.stdout) as string[]
      found.push(...some.filter((_, n) => got[n + 1] !== parts[n + 1]?.toWellFormed()))
    }
    return existsSync(join(cwd, CANARY)) ? [...found, CANARY] : found
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

const objective: Objective = {
  ...{ name: 'errors', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.01 },
  ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 1 },
}
const OBJECTIVES: readonly Objective[] = [
  objective,
  { ...objective, metric: 'latency-p95' },
  ...['"', "'", '`'].map((q) => ({
    ...objective,
    metric: 'custom' as const,
    query: `max(lag{v=${q}{version}${q}}[{window}])`,
  })),
]
const COMPARED: readonly ComparedMetric[] = [
  { name: 'latency', kind: 'latency', query: null },
  { name: 'errors', kind: 'errors', query: null },
  ...(['gauge', 'restarts'] as const).map((kind) => ({
    ...{ name: kind, kind, query: 'level{v="{version}"}' },
  })),
  {
    ...{ name: 'sessions', kind: 'sessions', query: "bad{v='{version}'}" },
    total: 'all{v=`{version}`}',
  },
]
const source = {
  provider: 'prometheus',
  url: 'https://prometheus.example',
  'requests-metric': 'requests_total',
  'duration-metric': 'duration_seconds',
} as const

async function queriesFor(version: string): Promise<readonly string[]> {
  const queries: string[] = []
  const http: Http = {
    async send({ url }) {
      const { pathname, searchParams } = new URL(url)
      const query = searchParams.get('query') ?? ''
      queries.push(query)
      const result = query === 'time()' ? [{ metric: {}, values: timesOf(searchParams) }] : []
      const resultType = pathname.endsWith('_range') ? 'matrix' : 'vector'
      const answer = JSON.stringify({ status: 'success', data: { resultType, result } })
      return { status: 200, headers: {}, body: Buffer.from(answer), elapsedMs: 1 }
    },
  }
  const window = { version, from: new Date(0), to: new Date(60_000) }
  for (const one of OBJECTIVES) await prometheus(source, http).read(one, window)
  const groups = { ...window, canary: version, baseline: version, look: 10_000, looks: 5 }
  await prometheus(source, http).comparable?.looks(COMPARED, groups)
  return queries
}

/** Each query has the structure that it has with a harmless version. */
export const promql: Sink = async (texts) => {
  const wanted = (await queriesFor('1.2.0')).map(structureOf).join('\n')
  const found: string[] = []
  for (const text of texts) {
    const queries = await queriesFor(text)
    if (queries.map(structureOf).join('\n') !== wanted) found.push(text)
  }
  return found
}

const slots = { blue: { url: 'https://blue.example' }, green: { url: 'https://green.example' } }

/** No text is a name of HAProxy's, unless it is a plain word; and what HAProxy says is shown in one line. */
export const router: Sink = async (texts) => {
  const found = texts.filter((text) =>
    [
      { backend: text, slots },
      { backend: 'checkout', slots: { green: slots.green, [text]: slots.blue } },
    ].some((names) => {
      const parsed = Traffic.safeParse({ provider: 'haproxy', socket: 'unix:/x', ...names })
      return parsed.success && !/^[a-z0-9-]+$/.test(text)
    }),
  )
  const said = texts.values()
  await withRuntime(
    () => said.next().value ?? '',
    async (socket) => {
      const config = Traffic.parse({ provider: 'haproxy', backend: 'checkout', socket, slots })
      if (config.provider !== 'haproxy') return
      for (const text of texts) {
        const traffic = haproxyTraffic(config, {
          send: () => Promise.reject(new Error('not asked')),
        })
        const line = await traffic.shift({ blue: 0, green: 100 }).then(() => '', String)
        if (!/^[\x20-\x7e]{0,300}$/.test(line)) found.push(text)
      }
    },
  )
  return found
}

const notice: Notice = {
  ...{ event: 'failed', reason: '', runUrl: 'https://github.example/runs/7', time: 0 },
  release: { product: 'checkout', channel: 'stable', version: '1.1.0' },
  issueUrl: undefined,
}

/** Slack takes the message, finds our link in it alone, and shows the reason as it is. */
export const slack: Sink = async (texts) =>
  texts.filter((text) => {
    const told = { ...notice, reason: text }
    const message = SlackMessage.parse(slackMessage(told))
    const section = message.blocks?.[1]
    const shown = section?.type === 'section' ? shownText(section.text.text) : ''
    const links = activeParts(message).join()
    const whole = JSON.stringify(message)
    // What is no whole character would be written as an escape.
    return (
      links !== '<https://github.example/runs/7|run>' ||
      !isLine(shown) ||
      /\\ud[89a-f]/i.test(whole) ||
      shown !== noticeReason(told)
    )
  })

/** The annotation has our tags, and no HTML. */
export const annotations: Sink = async (texts) => {
  const sent: HttpRequest[] = []
  const http: Http = {
    async send(request) {
      sent.push(request)
      return { status: 200, headers: {}, body: Buffer.from('{"id":1,"message":"x"}'), elapsedMs: 1 }
    },
  }
  const found: string[] = []
  for (const text of texts) {
    await grafana('https://grafana.example', 'token', http).tell({ ...notice, reason: text })
    const body = String(sent.at(-1)?.body)
    const { tags, text: shown } = JSON.parse(body) as { tags: string[]; text: string }
    const same = tags.join() === 'checkout,1.1.0,failed' && shown.split('\n').length <= 3
    if (
      !same ||
      /[<>]/.test(shown) ||
      !shown.split('\n').every(isLine) ||
      /\\ud[89a-f]/i.test(body)
    )
      found.push(text)
  }
  return found
}

const isLine = (text: string) => !/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(text)

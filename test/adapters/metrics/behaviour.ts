import type { ServerResponse } from 'node:http'
import { describe, expect, test } from '@jest/globals'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { type Answer, html, json, type Seen, serve } from '../../actions/server.ts'
import { type Connected, connect, look, SECRET } from './rig.ts'

/** One provider that is asked over HTTP, and how its server answers. */
export interface Provider {
  readonly name: string
  /** Its config, for a server at this address. */
  readonly config: (url: string) => Readonly<Record<string, unknown>>
  readonly objective: Objective
  /** A server in good health, whose value is 7 of 100 samples. */
  readonly good: Answer
  /** The value of the good server. */
  readonly value: number
  /** Servers that know nothing: each name with its answer. */
  readonly nothing: Readonly<Record<string, Answer>>
  /** A server whose values are of another time; absent where answers have none. */
  readonly skewed?: Answer
  /** Its way to say that there were too many questions, where it is not 429. */
  readonly throttled?: Answer
  /** Asks by POST: a redirect is never followed. */
  readonly posts?: true
  /** Its address is the runner's, which no config lists. */
  readonly ofRunner?: true
}

/** What every provider does with a server that is not in good health: no such answer ever passes. */
export function behaves(provider: Provider): void {
  describe(provider.name, () => {
    values(provider)
    limits(provider)
    troubles(provider)
    origins(provider)
  })
}

async function asked(
  provider: Provider,
  answer: Answer,
  more: { readonly timeoutMs?: number; readonly allowed?: boolean } = {},
) {
  await using server = await serve(answer)
  const origins = more.allowed === false ? ['http://127.0.0.1:1'] : [server.url]
  const connected: Connected = connect(provider.config(server.url), { ...more, origins })
  const evidence = await look(connected, provider.objective)
  return { evidence, waits: connected.waits, seen: [...server.seen], host: server.host }
}

function values(provider: Provider): void {
  test('reads the value', async () => {
    const { evidence, seen } = await asked(provider, provider.good)
    expect(evidence).toMatchObject({ verdict: 'pass', value: provider.value })
    expect(evidence.samples).toBeGreaterThan(0)
    const sent = JSON.stringify(seen.map(({ headers }) => headers))
    expect(sent).toMatch(/authorization/)
    expect(JSON.stringify(evidence)).not.toContain(SECRET)
  })

  test.each(Object.entries(provider.nothing))('%s decides nothing', async (_name, answer) => {
    const { evidence } = await asked(provider, answer)
    expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  })

  const { skewed } = provider
  if (skewed !== undefined)
    test('a value of another time decides nothing', async () => {
      const { evidence } = await asked(provider, skewed)
      expect(evidence.verdict).toBe('inconclusive')
      expect(evidence.answer).toMatch(/another time|than the window|before the window/)
    })
}

/** The first so many requests get the one answer, all others the other. */
function firstly(times: number, first: Answer, then: Answer): Answer {
  let left = times
  return (request, response) => {
    left -= 1
    return left >= 0 ? first(request, response) : then(request, response)
  }
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'text/plain', ...headers })
    response.end('no')
  }

function limits(provider: Provider): void {
  const { good } = provider
  test('a limit is waited for as long as the server says', async () => {
    const run = await asked(provider, firstly(1, status(429, { 'retry-after': '7' }), good))
    expect(run.evidence.verdict).toBe('pass')
    expect(run.waits.filter((ms) => ms >= 7000 && ms < 10_000)).toHaveLength(1)
  })

  test('a limit that stays decides nothing, and is not run against', async () => {
    const { evidence, seen } = await asked(provider, status(429, { 'retry-after': '1' }))
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toMatch(/429|rate limit/i)
    expect(seen.length).toBeLessThanOrEqual(8)
  })

  const { throttled } = provider
  if (throttled !== undefined)
    test('its own words for a limit decide nothing', async () => {
      const { evidence } = await asked(provider, throttled)
      expect(evidence).toMatchObject({ verdict: 'inconclusive' })
      expect(evidence.answer).toMatch(/Throttl/)
    })

  test('a server error once is got over, for ever it decides nothing', async () => {
    expect((await asked(provider, firstly(1, status(503), good))).evidence.verdict).toBe('pass')
    const { evidence } = await asked(provider, status(503))
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toContain('503')
  })
}

const cut: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"cut":', () => response.destroy())
}

const large: Answer = (_, response) => json(response, { padding: 'x'.repeat(10 * 1024 * 1024) })

function troubles(provider: Provider): void {
  test.each<[string, Answer, RegExp]>([
    ['an answer that is cut', cut, /connection failed/],
    ['half a JSON', (_, r) => half(r), /no JSON/],
    ['a page', (_, r) => html(r, '<h1>Sign in</h1>'), /no JSON/],
    ['null', (_, r) => json(r, null), /shape|field|nothing at|no JSON/],
    ['another document', (_, r) => json(r, { a: [1] }), /shape|field|nothing at/],
    ['ten mebibytes', large, /larger than 4000000 bytes/],
    ['silence', () => {}, /did not answer in time/],
    ['204', status(204), /204/],
    ['304', status(304), /304/],
  ])('%s decides nothing', async (_name, answer, words) => {
    const timeoutMs = words.source.includes('in time') ? 400 : 5000
    const { evidence } = await asked(provider, answer, { timeoutMs })
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toMatch(words)
    expect(evidence.answer).not.toMatch(/[\r\n]/)
  })

  test('unauthorised, forbidden, absent and down are told apart', async () => {
    const told = async (answer: Answer) => (await asked(provider, answer)).evidence.answer
    const answers = [await told(status(401)), await told(status(403)), await told(status(404))]
    for (const [index, code] of ['401', '403', '404'].entries())
      expect(answers[index]).toContain(code)
    const down = connect(provider.config('http://127.0.0.1:9'), { origins: ['http://127.0.0.1:9'] })
    const { verdict, answer } = await look(down, provider.objective)
    expect(verdict).toBe('inconclusive')
    expect(answer).toContain('the connection failed')
    expect(new Set([...answers, answer]).size).toBe(4)
  })

  test('what comes back holds no secret', async () => {
    const echo: Answer = ({ headers }, response) =>
      json(response, { status: 'error', error: JSON.stringify(headers) }, 400)
    const { evidence } = await asked(provider, echo)
    expect(evidence.verdict).toBe('inconclusive')
    const text = JSON.stringify(evidence)
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(Buffer.from(`me:${SECRET}`).toString('base64').slice(8, 40))
  })
}

function half(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end('{"data":[{"a"')
}

function origins(provider: Provider): void {
  test('a redirect to another origin is not followed', async () => {
    await using other = await serve(provider.good)
    const led: Answer = ({ url }, r) => {
      r.writeHead(307, { location: `${other.url}${url}` })
      r.end()
    }
    const { evidence } = await asked(provider, led)
    expect(evidence.verdict).toBe('inconclusive')
    expect(other.seen).toEqual([])
  })

  if (provider.posts !== true)
    test('a redirect inside the origin is followed', async () => {
      const moved = (request: Seen): string => `/moved${request.url}`
      const led: Answer = (request, response) => {
        if (request.url.startsWith('/moved'))
          return provider.good({ ...request, url: request.url.slice(6) }, response)
        response.writeHead(307, { location: moved(request) })
        return response.end()
      }
      expect((await asked(provider, led)).evidence.verdict).toBe('pass')
    })

  if (provider.ofRunner !== true)
    test('an origin that the config does not allow is not asked', async () => {
      const { evidence, seen } = await asked(provider, provider.good, { allowed: false })
      expect(evidence.verdict).toBe('inconclusive')
      expect(evidence.answer).toContain('allow-private')
      expect(seen).toEqual([])
    })

  test('without its secret it is not asked', async () => {
    await using server = await serve(provider.good)
    const { metrics } = connect(provider.config(server.url), {
      origins: [server.url],
      secrets: {},
    })
    const evidence = await look({ metrics, waits: [] }, provider.objective)
    expect(evidence.verdict).toBe('inconclusive')
    expect(evidence.answer).toMatch(/the source it needs the secrets? [A-Z]/)
    expect(metrics.unavailable?.([provider.objective])).toBeDefined()
    expect(server.seen).toEqual([])
  })
}

import { describe, expect, test } from '@jest/globals'
import { limitMs, withinLimits } from '../../../src/adapters/github/rate-limit.ts'
import type { Http, HttpAnswer } from '../../../src/ports/http.ts'

const START = Date.parse('2026-01-01T00:00:00Z')
const answer = (status: number, headers: Record<string, string> = {}, text = ''): HttpAnswer => ({
  status,
  headers,
  body: Buffer.from(text),
  elapsedMs: 1,
})
const spent = (reset: string) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
const epoch = (seconds: number) => String(START / 1000 + seconds)

const LIMITED = '{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}'

/** A server that gives these answers in turn, and a clock that only sleeping moves. */
function rig(answers: readonly HttpAnswer[]) {
  let now = START
  const sentAt: number[] = []
  const left = [...answers]
  const server: Http = {
    send: async () => {
      sentAt.push(now - START)
      return left.shift() ?? answer(200)
    },
  }
  const sleep = async (ms: number) => {
    now += ms
  }
  const clock = { now: () => new Date(now), sleep }
  const job = new AbortController()
  const http = withinLimits(server, clock, job.signal)
  const post = () => http.send({ method: 'POST', url: 'https://api.github.example/', headers: {} })
  return { post, sentAt, job }
}

describe('how long a limit lasts', () => {
  const now = new Date(START)
  test.each([
    ['seconds', answer(429, { 'retry-after': '7' }), 7000],
    ['parts of a second', answer(429, { 'retry-after': '1.5' }), 1500],
    ['a date', answer(403, { 'retry-after': new Date(START + 9000).toUTCString() }), 9000],
    ['a date that has passed', answer(429, { 'retry-after': new Date(0).toUTCString() }), 1000],
    ['[C-54] -1', answer(429, { 'retry-after': '-1' }), 60_000],
    ['[C-54] a word', answer(429, { 'retry-after': 'abc' }), 60_000],
    ['[C-54] a day', answer(429, { 'retry-after': '86400' }), 86_400_000],
    ['a reset', answer(403, spent(epoch(30))), 30_000],
    ['[C-53] a reset in the past', answer(403, spent('0')), 1000],
    ['[C-53] a reset that is no number', answer(403, spent('soon')), 60_000],
    ['[C-53] a reset in the year 9999', answer(403, spent('253402300799')), 251_635_075_199_000],
    ['an error of GraphQL', answer(200, spent(epoch(30)), LIMITED), 30_000],
    ['the words of a secondary limit', answer(403, {}, 'a secondary rate limit'), 60_000],
  ])('%s', (_name, limited, ms) => {
    expect(limitMs(limited, now)).toBe(ms)
  })

  test('a missing right is no limit, and success is none whatever its headers say', () => {
    expect(limitMs(answer(403, { 'x-ratelimit-remaining': '12' }), now)).toBeUndefined()
    expect(limitMs(answer(200, spent(epoch(30))), now)).toBeUndefined()
    const quoted = JSON.stringify({ data: { text: LIMITED } })
    expect(limitMs(answer(200, spent(epoch(30)), quoted), now)).toBeUndefined()
  })
})

describe('a refused request', () => {
  test('[C-50] is sent again when the limit has passed, and nothing leaves before', async () => {
    const { post, sentAt } = rig([answer(403, { 'retry-after': '7' })])
    const [first, second] = await Promise.all([post(), post()])
    expect([first?.status, second?.status]).toEqual([200, 200])
    expect(sentAt.slice(2).every((at) => at >= 7000)).toBe(true)
    expect((await post()).status).toBe(200)
  })

  test('[C-52] is not waited for beyond ten minutes: the error says until when', async () => {
    const { post, sentAt } = rig([answer(403, spent(epoch(3000)))])
    await expect(post()).rejects.toThrow("GitHub's rate limit holds until 2026-01-01T00:50:00.000Z")
    await expect(post()).rejects.toThrow('2026-01-01T00:50:00')
    expect(sentAt).toEqual([0])
  })

  test('[C-53] a reset at the end of time is an error, not a crash', async () => {
    const { post } = rig([answer(403, spent('999999999999'))])
    await expect(post()).rejects.toThrow("GitHub's rate limit holds until +033658")
  })

  test('[C-55] for ever: four attempts, then an error', async () => {
    const { post, sentAt } = rig(
      Array.from({ length: 9 }, () => answer(429, { 'retry-after': '2' })),
    )
    await expect(post()).rejects.toMatchObject({ code: 'rate-limited' })
    expect(sentAt).toEqual([0, 2000, 4000, 6000])
  })

  test('many limits share one patience', async () => {
    const limits = Array.from({ length: 9 }, () => [
      answer(429, { 'retry-after': '250' }),
      answer(200),
    ])
    const { post } = rig(limits.flat())
    await post()
    await post()
    await expect(post()).rejects.toMatchObject({ code: 'rate-limited' })
  })

  test('a cancelled job waits for no limit', async () => {
    const { post, sentAt, job } = rig([answer(429, { 'retry-after': '5' })])
    job.abort()
    await expect(post()).rejects.toMatchObject({ code: 'rate-limited' })
    expect(sentAt).toEqual([0])
  })
})

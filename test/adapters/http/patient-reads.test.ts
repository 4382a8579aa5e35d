import { expect, test } from '@jest/globals'
import { patientReads } from '../../../src/adapters/http/patient-reads.ts'
import { Failure } from '../../../src/domain/failure.ts'
import type { HttpAnswer, HttpRequest } from '../../../src/ports/http.ts'

type Step = number | readonly [number, Record<string, string>] | Failure

const lost = new Failure('connection', 'lost')
const slow = new Failure('timeout', 'slow')

/** What a sequence of answers leads to: the outcome, the pauses, the number of requests. */
async function run(steps: readonly Step[], method: HttpRequest['method'] = 'GET') {
  const pauses: number[] = []
  let sent = 0
  const http = {
    async send(): Promise<HttpAnswer> {
      const step = steps[Math.min(sent, steps.length - 1)]
      sent += 1
      if (step instanceof Failure) throw step
      const [status, headers] = typeof step === 'number' ? [step, {}] : (step ?? [0, {}])
      return { status, headers, body: new Uint8Array(), elapsedMs: 0 }
    },
  }
  const clock = {
    now: () => new Date('2026-01-01T00:00:00Z'),
    sleep: async (ms: number) => void pauses.push(ms),
  }
  const outcome = await patientReads(http, clock)
    .send({ method, url: 'https://x.example' })
    .then(
      ({ status }) => status,
      (error: Failure) => error.code,
    )
  return { outcome, pauses, sent }
}

const seconds = (n: number) => String(Date.parse('2026-01-01T00:00:00Z') / 1000 + n)

test.each<[string, readonly Step[], unknown]>([
  ['200', [200], { outcome: 200, pauses: [], sent: 1 }],
  ['404', [404], { outcome: 404, pauses: [], sent: 1 }],
  ['5xx, then 200', [500, 503, 502, 200], { outcome: 200, pauses: [300, 600, 2400], sent: 4 }],
  ['5xx for good', [502], { outcome: 502, pauses: [300, 600, 2400], sent: 4 }],
  ['a lost connection', [lost, 200], { outcome: 200, pauses: [300], sent: 2 }],
  ['lost for good', [lost], { outcome: 'connection', pauses: [300, 600, 2400], sent: 4 }],
  ['a timeout', [slow], { outcome: 'timeout', pauses: [], sent: 1 }],
  [
    '429 with seconds',
    [[429, { 'retry-after': '2' }], 200],
    { outcome: 200, pauses: [2000], sent: 2 },
  ],
  [
    '429 with a date',
    [[429, { 'retry-after': 'Thu, 01 Jan 2026 00:00:07 GMT' }], 200],
    { outcome: 200, pauses: [7000], sent: 2 },
  ],
  [
    '429 of Sentry',
    [[429, { 'x-sentry-rate-limit-reset': seconds(3) }], 200],
    { outcome: 200, pauses: [3000], sent: 2 },
  ],
  [
    '429 that asks for an hour',
    [[429, { 'retry-after': '3600' }]],
    { outcome: 429, pauses: [], sent: 1 },
  ],
])('%s', async (_name, steps, expected) => {
  expect(await run(steps)).toEqual(expected)
})

test('what is not a GET is sent once', async () => {
  expect(await run([500, 200], 'POST')).toEqual({ outcome: 500, pauses: [], sent: 1 })
})

/** What Prometheus and Sentry may answer, and what the gate makes of it. */
import { expect, test } from '@jest/globals'
import { gate, objectives, ok } from './observability-gate-world.ts'
import { type Answer, json } from './server.ts'

/** Prometheus that answers every query with these values, computed so many seconds beside the time asked for. */
const vector =
  (values: readonly string[], drift = 0): Answer =>
  ({ url }, response) => {
    const time = Number(new URLSearchParams(url.split('?')[1]).get('time')) + drift
    const result = values.map((value, i) => ({ metric: { pod: String(i) }, value: [time, value] }))
    json(response, { status: 'success', data: { resultType: 'vector', result } })
  }
const answering =
  (body: object): Answer =>
  (_, response) =>
    json(response, { status: 'success', ...body })
const nothing = { resultType: 'vector', result: [] }
const scalar = { resultType: 'scalar', result: [Date.now() / 1000, '0'] }

test.concurrent.each<[string, Answer, string]>([
  ['nothing', vector([]), 'no value'],
  ['many series', vector(['1', '2']), '2 series where one is meant'],
  ['NaN', vector(['NaN']), 'no value'],
  ['+Inf', vector(['+Inf']), 'no value'],
  ['a scalar', answering({ data: scalar }), 'a scalar where a series is meant'],
  ['what was true two minutes ago', vector(['1'], -120), 'a value of another time, 120 s'],
  ['what will be true in two minutes', vector(['1'], 120), 'a value of another time, 120 s'],
  ['a warning', answering({ warnings: ['part'], data: nothing }), 'could not see everything'],
])('[CP-29] Prometheus that answers %s decides nothing', async (_name, prometheus, why) => {
  const run = await gate({ prometheus }, {}, objectives)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain(why)
})

const none = 'objectives: none\n'

test.concurrent.each<[string, object, string]>([
  ['is archived', { status: 'archived' }, 'exists, but is archived'],
  ['was never finalised', { dateReleased: null }, 'exists, but is not finalised'],
  ['has no date', { dateReleased: undefined }, 'exists, but is not finalised'],
  ['is in a state that nobody knows', { status: 'frozen' }, 'an unknown shape (status)'],
])('[OG-33] a release that %s does not pass', async (_name, change, said) => {
  const run = await gate({ sentry: (_, r) => json(r, { ...ok, ...change }) }, {}, none)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain(said)
})

test.concurrent('[OG-33] where the config does without finalising, only an archived release is refused', async () => {
  const asked = (change: object) =>
    gate({ sentry: (_, r) => json(r, { ...ok, dateReleased: null, ...change }) }, {}, none, {
      finalized: false,
    })
  expect((await asked({})).outputs.verdict).toBe('pass')
  expect((await asked({ status: 'archived' })).outputs.verdict).toBe('inconclusive')
})

/** An organisation token as Sentry makes them. */
const token = (urls: { readonly url: string; readonly region_url?: string }) => {
  const payload = Buffer.from(JSON.stringify({ iat: 1_767_600_000.5, org: 'acme', ...urls }))
  return `sntrys_${payload.toString('base64')}_${'Ab3/'.repeat(10)}Ab3`
}
const refusing =
  (status: number): Answer =>
  (_, response) =>
    json(response, { detail: 'no' }, status)

test.concurrent.each([
  ['a DSN', 'https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/2'],
  ['an API key of old', '0123456789abcdef0123456789ABCDEF'],
])('[OG-24] %s is no token: it is refused and not sent', async (_name, given) => {
  const run = await gate({}, { 'sentry-auth-token': given }, none)
  expect([run.exit, run.outputs.verdict, run.asked]).toEqual([1, 'inconclusive', []])
  expect(run.outputs.reason).toMatch(
    /^input sentry-auth-token: is .*: give an organisation token \(sntrys_\) or a user token \(sntryu_\)$/,
  )
  expect(run.log + run.summary + run.outputs.reason).not.toContain('0123456789')
})

const BROKEN = 'begins as an organisation token and does not go on as one: copy it whole'
const whole = token({ url: 'https://sentry.io' })

test.concurrent.each([
  ['an organisation token whose base64 is none', 'sntrys_%%%_abc', BROKEN],
  ['one with a part too many', whole.replace(/_(?=[^_]*$)/, '_x_'), BROKEN],
  ['one that was cut', whole.slice(0, -20), BROKEN],
  ['a user token', `sntryu_${'a1'.repeat(32)}`, 'Check SENTRY_AUTH_TOKEN and its region'],
  ['64 hex digits', 'a1'.repeat(32), 'Check SENTRY_AUTH_TOKEN and its region'],
])('[OG-24] %s that Sentry refuses is told what it looks like', async (_name, given, remedy) => {
  const run = await gate({ sentry: refusing(401) }, { 'sentry-auth-token': given }, none)
  expect([run.exit, run.outputs.verdict, run.asked.length]).toEqual([1, 'inconclusive', 1])
  expect(run.outputs.reason).toContain(remedy)
})

test.concurrent('[OG-24] a token of any form that Sentry accepts passes', async () => {
  const run = await gate({}, { 'sentry-auth-token': whole.slice(0, -20) }, none)
  expect(run.outputs.verdict).toBe('pass')
})

const european = token({ url: 'https://sentry.io', region_url: 'https://de.sentry.io' })

test.concurrent.each([401, 404])(
  '[OG-23] a token of Europe, %i elsewhere: the region is named, and sentry.url stays what is asked',
  async (status) => {
    const run = await gate({ sentry: refusing(status) }, { 'sentry-auth-token': european }, none)
    expect([run.exit, run.outputs.verdict, run.asked.length]).toEqual([1, 'inconclusive', 1])
    expect(run.outputs.reason).toContain(
      'SENTRY_AUTH_TOKEN is of https://de.sentry.io: set sentry.url to it',
    )
  },
)

test.concurrent('[OG-23] what the token says of its address does not stand over sentry.url', async () => {
  const run = await gate({}, { 'sentry-auth-token': european }, none)
  expect([run.outputs.verdict, run.asked.length]).toEqual(['pass', 1])
})

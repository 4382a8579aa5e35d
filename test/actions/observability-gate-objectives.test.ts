import { expect, jest, test } from '@jest/globals'
import { counts, gate } from './observability-gate-world.ts'
import { type Answer, json } from './server.ts'

// Each test runs the gate once or twice, in processes of their own.
jest.setTimeout(60_000)

const errors = (more: string, name = 'errors') =>
  `  - {name: ${name}, metric: error-rate, unit: ratio, min-samples: 10, ${more}}\n`
const config = (...lines: readonly string[]) => `objectives:\n${lines.join('')}`

/** Counts by version: the baseline is 1.1.0, the new version 1.2.0. */
const sides =
  (mine: Answer, theirs: Answer): Answer =>
  (request, response) =>
    (decodeURIComponent(request.url).includes('"1.1.0"') ? theirs : mine)(request, response)

test.concurrent('the summary has a picture against the limits and a table with all that was seen', async () => {
  const run = await gate({ prometheus: counts(5, 1000, 1000) })
  expect(run.summary).toContain('title "At most 100 percent of its limit is good"')
  expect(run.summary).toContain('x-axis ["errors", "speed"]')
  expect(run.summary).toContain('bar [50, 38]')
  expect(run.summary).toContain('line [100, 100]')
  const row = run.summary.split('\n').find((line) => line.startsWith('| errors | 🟢 pass'))
  expect(row).toBe(
    '| errors | 🟢 pass | 0.5 % | 0.21 % to 1.17 % | at most 1 % |  | 1000 | 5m | fails above 1 %; 5 of 1000 were counted |',
  )
  const [, found] = JSON.parse(run.outputs.evidence ?? '[]')
  expect(found).toMatchObject({
    ...{ value: 0.005, samples: 1000, look: { window: 300_000 } },
    ...{ interval: { lower: expect.any(Number) }, hint: expect.stringContaining('fails above') },
  })
})

test.concurrent('without a value there is no picture, and what is missing is said', async () => {
  const empty: Answer = (_, response) =>
    json(response, { status: 'success', data: { resultType: 'vector', result: [] } })
  const run = await gate({ prometheus: empty })
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.summary).not.toContain('xychart')
  expect(run.summary).toContain('decides with 10 more samples')
})

test.concurrent('the new version is held against the baseline, with both in the picture', async () => {
  const both = { subject: 'new' }
  const versus = config(errors('versus: baseline, by: 10%'))
  const good = sides(counts(0, 1000, 1000), counts(0, 1000, 1000))
  const same = await gate({ prometheus: good }, both, versus)
  expect(same.outputs).toMatchObject({ verdict: 'pass', measured_version: '1.2.0' })
  const bad = sides(counts(80, 1000, 1000), counts(5, 1000, 1000))
  const worse = await gate({ prometheus: bad }, both, versus)
  expect(worse.outputs.reason).toBe('errors: 8 %, wanted at most 0.55 %, the baseline + 10 %')
  expect(worse.summary).toContain('x-axis ["errors", "errors baseline"]')
  expect(worse.summary).toContain('0.5 % from 1000 samples')
})

test.concurrent('the version that serves has no baseline, and a version is none of itself', async () => {
  const versus = config(errors('limit: 1%'), errors('versus: baseline', 'beside'))
  const serving = await gate({}, {}, versus)
  expect(serving.outputs).toMatchObject({ verdict: 'pass', reason: 'all 2 passed' })
  expect(serving.summary).toContain('which has no baseline: `beside`.')
  const itself = { subject: 'new', baseline_version: '1.2.0' }
  const alone = await gate({}, itself, versus)
  expect(alone.outputs.verdict).toBe('inconclusive')
  expect(alone.outputs.reason).toContain('beside: 0 %, baseline with 0 of 10 samples')
})

test.concurrent('an objective that only notifies opens and closes nothing, and is told in the reason', async () => {
  const told = config(errors('limit: 1%, on-breach: notify'), errors('limit: 10%', 'limit'))
  const run = await gate({ prometheus: counts(50, 1000, 1000) }, {}, told)
  expect(run.exit).toBe(0)
  expect(run.outputs.reason).toBe(
    'all 2 passed; told, and goes on: errors: 5 %, wanted at most 1 %',
  )
})

test.concurrent('with a score objectives weigh against each other, but for a critical one', async () => {
  const speed =
    '  - {name: speed, metric: latency-p95, unit: milliseconds, limit: 250ms, weight: 3}\n'
  const scored = (more: string) => `${config(errors(`limit: 1%${more}`), speed)}score: {pass: 75}\n`
  const bad = { prometheus: counts(50, 1000, 1000) }
  const enough = await gate(bad, {}, scored(''))
  expect(enough.outputs).toMatchObject({ verdict: 'pass', reason: 'all 2 passed' })
  expect(enough.summary).toContain('score of objectives')
  expect((await gate(bad, {}, scored(', critical: true'))).outputs.verdict).toBe('fail')
})

test.concurrent('[OG-39] a source that stopped in the middle of the window is stale, whatever it had before', async () => {
  const fresh = config(errors('limit: 1%, max-age: 1m'))
  const aged =
    (seconds: number): Answer =>
    (request, response) => {
      const parameters = new URLSearchParams(request.url.split('?')[1])
      if (!parameters.get('query')?.includes('timestamp('))
        return counts(0, 1000, 1000)(request, response)
      const time = Number(parameters.get('time'))
      const result = [{ metric: {}, value: [time, String(time - seconds)] }]
      json(response, { status: 'success', data: { resultType: 'vector', result } })
    }
  expect((await gate({ prometheus: aged(15) }, {}, fresh)).outputs.verdict).toBe('pass')
  const stopped = await gate({ prometheus: aged(100) }, {}, fresh)
  expect(stopped.exit).toBe(1)
  expect(stopped.outputs.verdict).toBe('inconclusive')
  expect(stopped.outputs.reason).toMatch(/^errors: 0 %, newest sample 1m(39|40)s\d*(ms)? old/)
})

test.concurrent('[R318] response time, throughput and what it uses are read, judged and shown beside each other', async () => {
  const line = (name: string, more: string) => `  - {name: ${name}, min-samples: 10, ${more}}\n`
  const performance = config(
    line('response-time', 'metric: latency-p95, unit: milliseconds, limit: 250ms'),
    line('throughput', "metric: throughput, unit: count, limit: '3', direction: at-least"),
    line('memory', `metric: custom, query: 'max(rss{v="{version}"})', unit: count, limit: '512'`),
  )
  const using =
    (memory: number, requests: number): Answer =>
    (request, response) => {
      if (!request.url.includes('rss')) return counts(0, requests, requests)(request, response)
      const time = Number(new URLSearchParams(request.url.split('?')[1]).get('time'))
      const result = [{ metric: {}, value: [time, String(memory)] }]
      json(response, { status: 'success', data: { resultType: 'vector', result } })
    }
  const well = await gate({ prometheus: using(300, 1000) }, {}, performance)
  expect(well.outputs).toMatchObject({ verdict: 'pass', reason: 'all 4 passed' })
  const shown = ['response-time', 'throughput', 'memory'].map((name) =>
    well.summary.split('\n').find((row) => row.startsWith(`| ${name} | `)),
  )
  expect(shown).toEqual([
    expect.stringContaining('at most 250 ms'),
    // 1,000 in five minutes.
    expect.stringMatching(/\| 3\.333 \|.*at least 3 /),
    expect.stringMatching(/\| 300 \|.*at most 512 /),
  ])
  const { outputs } = await gate({ prometheus: using(600, 500) }, {}, performance)
  expect(outputs.verdict).toBe('fail')
  expect(outputs.reason).toContain('throughput: 1.667, wanted at least 3')
  expect(outputs.reason).toContain('memory: 600, wanted at most 512')
})

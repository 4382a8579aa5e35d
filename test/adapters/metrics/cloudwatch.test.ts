import { expect, test } from '@jest/globals'
import aws4 from 'aws4'
import { type Answer, json, serve } from '../../actions/server.ts'
import { cloudWatchConfig, result } from './cloudwatch.ts'
import { connect, look, NOW, objectiveOf, SECRET, WINDOW } from './rig.ts'

async function ask(query: string, more: object, answer: Answer, window = WINDOW) {
  await using server = await serve(answer)
  const connected = connect(cloudWatchConfig(server.url), { origins: [server.url] })
  const evidence = await look(connected, objectiveOf({ query, ...more }), window)
  return { ...evidence, seen: [...server.seen], host: server.host }
}

const pages =
  (...all: readonly (readonly object[])[]): Answer =>
  ({ body }, response) => {
    const page = Number(JSON.parse(body).NextToken ?? 0)
    const next = page + 1 < all.length ? { NextToken: String(page + 1) } : {}
    json(response, { MetricDataResults: all[page], ...next })
  }

test('asks for one period over the whole minutes of the window, signed for its region', async () => {
  const answer = pages([result('value', [7]), result('samples', [100])])
  const window = {
    ...WINDOW,
    from: new Date(WINDOW.from.getTime() + 1),
    to: new Date(NOW.getTime() + 59_999),
  }
  const late = pages([
    result('value', [7], { Timestamps: [NOW.getTime() / 1000 - 60] }),
    result('samples', []),
  ])
  expect(await ask('lag', {}, late, window)).toMatchObject({ value: 7, samples: 0 })
  const { seen, host } = await ask('lag', {}, answer)
  const [request] = seen
  expect(JSON.parse(request?.body ?? '')).toMatchObject({
    ...{ StartTime: WINDOW.from.getTime() / 1000, EndTime: NOW.getTime() / 1000 },
    MetricDataQueries: [
      {
        Id: 'value',
        MetricStat: {
          ...{ Period: 7200, Stat: 'Maximum' },
          Metric: {
            ...{ Namespace: 'Shop', MetricName: 'Lag' },
            Dimensions: [{ Name: 'Version', Value: '1.2.0' }],
          },
        },
      },
      { Id: 'samples', MetricStat: { Stat: 'SampleCount' } },
    ],
  })
  const headers = request?.headers ?? {}
  expect(headers['x-amz-date']).toBe('20260105T120000Z')
  const again = aws4.sign(
    {
      ...{ service: 'monitoring', region: 'eu-central-1', host, method: 'POST', path: '/' },
      body: request?.body ?? '',
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': 'GraniteServiceVersion20100801.GetMetricData',
        'X-Amz-Date': '20260105T120000Z',
      },
    },
    { accessKeyId: SECRET, secretAccessKey: SECRET, sessionToken: SECRET },
  )
  expect(headers.authorization).toBe(again.headers?.Authorization)
  expect(headers['x-amz-security-token']).toBe(SECRET)
})

test('a share is one metric over the other, and errors that nobody published are none', async () => {
  const share = { unit: 'ratio', limit: 0.02 } as const
  const at = (errors: readonly number[], requests: readonly number[]) =>
    ask('errors', share, pages([result('value', errors), result('per', requests)]))
  expect(await at([5], [1000])).toMatchObject({ verdict: 'pass', value: 0.005, samples: 1000 })
  expect(await at([30], [1000])).toMatchObject({ verdict: 'fail', value: 0.03 })
  expect(await at([], [1000])).toMatchObject({ verdict: 'pass', value: 0 })
  expect(await at([], [])).toMatchObject({ verdict: 'inconclusive', samples: 0 })
  expect(await at([5], [0])).toMatchObject({ verdict: 'inconclusive' })
})

test('pages are read to their end, and a part that is finished later is whole', async () => {
  const first = [result('value', [], { StatusCode: 'PartialData' }), result('samples', [3])]
  const evidence = await ask('lag', {}, pages(first, [result('value', [7])]))
  expect(evidence).toMatchObject({ verdict: 'pass', value: 7, samples: 3 })
  expect(evidence.seen).toHaveLength(2)
  const endless: Answer = (_, r) => json(r, { MetricDataResults: [], NextToken: 'again' })
  const given = await ask('lag', {}, endless)
  expect(given.verdict).toBe('inconclusive')
  expect(given.answer).toContain('more than 20 pages')
})

test('several points of a sum are one, of a maximum the largest', async () => {
  const share = { unit: 'ratio', limit: 0.02 } as const
  const sum = pages([result('value', [1, 2]), result('per', [500, 500])])
  expect(await ask('errors', share, sum)).toMatchObject({ value: 0.003, samples: 1000 })
  const largest = pages([result('value', [1, 9, 2]), result('samples', [1, 1, 1])])
  expect(await ask('lag', {}, largest)).toMatchObject({ value: 9, samples: 3 })
})

test('a window without a whole minute is too short', async () => {
  const window = {
    ...WINDOW,
    from: new Date(NOW.getTime() - 50_000),
    to: new Date(NOW.getTime() - 1),
  }
  const evidence = await ask('lag', {}, pages([]), window)
  expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  expect(evidence.answer).toContain('holds no whole one')
  expect(evidence.seen).toEqual([])
})

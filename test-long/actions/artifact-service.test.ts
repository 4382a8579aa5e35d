import { expect, jest, test } from '@jest/globals'
import { type Results, startResults } from '../../sandbox/results/index.ts'
import { measurable, run, versions } from '../../test/actions/perf-regression-world.ts'
import type { Run } from '../../test/actions/run-action.ts'
import { type Answer, type Server, serve } from '../../test/actions/server.ts'

// GitHub's client pauses for half a minute in all, before it gives up.
jest.setTimeout(120_000)

/** Hands a request on to the service; `upload` is where the bytes are to go instead. */
const handOn =
  (results: Results, upload = results.url): Answer =>
  async ({ method, url, headers, body }, response) => {
    const { authorization = '' } = headers
    const sent = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(results.url + url, { method, headers: sent, body })
    const text = (await answer.text()).replaceAll(results.url, upload)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  }

/** Measures with a service in between. */
async function measure(results: Results, between: Server): Promise<Run> {
  await using at = await measurable('100 1000', '100 1000')
  const env = {
    ...{ ACTIONS_RESULTS_URL: between.url, ACTIONS_RUNTIME_TOKEN: results.runtimeToken(7) },
    ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '1000',
  }
  return await run(at, { ...versions, phase: 'measure' }, env)
}

test.concurrent('[PM-30] an artifact service with errors is asked five times', async () => {
  await using ends = new AsyncDisposableStack()
  const results = ends.adopt(await startResults(), (service) => service.close())
  await using between = await serve((_, response) => void response.writeHead(503).end('{}'))
  const done = await measure(results, between)
  expect([done.exit, done.outputs.verdict, between.seen.length]).toEqual([1, 'inconclusive', 5])
  expect(done.outputs.reason).toMatch(/^the artifact service: .*after 5 attempts.*503/)
})

test.concurrent('[PM-30] an upload that stalls is an error', async () => {
  await using ends = new AsyncDisposableStack()
  const results = ends.adopt(await startResults(), (service) => service.close())
  await using hole = await serve((_, response) => setTimeout(() => response.destroy(), 4000))
  await using between = await serve(handOn(results, hole.url))
  const done = await measure(results, between)
  expect([done.exit, done.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(done.outputs.reason).toMatch(/^the artifact service: .*stalled/)
  expect(hole.seen.length).toBeGreaterThan(0)
})

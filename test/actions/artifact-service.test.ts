import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Results, startResults } from '../../sandbox/results/index.ts'
import { measurable, run, versions } from './perf-regression-world.ts'
import type { Run } from './run-action.ts'
import { type Answer, type Server, serve } from './server.ts'

// Each test starts processes, a few of them dozens.
jest.setTimeout(120_000)

const HASTY = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'time-lapse.mjs')}` }
const creations = ({ seen }: Server) => seen.filter(({ url }) => url.endsWith('/CreateArtifact'))

/** Hands a request on to the service. */
const handOn =
  (results: Results): Answer =>
  async ({ method, url, headers, body }, response) => {
    const { authorization = '' } = headers
    const sent = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(results.url + url, { method, headers: sent, body })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(await answer.text())
  }

/** Measures with a service in between. */
async function measure(results: Results, between: Server): Promise<Run> {
  await using at = await measurable('100 1000', '100 1000')
  const token = results.runtimeToken(7)
  const env = { ACTIONS_RESULTS_URL: between.url, ACTIONS_RUNTIME_TOKEN: token, ...HASTY }
  return await run(at, { ...versions, phase: 'measure' }, env)
}

test.concurrent.each([
  [2, 'pass', 3],
  [99, 'inconclusive', 5],
])(
  '[PM-30] an artifact whose creation is cut %i times: %s after %i attempts',
  async (cuts, verdict, attempts) => {
    await using ends = new AsyncDisposableStack()
    const results = ends.adopt(await startResults(), (service) => service.close())
    let cut = 0
    await using between = await serve((request, response) => {
      if (request.url.endsWith('/CreateArtifact') && cut++ < cuts) return void response.destroy()
      handOn(results)(request, response)
    })
    const done = await measure(results, between)
    expect([done.outputs.verdict, creations(between).length]).toEqual([verdict, attempts])
    expect(results.artifacts()).toHaveLength(verdict === 'pass' ? 1 : 0)
    if (verdict !== 'pass')
      expect(done.outputs.reason).toMatch(/^the artifact service: .*ECONNRESET/)
  },
)

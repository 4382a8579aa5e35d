import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { type Inputs, releaseWorld } from './release-world.ts'
import { json, serve } from './server.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const INPUTS: Inputs = {
  ...{ canary_version: '1.1.0', stages: 'one', promote_immediately: 'false', operation: 'advance' },
}
const OBJECTIVE =
  "{ name: integrity, metric: custom, source: audit, query: integrity, unit: count, limit: '1', direction: at-least, min-samples: 1 }"

/** A release that is judged by the integrity of what was written since it began. */
const audited = (url: string) =>
  releaseWorld({
    hasIssues: false,
    objectives: `[${OBJECTIVE}]`,
    allow: [url],
    more: `sources:
  audit:
    provider: http-json
    url: ${url}
    token: AUDIT_TOKEN
    values:
      integrity: { path: '/check?from={release-start}', value: /whole, unit: yes-no }
`,
  })

test.concurrent.each([
  [true, 'pass', { blue: 90, green: 10 }],
  [false, 'fail', { blue: 100, green: 0 }],
] as const)('since the release began the check says %s: %s', async (whole, verdict, weights) => {
  await using audit = await serve((_, response) => json(response, { whole }))
  await using world = await audited(audit.url)
  await world.plan()
  const secret = { 'metric-secrets': 'AUDIT_TOKEN=the-token-of-the-audit' }
  const run = await world.run('canary-promote', { ...INPUTS, ...secret })
  expect(run.outputs).toMatchObject({ verdict })
  expect(world.traffic.weights).toEqual(weights)
  const { entries } = await ledgerOf(world)
  const begun = entries.find(({ kind }) => kind === 'outcome')?.time
  const asked = audit.seen.map(({ url }) => new URL(url, audit.url).searchParams.get('from'))
  expect(new Set(asked)).toEqual(new Set([new Date(begun ?? '').toISOString()]))
  expect(audit.seen[0]?.headers.authorization).toBe('Bearer the-token-of-the-audit')
})

test.concurrent('without the secret of a source nothing moves', async () => {
  await using audit = await serve((_, response) => json(response, { whole: true }))
  await using world = await audited(audit.url)
  await world.plan()
  const run = await world.run('canary-promote', INPUTS)
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'inconclusive' } })
  expect(run.outputs.reason).toContain('the source audit needs the secret AUDIT_TOKEN')
  expect([world.traffic.put, audit.seen]).toEqual([[], []])
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

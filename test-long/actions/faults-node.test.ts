import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import { counts, gate, objectives } from '../../test/actions/observability-gate-world.ts'
import { type Inputs, PLAN_INPUTS, releaseWorld } from '../../test/actions/release-world.ts'
import type { Run } from '../../test/actions/run-action.ts'
import { type Answer, html } from '../../test/actions/server.ts'

jest.setTimeout(120_000)

const binary = `node26/node_modules/node-linux-${process.arch}/bin/node`
/** The runtime that GitHub will run actions on after this one. */
const NEXT = resolve(import.meta.dirname, '../../.tools', binary)

/** What people and later steps see, without the addresses and secrets of one run. */
function shown({ exit, outputs, summary, log }: Run): string {
  const open = log.replaceAll(/^::add-mask::.*$/gm, '')
  return JSON.stringify([exit, outputs, summary, open]).replaceAll(/127\.0\.0\.1:\d+/g, 'host')
}

test('[C-24] the next Node is another one', () => {
  expect(execFileSync(NEXT, ['--version'], { encoding: 'utf8' })).toMatch(/^v26\./)
  expect(process.version).toMatch(/^v2[45]\./)
})

test('[C-24] on the next Node a release has the same plan, byte by byte, and goes its way', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const inputs = { ...PLAN_INPUTS, 'dry-run': 'true' }
  const plans = [await world.run('plan', inputs), await world.run('plan', inputs, { node: NEXT })]
  expect(plans[0]?.outputs.plan_hash).toMatch(/^sha256:/)
  const [now, next] = plans.map(shown)
  expect(next).toBe(now)
  const run = (name: string, more: Inputs) => world.run(name, more, { node: NEXT })
  const planned = await run('plan', PLAN_INPUTS)
  expect(planned.outputs.plan_hash).toBe(plans[0]?.outputs.plan_hash)
  const promoted = await run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
    promote_immediately: 'false',
  })
  expect(promoted.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect((await ledgerOf(world)).kinds.at(-1)).toBe('verdict')
})

const page: Answer = (_, response) => html(response, '<form>')

test.each<[string, Parameters<typeof gate>[0]]>([
  ['pass', { prometheus: counts(0, 1000, 1000) }],
  ['fail', { prometheus: counts(50, 1000, 1000) }],
  ['inconclusive', { sentry: page, prometheus: page }],
])('[C-24] on the next Node a gate that is %s says the same', async (verdict, world) => {
  const now = await gate(world, {}, objectives)
  expect(now.outputs.verdict).toBe(verdict)
  expect(shown(await gate(world, {}, objectives, { node: NEXT }))).toBe(shown(now))
})

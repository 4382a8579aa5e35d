/** A job that is cancelled in each of the pauses between two requests. */
import { resolve } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Inputs, releaseWorld } from '../../test/actions/release-world.ts'

jest.setTimeout(600_000)

const SHIM = resolve(import.meta.dirname, '../../test/actions/interrupt-shim.mjs')
const PROMOTE: Inputs = {
  ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
  promote_immediately: 'false',
}
/** More pauses than a rollout of two stages has. */
const MOST = 40

test('[C-73] a rollout that is interrupted in any pause is no success, and its traffic is back within 5 s', async () => {
  const ends: string[] = []
  for (let pause = 1; pause < MOST && ends.at(-1) !== 'pass'; pause++) {
    await using world = await releaseWorld({ hasIssues: false })
    await world.plan()
    const run = await world.run('canary-promote', PROMOTE, {
      env: { NODE_OPTIONS: `--import=${SHIM}`, INTERRUPT_PAUSE: String(pause) },
    })
    const took = Date.now() - Number(/^interrupted at (\d+)$/m.exec(run.log)?.[1])
    ends.push(run.outputs.verdict ?? '')
    if (run.outputs.verdict === 'pass') continue
    expect([pause, run.exit]).toEqual([pause, 1])
    expect([pause, world.traffic.weights]).toEqual([pause, { blue: 100, green: 0 }])
    expect(took).toBeLessThan(5000)
  }
  expect(ends.length).toBeGreaterThan(3)
  expect(ends.at(-1)).toBe('pass')
})

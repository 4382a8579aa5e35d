import { expect, jest, test } from '@jest/globals'
import { parseDuration } from '../../src/domain/config/duration.ts'
import { ledgerOf } from './ledger-of.ts'
import { postChecked } from './post-check-world.ts'
import { MINUTE, tickAt } from './tick-world.ts'

// A release is rolled out and ticked twice, in processes of their own.
jest.setTimeout(120_000)

test('[R098] [R345] after the last stage logs and key figures are watched for half an hour: errors in the log take all of the traffic back', async () => {
  await using world = await postChecked()
  world.said.errorLines = 11
  const run = await tickAt(world, 80 * MINUTE)
  expect(run.outputs.verdict).toBe('fail')
  expect(run.outputs.reason).toContain('error-lines: 1.1 %, wanted at most 1 %')
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  const { entries } = await ledgerOf(world)
  expect(entries.at(-1)?.payload).toMatchObject({ effect: 'release', result: 'rolled-back' })
  // The whole watch until now, 19 minutes, and what the release has done since its first weight.
  const [lines] = world
    .asked()
    .filter((url) => url.startsWith('/loki'))
    .slice(-2)
  const window = /version="1\.1\.0"\} \[(\d+m?s)\]/.exec(lines ?? '')?.[1] ?? ''
  expect(Math.round((parseDuration(window) ?? 0) / MINUTE)).toBe(19)
  expect(world.asked().slice(-4)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('/kpis/realtime'),
      expect.stringContaining('/integrity/check?from=20'),
    ]),
  )
})

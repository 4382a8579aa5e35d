import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import { postChecked, type Said } from '../../test/actions/post-check-world.ts'
import { MINUTE, tickAt } from '../../test/actions/tick-world.ts'
import { cli } from '../../test/cli/run-cli.ts'

// Each test rolls a release out and ticks it a few times, in processes of their own.
jest.setTimeout(120_000)

test('[R157] a release completes half an hour later: no trigger, integrity kept, and a record that is whole', async () => {
  await using world = await postChecked()
  const early = await tickAt(world, 90 * MINUTE)
  expect(early.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  const end = await tickAt(world, 92 * MINUTE)
  expect(end.outputs).toMatchObject({ verdict: 'pass', open: '0' })
  expect(end.outputs.releases).toContain('"state":"completed"')
  const { entries } = await ledgerOf(world)
  const watched = entries.findLast(({ kind }) => kind === 'verdict')
  expect(watched?.payload).toMatchObject({
    ...{ stage: 1, verdict: 'pass', breach: 'none' },
    evidence: expect.arrayContaining(
      ['error-lines', 'orders', 'integrity'].map((name) =>
        expect.objectContaining({ name, verdict: 'pass' }),
      ),
    ),
  })
  const verified = cli('verify-ledger', '--repository', world.gitDir, '--ref', 'release-ledger')
  expect([verified.exit, verified.out]).toEqual([0, expect.stringContaining('0 faults')])
})

test.each<[string, Partial<Said>, string]>([
  ['[R098] a key figure', { orders: 9 }, 'orders: 9, wanted at least 10'],
  [
    '[R157] the integrity since the first weight',
    { intact: false },
    'integrity: 0, wanted at least 1',
  ],
])('%s that breaks during the watch takes the traffic back', async (_, change, reason) => {
  await using world = await postChecked()
  Object.assign(world.said, change)
  const { outputs } = await tickAt(world, 80 * MINUTE)
  expect([outputs.verdict, outputs.open]).toEqual(['fail', '0'])
  expect(outputs.reason).toContain(reason)
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

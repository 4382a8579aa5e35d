import { expect, jest, test } from '@jest/globals'
import { improper, promoteDrill } from './drill.ts'
import { type Rig, rigOf } from './rig.ts'

// Four runs are killed, and run again.
jest.setTimeout(120_000)

type Kill = (signal: NodeJS.Signals) => void

/** A run that dies at one change of the weights, before or after the router has taken them over. */
async function crashed(rig: Rig, nth: number, isAfter: boolean): Promise<void> {
  const { traffic } = rig.world
  let kill: Kill = () => {}
  let changes = 0
  traffic.take = (wanted) => {
    changes += 1
    if (changes !== nth) return wanted
    const before = traffic.weights
    kill('SIGKILL')
    return isAfter ? wanted : before
  }
  const onStart = (end: Kill) => {
    kill = end
  }
  const run = await rig.run({ onStart })
  traffic.take = (wanted) => wanted
  expect([run.exit, changes]).toEqual([null, nth])
}

test('[CP-01] [CP-35] [PM-24] a crash before or after each change of the weights: the next run settles it first, and ends at 100', async () => {
  await using rig = await rigOf(promoteDrill)
  for (const [nth, isAfter] of [
    [1, false],
    [1, true],
    [2, false],
    [2, true],
  ] as const) {
    await crashed(rig, nth, isAfter)
    const run = await rig.run({ attempt: 2 })
    expect([nth, isAfter, run.exit, improper(run)]).toEqual([nth, isAfter, 0, []])
    expect(run.log).toContain('settled an interrupted step')
    expect([await rig.lacks(), await rig.doubles()]).toEqual([[], []])
    await rig.rewind()
  }
})

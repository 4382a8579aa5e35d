import { expect, jest, test } from '@jest/globals'
import { crowd } from '../../test/actions/faults/at-once.ts'
import { drills } from '../../test/actions/faults/drill.ts'
import { rigOf } from '../../test/actions/faults/rig.ts'

// Each test starts some fifty processes.
jest.setTimeout(600_000)

/** Seconds by which lists are behind. */
const LAGS = [0, 30, 600]

test.each(drills)(
  '[C-69] $name: two and four at once, with lists that are up to ten minutes behind: done once',
  async (drill) => {
    await using rig = await rigOf(drill)
    const problems: string[] = []
    for (const lag of LAGS)
      for (const runs of [2, 4]) problems.push(...(await crowd(rig, { runs, lag })))
    expect(problems).toEqual([])
  },
)

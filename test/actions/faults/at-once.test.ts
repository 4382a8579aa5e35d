import { expect, jest, test } from '@jest/globals'
import { crowd } from './at-once.ts'
import { freezeDrill, promoteDrill, replaceDrill } from './drill.ts'
import { rigOf } from './rig.ts'

// Each test starts a dozen processes.
jest.setTimeout(180_000)

test.concurrent.each([freezeDrill, replaceDrill, promoteDrill])(
  '[C-69] $name: two and four at once, lists up to date and ten minutes behind: done once',
  async (drill) => {
    await using rig = await rigOf(drill)
    const problems = [
      ...(await crowd(rig, { runs: 4, lag: 0 })),
      ...(await crowd(rig, { runs: 2, lag: 600 })),
    ]
    expect(problems).toEqual([])
  },
)

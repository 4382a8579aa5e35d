import { expect, jest, test } from '@jest/globals'
import { promoteDrill, stepDrill } from '../../test/actions/faults/drill.ts'
import { strikeEverything } from '../../test/actions/faults/enumerate.ts'

// Scenarios of two runs or three each.
jest.setTimeout(1_200_000)

test.each([promoteDrill, stepDrill])(
  '[C-75] $name: each request lost before and after it was carried out, and a signal during each: the next run converges',
  async (drill) => {
    expect(await strikeEverything(drill, 10)).toEqual([])
  },
)

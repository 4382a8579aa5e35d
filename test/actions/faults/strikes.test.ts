import { expect, jest, test } from '@jest/globals'
import { freezeDrill, promoteDrill, replaceDrill } from './drill.ts'
import { rigOf } from './rig.ts'
import { enumerated, type Mode, play, type StrikeName } from './scenario.ts'

// Each test starts twenty processes. `npm run test:long` strikes every request in every way.
jest.setTimeout(400_000)

const SAMPLE: readonly (readonly [Mode, StrikeName])[] = [
  ['again', '502 after'],
  ['again', 'half answer'],
  ['again', 'SIGKILL before'],
  ['again', 'SIGKILL after'],
  ['again', 'SIGINT'],
  ['again', 'SIGTERM'],
  ['beside', 'cut after'],
]

test.concurrent.each([freezeDrill, replaceDrill, promoteDrill])(
  '$name: a write that is lost, or during which the job ends, then the next run or one beside it: whole, once',
  async (drill) => {
    await using rig = await rigOf(drill)
    const writes = (await enumerated(rig)).filter(({ call }) => !call.startsWith('GET'))
    const indexes = [...new Set(writes.map(({ index }) => index))]
    const problems: string[] = []
    for (const [i, [mode, strike]] of SAMPLE.entries()) {
      const index = indexes[i % indexes.length] ?? 0
      const outcome = await play(rig, { index, call: `request ${index}`, mode, strike })
      problems.push(...outcome.problems.map((one) => `${index}, ${strike}, ${mode}: ${one}`))
    }
    expect(problems).toEqual([])
  },
)

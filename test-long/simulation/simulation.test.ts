import { expect, test } from '@jest/globals'
import { simulate } from '../../test/simulation/simulate.ts'

const FIRST = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)
const SEEDS = 4000

test.each([0, 1, 2, 3, 4, 5])(
  'nothing forbidden happens, and a clean run ends well: part %i of many seeds',
  async (part) => {
    const wrong: string[] = []
    for (let i = 0; i < SEEDS; i++) {
      const seed = FIRST + part * SEEDS + i
      const { violations } = await simulate(seed)
      wrong.push(...violations.map((v) => `seed ${seed}: ${v}`))
    }
    expect(wrong).toEqual([])
  },
  240_000,
)

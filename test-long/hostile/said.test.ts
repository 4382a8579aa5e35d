import { expect, test } from '@jest/globals'
import { refusals } from '../../test/hostile/said.ts'

test('whatever GitHub says to forty-four processes, each ends in one line that is text', async () => {
  expect(await refusals(Number(process.env.RELEASE_ACTIONS_SEED ?? 5), 4)).toEqual([])
}, 300_000)

import { expect, test } from '@jest/globals'
import { atMost } from '../../bench/judge/bounds.ts'
import { CONTESTANTS } from '../../bench/judge/contestants.ts'
import { caseOf } from '../../bench/judge/document.ts'
import { FAULTY, HEALTHY, SHARED } from '../../bench/judge/families.ts'
import { judge } from '../../bench/judge/index.ts'
import { play } from '../../bench/judge/play.ts'
import { detections, falseStops } from '../../bench/judge/table.ts'

const all = [...HEALTHY, ...SHARED, ...FAULTY]

test.each(all)('$name: the same seed gives the same rollout, another one another', (family) => {
  const one = caseOf(family, 7, 'a')
  expect(caseOf(family, 7, 'a')).toEqual(one)
  expect(caseOf(family, 8, 'a')).not.toEqual(one)
  expect(one.looks.map(({ minute }) => minute)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
})

test('every judge sees an outage, and ours as the first', () => {
  const outage = FAULTY.filter(({ name }) => name === 'outage')
  const played = outage.map((family) => play(family, { seed: 3, rollouts: 2 }, CONTESTANTS))
  const stops = CONTESTANTS.map(({ name }) => played[0]?.by.get(name)?.map(({ stop }) => stop))
  expect(stops[0]).toEqual([1, 1])
  for (const stop of stops.flat()) expect(stop).toBeLessThanOrEqual(10)
  const names = CONTESTANTS.map(({ name }) => name)
  expect(detections(played, names).at(-1)).toMatch(/^\| outage \| 100 \/ 1 \| 100 \/ 10 \|/)
}, 60_000)

test('a table of false stops says how many more there may be', () => {
  const name = 'one'
  const decided = Array.from({ length: 300 }, (_, i) => ({
    stop: i === 0 ? 5 : undefined,
    undecided: false,
  }))
  const played = [{ family: { name: 'calm' }, by: new Map([[name, decided]]) }]
  expect(falseStops('stopped, %', played, [name]).slice(-2)).toEqual([
    '| calm | 0.3 |',
    '| all together | **0.33** (at most 1.57) |',
  ])
  expect(atMost(0, 300)).toBeCloseTo(1 - 0.05 ** (1 / 300), 10)
  expect(atMost(3, 3)).toBe(1)
})

test.each([['seed'], ['rollouts=5'], ['seed=-1'], ['healthy=0']])(
  'the argument %s is refused with how it is meant',
  async (arg) => {
    await expect(judge(() => {}, [arg])).rejects.toThrow('npm run bench -- judge [seed=1]')
  },
)

import { availableParallelism } from 'node:os'
import { expect, test } from '@jest/globals'
import { type Batch, spread } from '../../test/simulation/batch.ts'
import { copyOf } from '../planted/copy.ts'
import { PLANTED, type Planted } from './guards.ts'
import lastTime from './guards-found.json' with { type: 'json' }

const SEEDS = 20_000
/** The first seed that found each of them: what is missed there need not be looked for. */
const FOUND: Readonly<Record<string, number>> = lastTime
const PLAYED = ['package.json', 'src', 'test/fakes', 'test/simulation']

/** Play a copy of the sources that has this defect until something goes wrong. */
async function found({ what, file, edits, behind }: Planted): Promise<Batch> {
  using copy = copyOf(PLAYED)
  for (const [from, to] of edits) copy.replace(file, from, to)
  for (const [from, to] of behind?.edits ?? []) copy.replace(behind?.file ?? '', from, to)
  const play = (from: number, seeds: number) =>
    spread({ root: copy.root, from, seeds, workers: 1, stop: true })
  const known = FOUND[what]
  if (known !== undefined && known <= SEEDS) {
    const again = await play(known, 1)
    if (again.failing !== undefined) return again
  }
  return await play(1, SEEDS)
}

/** As many at once as there are processors. */
async function eachFound(): Promise<ReadonlyMap<Planted, Batch>> {
  const all = new Map<Planted, Batch>()
  const left = PLANTED.values()
  const work = async () => {
    for (const planted of left) all.set(planted, await found(planted))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return all
}

test('a guard that is taken away is missed within 20,000 seeds', async () => {
  const all = await eachFound()
  const lines = PLANTED.map((planted) => {
    const { failing, violations = [] } = all.get(planted) ?? {}
    return `${planted.what} | ${failing?.seed ?? 'not found'} | ${violations[0]?.split('\n')[0] ?? ''}`
  })
  process.stdout.write(`${['defect | seed | what went wrong', ...lines].join('\n')}\n`)
  const unseen = PLANTED.filter((planted) => all.get(planted)?.failing === undefined)
  expect(unseen.map(({ what }) => what)).toEqual([])
  expect(PLANTED.length).toBeGreaterThanOrEqual(16)
}, 900_000)

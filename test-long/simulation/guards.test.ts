import { availableParallelism } from 'node:os'
import { expect, test } from '@jest/globals'
import { type Batch, spread } from '../../test/simulation/batch.ts'
import { copyOf } from '../planted/copy.ts'
import { PLANTED, type Planted } from './guards.ts'

const SEEDS = 20_000
const PLAYED = ['package.json', 'src', 'test/fakes', 'test/simulation']

/** Play a copy of the sources that has this defect until something goes wrong. */
async function found({ file, edits, behind }: Planted): Promise<Batch> {
  using copy = copyOf(PLAYED)
  for (const [from, to] of edits) copy.replace(file, from, to)
  for (const [from, to] of behind?.edits ?? []) copy.replace(behind?.file ?? '', from, to)
  return await spread({ root: copy.root, from: 1, seeds: SEEDS, workers: 1, stop: true })
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
  process.stdout.write(`${['defect | first seed | what went wrong', ...lines].join('\n')}\n`)
  const unseen = PLANTED.filter((planted) => all.get(planted)?.failing === undefined)
  expect(unseen.map(({ what }) => what)).toEqual([])
  expect(PLANTED.length).toBeGreaterThanOrEqual(16)
}, 900_000)

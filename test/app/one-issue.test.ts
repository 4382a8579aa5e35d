import { describe, expect, test } from '@jest/globals'
import { oneIssue } from '../../src/app/one-issue.ts'
import { IssueList } from '../fakes/issue-list.ts'
import { seeded } from '../fakes/random.ts'
import { type Process, World } from '../fakes/world.ts'

const MARKER = '<!-- marker -->'
const content = { title: 'Release freeze', body: `${MARKER}\n\ntext`, labels: ['release-freeze'] }

function rig(seed: number, crash = '') {
  const world = new World({
    random: seeded(seed),
    lag: 1900,
    faults: ({ site }) => (site === crash ? 'crash-before' : 'none'),
  })
  const list = new IssueList(world)
  const run = (name: string) =>
    world.process(name, (process: Process) =>
      oneIssue(MARKER, content, { issues: list.issues(process), clock: process.clock() }),
    )
  const open = () => list.all.filter((i) => i.state === 'open').map((i) => i.number)
  const together = async (names: readonly string[]) => {
    const ends: unknown[] = []
    for (const name of names) world.task(async () => void ends.push(await run(name)))
    await world.run()
    return ends
  }
  return { world, list, open, together }
}

describe('exactly one open issue', () => {
  test('however many runs begin at once, and however the list lags behind', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { open, together, list } = rig(seed)
      const ends = await together(['1', '2', '3'])
      expect({ seed, open: open() }).toEqual({ seed, open: [1] })
      const kept = ends.map(
        (e) => (e as { value: { issue: { number: number } } }).value.issue.number,
      )
      expect({ seed, kept }).toEqual({ seed, kept: [1, 1, 1] })
      expect(list.all.length).toBeLessThanOrEqual(3)
    }
  })

  test('also when the runs before died between making theirs and closing the doubles', async () => {
    const { open, together, world } = rig(3, 'issues.comment')
    await together(['1', '2'])
    expect(open()).toEqual([1, 2])
    world.calm = true
    world.now += 60_000
    const [ended] = await together(['3'])
    expect(open()).toEqual([1])
    expect(ended).toMatchObject({ value: { created: false, issue: { number: 1 } } })
  })

  test('however often it runs', async () => {
    const { open, together, list, world } = rig(2)
    expect(await together(['1'])).toMatchObject([{ value: { created: true } }])
    world.now += 60_000
    expect(await together(['2'])).toMatchObject([{ value: { created: false } }])
    expect(open()).toEqual([1])
    expect(list.all).toHaveLength(1)
  })

  test('a closed one is history, and an outsider’s marker means nothing', async () => {
    const { open, together, list, world } = rig(3)
    list.close(list.open(content).number, 'ada')
    list.open(content, false)
    world.now += 60_000
    await together(['1'])
    expect(open()).toEqual([2, 3])
    expect(list.all.filter((i) => i.trusted && i.state === 'open').map((i) => i.number)).toEqual([
      3,
    ])
  })
})

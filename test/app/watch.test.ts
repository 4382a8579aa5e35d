import { expect, test } from '@jest/globals'
import type { Watched } from '../../src/app/watch.ts'
import { Failure } from '../../src/domain/failure.ts'
import { watchReport } from '../../src/domain/report/watch.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Workflows } from '../../src/ports/workflows.ts'
import type { Fault } from '../fakes/fault.ts'
import { seeded } from '../fakes/random.ts'
import type { Health } from '../fakes/service.ts'
import { Invariants } from '../simulation/invariants.ts'
import { NEW, Rig } from '../simulation/rig.ts'

const MINUTE = 60_000
const FIRST = { id: 1, attempt: 1 }
/** The four stages of the simulated product bake for a minute each. */
const WHOLE = 10 * MINUTE

interface Options {
  readonly health?: (version: string, now: number) => Health
  readonly faults?: (site: string, process: string) => Fault
  readonly onBreach?: 'rollback' | 'pause'
}

/** A release whose first stage has begun, and whose clock is `watch`. */
async function begun({ health = () => 'good', faults, onBreach = 'rollback' }: Options = {}) {
  const rig = new Rig({
    ...{ random: seeded(11), health, overdue: 'pause', watched: true, onBreach },
    faults: ({ site, process }) => faults?.(site, process) ?? 'none',
  })
  const invariants = new Invariants(rig)
  const run = async (work: () => Promise<unknown>) => {
    rig.world.task(async () => void (await work()))
    await rig.world.run()
  }
  await run(() => rig.world.process('1.1/plan', (p) => rig.plan(p, FIRST, NEW, 'canary')))
  await run(() => rig.world.process('1.1/deploy', (p) => rig.promote(p, FIRST, NEW)))
  const began = rig.world.now
  return {
    rig,
    run,
    invariants,
    minutes: () => Math.round((rig.world.now - began) / MINUTE),
    rollout: () => rolloutOf(invariants.planned(NEW)),
  }
}

type Begun = Awaited<ReturnType<typeof begun>>

/** What GitHub says to each dispatch; what was dispatched. */
function starter(answers: readonly (string | Failure)[] = []) {
  const asked: string[] = []
  const workflows: Workflows = {
    async dispatch(file, inputs) {
      asked.push(`${file} ${JSON.stringify(inputs)}`)
      const answer = answers[asked.length - 1] ?? 'https://github.example/runs/next'
      if (answer instanceof Failure) throw answer
      return answer
    },
  }
  return { asked, workflows }
}

/** One watch, from its beginning to its end. */
async function watched(
  { rig, run }: Begun,
  duration: number,
  { workflows }: Pick<ReturnType<typeof starter>, 'workflows'> = starter(),
  id = 5,
): Promise<Watched> {
  const found: Watched[] = []
  await run(async () => {
    const ended = await rig.world.process(`${id}.1/watch`, (process) =>
      rig.watch(process, { id, attempt: 1 }, duration, workflows),
    )
    if (ended.kind === 'done') found.push(ended.value)
  })
  const [value] = found
  if (value === undefined) throw new Error('the watch did not end well')
  return value
}

test('a watch takes a release to its end, and starts nothing where nothing is left', async () => {
  const world = await begun()
  const { asked, workflows } = starter()
  const seen = await watched(world, WHOLE, { workflows })
  expect(world.rollout()?.result).toBe('completed')
  expect(world.minutes()).toBeLessThan(6)
  expect(asked).toEqual([])
  const { verdict, outputs } = watchReport(seen)
  expect(verdict.verdict).toBe('pass')
  expect(outputs).toMatchObject({ open: '0', successor: '' })
  expect(world.invariants.violations).toEqual([])
})

test('when its time is over another run is started, which goes on where the record stands', async () => {
  const world = await begun()
  const { asked, workflows } = starter()
  const first = watchReport(await watched(world, 2 * MINUTE, { workflows }))
  expect(world.minutes()).toBe(2)
  expect(asked).toEqual(['release-watch.yml {"environment":""}'])
  expect(first.verdict.verdict).toBe('pass')
  expect(first.verdict.reason).toContain('handed over to https://github.example/runs/next')
  expect(first.outputs).toMatchObject({ open: '1', successor: 'https://github.example/runs/next' })
  expect(world.rollout()?.result).toBeUndefined()
  await watched(world, WHOLE, { workflows }, 6)
  expect(world.rollout()?.result).toBe('completed')
  expect(asked).toHaveLength(1)
})

test('what turns bad while it bakes is back within seconds, and the run is red', async () => {
  const world = await begun({
    health: (_version, now) => (now % (24 * 60 * MINUTE) < 90_000 ? 'good' : 'bad'),
  })
  const { verdict } = watchReport(await watched(world, WHOLE))
  expect(world.rollout()?.result).toBe('rolled-back')
  expect(world.minutes()).toBeLessThanOrEqual(2)
  expect(verdict.verdict).toBe('fail')
  expect(verdict.reason).toContain('errors')
})

test('what its objective has paused stays watched, and the run stays red', async () => {
  const world = await begun({ health: () => 'bad', onBreach: 'pause' })
  const { asked, workflows } = starter()
  const { verdict } = watchReport(await watched(world, 20 * MINUTE, { workflows }))
  expect(world.rollout()).toMatchObject({ breach: 'pause', result: undefined })
  expect(verdict.verdict).toBe('fail')
  expect(asked).toHaveLength(1)
})

test('a refused dispatch is red with its remedy, and the next watch finds the release safe', async () => {
  const world = await begun()
  const refused = new Failure('forbidden', 'GitHub answered 403', 'Grant the job actions: write')
  const { asked, workflows } = starter([refused])
  const { verdict } = watchReport(await watched(world, 90_000, { workflows }))
  expect(verdict).toMatchObject({ verdict: 'inconclusive' })
  expect(verdict.reason).toMatch(/nobody watches any more: .*Grant the job actions: write/)
  expect(verdict.reason).toContain('gh workflow run release-watch.yml')
  expect(asked).toHaveLength(1)
  // Nobody comes for longer than the config allows: it waits for a person and gets no more traffic.
  const weight = world.rig.router.weightOf(NEW)
  world.rig.world.now += 60 * MINUTE
  await watched(world, MINUTE, { workflows }, 6)
  expect(world.rollout()).toMatchObject({ breach: 'pause' })
  expect(world.rig.router.weightOf(NEW)).toBe(weight)
})

test('a GitHub that is busy is asked again, for ten minutes', async () => {
  const world = await begun({ onBreach: 'pause', health: () => 'bad' })
  const busy = new Failure('server-error', 'GitHub answered 503')
  const { asked, workflows } = starter([busy, busy])
  const { successor } = await watched(world, MINUTE, { workflows })
  expect(successor).toBe('https://github.example/runs/next')
  expect(asked).toHaveLength(3)
  const other = starter(Array(9).fill(busy))
  const { trouble } = await watched(world, MINUTE, other, 6)
  expect(trouble?.message).toContain('GitHub answered 503')
  expect(other.asked.length).toBeGreaterThan(2)
})

test('two watches at once take each step once', async () => {
  const world = await begun()
  const { rig, run, invariants } = world
  await run(async () => {
    await Promise.all(
      [5, 6].map((id) =>
        rig.world.process(`${id}.1/watch`, (process) =>
          rig.watch(process, { id, attempt: 1 }, WHOLE, starter().workflows),
        ),
      ),
    )
  })
  expect(world.rollout()?.result).toBe('completed')
  expect(invariants.violations).toEqual([])
  const shifts = invariants.planned(NEW).filter(({ kind }) => kind === 'intent')
  expect(shifts).toHaveLength(4)
})

test('a ledger that cannot be read for a while is waited for', async () => {
  let reads = 0
  const world = await begun({
    faults: (site, process) =>
      site === 'ledger.head' && process === '5.1/watch' && [3, 4].includes(++reads)
        ? 'error-before'
        : 'none',
  })
  await watched(world, WHOLE)
  expect(world.rollout()?.result).toBe('completed')
  expect(reads).toBeGreaterThan(4)
})

test('a cancelled watch is red and starts nobody', async () => {
  const world = await begun()
  const { asked, workflows } = starter()
  const found: Watched[] = []
  await world.run(async () => {
    const ended = await world.rig.world.process('5.1/watch', (process) => {
      void world.rig.world.at(world.rig.world.now + 40_000).then(() => process.cancel())
      return world.rig.watch(process, { id: 5, attempt: 1 }, WHOLE, workflows)
    })
    if (ended.kind === 'done') found.push(ended.value)
  })
  expect(found[0]?.trouble?.code).toBe('cancelled')
  expect(asked).toEqual([])
})

test('an hour of a stage that bakes asks the ledger every two minutes, and nothing else of GitHub', async () => {
  const calls: string[] = []
  const world = await begun({
    onBreach: 'pause',
    health: () => 'few',
    faults: (site) => {
      calls.push(site)
      return 'none'
    },
  })
  calls.length = 0
  await watched(world, 14 * MINUTE)
  const github = calls.filter((site) => !/^(?:router|slot|metrics)\./.test(site))
  expect(github.length).toBeLessThanOrEqual(14)
})

import { describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { unaskedTeams } from '../../src/adapters/github/teams.ts'
import { type FreezeRequest, freeze, recordLift } from '../../src/app/freeze.ts'
import { type Lift, readFreeze } from '../../src/app/freeze-state.ts'
import { Ledger } from '../../src/app/ledger.ts'
import { Failure } from '../../src/domain/failure.ts'
import { openFreezePath } from '../../src/domain/ledger/path.ts'
import { IssueList } from '../fakes/issue-list.ts'
import { LedgerBranch } from '../fakes/ledger-branch.ts'
import { seeded } from '../fakes/random.ts'
import { repositoryOf } from '../fakes/repository.ts'
import { type Ended, type Process, World } from '../fakes/world.ts'

const SCOPE = { product: 'shop', channel: 'stable' }
const request = (version: string): FreezeRequest => ({
  scope: SCOPE,
  version,
  buildType: 'stable',
  commit: 'c'.repeat(40),
  runUrl: 'https://github.example/runs/1',
  reason: 'errors: 2 %, wanted at most 1 %',
  gate: 'stage',
})

function rig(down = '') {
  const world = new World({
    random: seeded(11),
    faults: ({ site }) => (site === down ? 'fail-before' : 'none'),
  })
  const list = new IssueList(world)
  const branch = new LedgerBranch(world)
  const ports = (process: Process) => ({
    ledger: new Ledger(
      {
        store: branch.store(process),
        clock: process.clock(),
        digest: sha256,
        random: world.random,
      },
      { actor: 'ada', run: { id: 1, attempt: 1 }, suite: '' },
    ),
    issues: list.issues(process),
    repository: repositoryOf(process),
    roles: {},
    teams: unaskedTeams('acme'),
    clock: process.clock(),
  })
  const run = async <T>(work: (own: ReturnType<typeof ports>) => Promise<T>): Promise<Ended<T>> => {
    const ends: Ended<T>[] = []
    world.task(async () => void ends.push(await world.process('1', (p) => work(ports(p)))))
    await world.run()
    return ends[0] ?? { kind: 'crashed' }
  }
  const state = () => run((own) => readFreeze(SCOPE, own))
  const isFrozen = async () => {
    const read = await state()
    if (read.kind !== 'done') throw new Error(read.kind)
    return read.value.frozen
  }
  const open = () => list.all.filter((i) => i.state === 'open').map((i) => i.number)
  return { world, list, branch, run, state, isFrozen, open, ports }
}

function liftOf(read: Ended<Awaited<ReturnType<typeof readFreeze>>>): Lift {
  if (read.kind === 'done' && 'lift' in read.value) return read.value.lift
  throw new Error('there is nothing to lift')
}

describe('a scope is frozen', () => {
  test('by the ledger and by one issue, however often and by however many releases', async () => {
    const { run, open, isFrozen, world, branch, ports } = rig()
    expect(await isFrozen()).toBe(false)
    for (const version of ['1.1.0', '1.1.0', '1.2.0'])
      await run((own) => freeze(request(version), own))
    const late = ['1.1.0', '1.3.0'].map((version) => async () => {
      await world.process(version, (process) => freeze(request(version), ports(process)))
    })
    for (const work of late) world.task(work)
    await world.run()
    expect(await isFrozen()).toBe(true)
    expect(open()).toEqual([1])
    expect([...branch.files.keys()].filter((p) => p.endsWith('-freeze.json'))).toHaveLength(1)
  })

  test('when its issue was closed by somebody without write access, or by nobody', async () => {
    const { run, list, state } = rig()
    await run((own) => freeze(request('1.1.0'), own))
    list.close(1, 'mallory')
    expect(await state()).toMatchObject({
      value: {
        frozen: true,
        reason: expect.stringContaining('not closed by a person with write access'),
      },
    })
  })

  test('when an issue with the marker is open, whatever the ledger says', async () => {
    const { list, run, state, branch } = rig()
    await run((own) => freeze(request('1.1.0'), own))
    branch.revisions.length = 0
    expect(await state()).toMatchObject({
      value: { frozen: true, reason: expect.stringContaining('frozen by issue 1') },
    })
    list.close(1, 'ada')
    expect(await state()).toMatchObject({ value: { frozen: false } })
  })

  test('when it has a marker but no issue', async () => {
    const { run, state, list } = rig('issues.create')
    expect((await run((own) => freeze(request('1.1.0'), own))).kind).toBe('failed')
    expect(list.all).toEqual([])
    expect(await state()).toMatchObject({
      value: { frozen: true, reason: expect.stringContaining('it has no issue') },
    })
  })

  test('and the issue that is missing tells of the version that was frozen, whoever writes it', async () => {
    const faulty = rig('issues.create')
    await faulty.run((own) => freeze({ ...request('1.1.0'), reason: 'errors: 9 %' }, own))
    faulty.world.calm = true
    await faulty.run((own) => freeze(request('1.2.0'), own))
    const [issue] = faulty.list.all
    expect(issue?.body).toContain('`v1.1.0`')
    expect(issue?.body).toContain('errors: 9 %')
    expect(issue?.body).not.toContain('Commit')
  })

  test('as long as nobody can tell', async () => {
    for (const site of ['ledger.head', 'issues.list']) {
      const { state } = rig(site)
      expect(await state()).toMatchObject({ kind: 'failed' })
    }
    const { run, state, branch } = rig()
    await run((own) => freeze(request('1.1.0'), own))
    for (const text of ['', '{', '{"version":1}', '{"version":"1.1.0","seq":1,"time":"now"}']) {
      const files = new Map([...branch.files, [openFreezePath(SCOPE), text]])
      branch.revisions.push({ id: `bad ${text}`, at: 0, files })
      expect(await state()).toMatchObject({ kind: 'failed', failure: { code: 'bad-ledger' } })
    }
  })
})

describe('a freeze is lifted', () => {
  test('once, by the person who closed its issue, whoever writes it down', async () => {
    const { run, list, state, isFrozen, branch } = rig()
    await run((own) => freeze(request('1.1.0'), own))
    list.close(1, 'ada')
    const lift = liftOf(await state())
    expect(lift).toMatchObject({ by: 'ada', issue: 1, seq: 1, release: { version: '1.1.0' } })
    await run((own) => recordLift(lift, own.ledger))
    await run((own) => recordLift(lift, own.ledger))
    expect(await isFrozen()).toBe(false)
    const kinds = branch.entries('releases/shop/stable/1.1.0/').map((e) => e.kind)
    expect(kinds).toEqual(['freeze', 'lift'])
  })

  test('but never one that was made after the look at it', async () => {
    const { run, list, state, isFrozen } = rig()
    await run((own) => freeze(request('1.1.0'), own))
    list.close(1, 'ada')
    const lift = liftOf(await state())
    await run((own) => recordLift(lift, own.ledger))
    await run((own) => freeze(request('1.1.0'), own))
    const late = await run((own) => recordLift(lift, own.ledger))
    expect(late).toMatchObject({ kind: 'failed', failure: { code: 'frozen' } })
    expect(late.kind === 'failed' && late.failure).toBeInstanceOf(Failure)
    expect(await isFrozen()).toBe(true)
    expect(list.all.map((i) => i.state)).toEqual(['closed', 'open'])
  })

  test('or may have been, and nobody can tell: who freezes then has an entry of its own, which overtakes whoever goes on', async () => {
    const { run, list, isFrozen, branch } = rig('repository.permission')
    await run((own) => freeze(request('1.1.0'), own))
    list.close(1, 'ada')
    for (const _ of ['first', 'again']) await run((own) => freeze(request('1.2.0'), own))
    expect(branch.entries('releases/shop/stable/1.2.0/').map((e) => e.kind)).toEqual(['freeze'])
    expect(list.all.map((i) => i.state)).toEqual(['closed', 'open'])
    expect(await isFrozen()).toBe(true)
  })

  test('and closing the issue of an older freeze lifts nothing', async () => {
    const { run, list, state } = rig()
    await run((own) => freeze(request('1.1.0'), own))
    list.close(1, 'ada')
    const lift = liftOf(await state())
    await run((own) => recordLift(lift, own.ledger))
    await run((own) => freeze(request('1.2.0'), own))
    list.close(2, 'mallory')
    expect(await state()).toMatchObject({ value: { frozen: true } })
  })
})

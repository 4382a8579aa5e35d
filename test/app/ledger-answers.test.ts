import { describe, expect, test } from '@jest/globals'
import { Failure } from '../../src/domain/failure.ts'
import type { CommitResult, LedgerStore } from '../../src/ports/ledger-store.ts'
import type { Fault } from '../fakes/fault.ts'
import { RELEASE, reason, reasons, rig } from './ledger-rig.ts'

describe('an answer that is lost', () => {
  test('after the commit: the entry is found by its id and not written again', async () => {
    const lost = rig({
      faults: (site, nth) => (site === 'ledger.commit' && nth === 1 ? 'fail-after' : 'none'),
    })
    const ended = await lost.alone((ledger) => ledger.append(RELEASE, () => reason('once')))
    expect(ended.kind).toBe('done')
    expect(reasons(lost.stands())).toEqual(['once'])
    expect(lost.calls['ledger.commit']).toBe(1)
  })

  test('before the commit: it is looked for, not found, and written', async () => {
    const lost = rig({
      faults: (site, nth) => (site === 'ledger.commit' && nth === 1 ? 'fail-before' : 'none'),
    })
    const ended = await lost.alone((ledger) => ledger.append(RELEASE, () => reason('once')))
    expect(ended.kind).toBe('done')
    expect(reasons(lost.stands())).toEqual(['once'])
    expect(lost.calls['ledger.commit']).toBe(2)
  })

  test('while the second look is behind: the entry is found later and not written again', async () => {
    const { branch, ledger, world, stands } = rig()
    let stale = 0
    world.task(async () => {
      await world.process('1', async (process) => {
        const store = branch.store(process)
        await store.create()
        const before = await store.head()
        const behind: LedgerStore = {
          ...store,
          // Three looks after the write still show the branch as it was.
          head: async () => (stale-- > 0 ? before : store.head()),
          commit: async (commit): Promise<CommitResult> => {
            const result = await store.commit(commit)
            if (result.kind !== 'committed') return result
            stale = 3
            return { kind: 'unknown', reason: 'no answer' }
          },
        }
        await ledger(process, 1, behind).append(RELEASE, () => reason('once'))
      })
    })
    await world.run()
    expect(reasons(stands())).toEqual(['once'])
  })

  test('and another writer lands meanwhile: both stand once', async () => {
    const faults = (site: string, nth: number): Fault =>
      site === 'ledger.commit' && nth % 3 === 1 ? 'fail-after' : 'none'
    const { world, ledger, stands } = rig({ faults, lag: 500 })
    for (const run of [1, 2, 3])
      world.task(async () => {
        await world.process(String(run), async (process) => {
          const own = ledger(process, run)
          for (const part of ['a', 'b']) await own.append(RELEASE, () => reason(`${run}${part}`))
        })
      })
    await world.run()
    expect(reasons(stands()).sort()).toEqual(['1a', '1b', '2a', '2b', '3a', '3b'])
  })
})

describe('a write that cannot succeed', () => {
  test('a refusal ends it with its text, after one try', async () => {
    const { branch, calls, ledger, world } = rig()
    let tries = 0
    world.task(async () => {
      const ended = await world.process('1', (process) => {
        const store = branch.store(process)
        const commit = async () => {
          tries++
          throw new Failure('refused', 'GitHub refused the ledger entry: rule violations found')
        }
        return ledger(process, 1, { ...store, commit }).append(RELEASE, () => reason('x'))
      })
      expect(ended).toMatchObject({ kind: 'failed', failure: { code: 'refused' } })
    })
    await world.run()
    expect(tries).toBe(1)
    expect(calls['ledger.commit']).toBeUndefined()
  })

  test('eight lost races end it, each after a longer wait', async () => {
    const { branch, ledger, world } = rig()
    const at: number[] = []
    world.task(async () => {
      const ended = await world.process('1', async (process) => {
        const store = branch.store(process)
        await store.create()
        const commit = async (): Promise<CommitResult> => {
          at.push(world.now)
          return { kind: 'stale' }
        }
        return ledger(process, 1, { ...store, commit }).append(RELEASE, () => reason('x'))
      })
      expect(ended).toMatchObject({
        kind: 'failed',
        failure: { code: 'contended', remedy: 'Run the job again' },
      })
    })
    await world.run()
    expect(at).toHaveLength(8)
    const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0))
    for (const [i, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(50 * 2 ** i)
  })

  test('what a decision throws ends it, and nothing is written', async () => {
    const { alone, stands } = rig()
    const ended = await alone((ledger) =>
      ledger.append(RELEASE, () => {
        throw new Failure('frozen', 'shop stable is frozen')
      }),
    )
    expect(ended).toMatchObject({ kind: 'failed', failure: { code: 'frozen' } })
    expect(stands()).toEqual([])
  })
})

import { describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { type Append, Ledger } from '../../src/app/ledger.ts'
import { Failure } from '../../src/domain/failure.ts'
import { readChain } from '../../src/domain/ledger/chain.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { chainFolder, openFreezePath } from '../../src/domain/ledger/path.ts'
import type { CommitResult, LedgerStore } from '../../src/ports/ledger-store.ts'
import { LedgerBranch } from '../fakes/ledger-branch.ts'
import { seeded } from '../fakes/random.ts'
import { type Fault, type Process, World } from '../fakes/world.ts'

const RELEASE = { product: 'shop', channel: 'stable', version: '1.1.0' }

const reason = (text: string): Append => ({
  draft: { kind: 'freeze', payload: { reason: text } },
  planHash: null,
})
const reasons = (entries: readonly Entry[]) =>
  entries.map((e) => (e.kind === 'freeze' ? e.payload.reason : e.kind))

/** A branch, writers on it, and how often each call was made. */
function rig(options: { faults?: (site: string, nth: number) => Fault; lag?: number } = {}) {
  const calls: Record<string, number> = {}
  const faults = ({ site }: { site: string }) => {
    calls[site] = (calls[site] ?? 0) + 1
    return options.faults?.(site, calls[site]) ?? 'none'
  }
  const world = new World({ random: seeded(5), faults, lag: options.lag ?? 0 })
  const branch = new LedgerBranch(world)
  const ledger = (process: Process, run: number, store = branch.store(process)) =>
    new Ledger(
      { store, clock: process.clock(), digest: sha256, random: seeded(run) },
      { actor: 'ada', run: { id: run, attempt: 1 }, suite: '' },
    )
  /** One process on the branch; its ledger, and what it came to. */
  const alone = async <T>(work: (ledger: Ledger, process: Process) => Promise<T>) => {
    let ended: unknown
    world.task(async () => {
      ended = await world.process('1', (process) => work(ledger(process, 1), process))
    })
    await world.run()
    return ended as { kind: string; value?: T; failure?: Failure }
  }
  const stands = () => branch.entries(chainFolder(RELEASE))
  return { world, branch, calls, ledger, alone, stands }
}

describe('many writers', () => {
  test.each([0, 1900])(
    'eight at once all land, each once, on a whole chain (lag %i ms)',
    async (lag) => {
      const { world, branch, ledger, stands } = rig({ lag })
      const ends: string[] = []
      for (let run = 1; run <= 8; run++)
        world.task(async () => {
          const ended = await world.process(String(run), (process) =>
            ledger(process, run).append(RELEASE, () => reason(`run ${run}`)),
          )
          ends.push(ended.kind)
        })
      await world.run()
      expect(ends).toEqual(Array(8).fill('done'))
      expect(reasons(stands()).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((run) => `run ${run}`))
      const texts = [...branch.files].filter(([path]) => path.startsWith('releases/')).sort()
      expect(
        readChain(
          texts.map(([, text]) => text),
          RELEASE,
          sha256,
        ),
      ).toHaveLength(8)
    },
  )

  test('writers of different releases do not see each other’s chains', async () => {
    const { world, ledger, branch } = rig()
    const versions = ['1.1.0', '1.1.0-beta.1', '1.1.1', '1.1.00']
    for (const [index, version] of versions.entries())
      world.task(async () => {
        await world.process(version, async (process) => {
          const own = ledger(process, index)
          await own.append({ ...RELEASE, version }, () => reason('a'))
          await own.append({ ...RELEASE, version }, () => reason('b'))
        })
      })
    await world.run()
    for (const version of versions)
      expect(reasons(branch.entries(chainFolder({ ...RELEASE, version })))).toEqual(['a', 'b'])
  })

  test('whoever is overtaken decides again, on the new chain, and may find nothing left to do', async () => {
    const { world, ledger, stands } = rig()
    const seen: string[][] = []
    world.task(async () => {
      await world.process('late', async (process) => {
        const late = ledger(process, 1)
        await late.entries(RELEASE)
        await world.process('early', (p) => ledger(p, 2).append(RELEASE, () => reason('early')))
        await late.append(RELEASE, (entries) => {
          seen.push(reasons(entries))
          return entries.length > 0 ? undefined : reason('late')
        })
      })
    })
    await world.run()
    expect(seen).toEqual([[], ['early']])
    expect(reasons(stands())).toEqual(['early'])
  })

  test('what a decision reads of the ledger is of the chain that it decides on', async () => {
    const { world, ledger } = rig()
    const path = openFreezePath(RELEASE)
    const seen: [number, boolean][] = []
    world.task(async () => {
      await world.process('late', async (process) => {
        const late = ledger(process, 1)
        await late.entries(RELEASE)
        await world.process('early', (p) =>
          ledger(p, 2).append(RELEASE, () => ({
            ...reason('early'),
            open: () => ({ path, text: '{}' }),
          })),
        )
        await late.append(RELEASE, async (entries) => {
          seen.push([entries.length, (await late.markers(path)).has(path)])
          return reason('late')
        })
      })
    })
    await world.run()
    expect(seen).toEqual([
      [0, false],
      [1, true],
    ])
  })

  test('a branch that another run has made and written to in between is read before it is written to', async () => {
    const { world, ledger, stands, branch } = rig()
    world.task(async () => {
      await world.process('late', async (process) => {
        const store = branch.store(process)
        const create = async () => {
          await world.process('early', (p) => ledger(p, 2).append(RELEASE, () => reason('early')))
          return store.create()
        }
        await ledger(process, 1, { ...store, create }).append(RELEASE, () => reason('late'))
      })
    })
    await world.run()
    expect(reasons(stands())).toEqual(['early', 'late'])
  })
})

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
        const before = branch.revisions.at(-1)?.id
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

describe('reading', () => {
  test('own writes are not read again: one look for any number of entries', async () => {
    const { alone, calls, stands } = rig()
    await alone(async (ledger) => {
      for (const text of ['a', 'b', 'c', 'd']) await ledger.append(RELEASE, () => reason(text))
      expect(reasons(await ledger.entries(RELEASE))).toEqual(['a', 'b', 'c', 'd'])
    })
    expect(reasons(stands())).toEqual(['a', 'b', 'c', 'd'])
    // Twice because the branch had to be made first.
    expect(calls).toEqual({
      'ledger.head': 2,
      'ledger.create': 1,
      'ledger.files': 1,
      'ledger.commit': 4,
    })
  })

  test('contents are read once, also after a fresh look', async () => {
    const { alone, branch, world, ledger } = rig()
    await alone((own) => own.append(RELEASE, () => reason('a')))
    const read: string[] = []
    world.task(async () => {
      await world.process('2', async (process) => {
        const store = branch.store(process)
        const counting: LedgerStore = {
          ...store,
          read: (blob) => {
            read.push(blob)
            return store.read(blob)
          },
        }
        const other = ledger(process, 2, counting)
        for (let i = 0; i < 3; i++) {
          expect(reasons(await other.entries(RELEASE))).toEqual(['a'])
          other.refresh()
        }
      })
    })
    await world.run()
    expect(read).toHaveLength(1)
  })

  test('a chain that was tampered with stops every reader', async () => {
    const { alone, branch } = rig()
    await alone(async (ledger) => {
      await ledger.append(RELEASE, () => reason('a'))
      await ledger.append(RELEASE, () => reason('b'))
    })
    const files = new Map(branch.files)
    const [path] = [...files.keys()].filter((p) => p.endsWith('000001-freeze.json'))
    files.set(path ?? '', (files.get(path ?? '') ?? '').replace('"reason":"a"', '"reason":"z"'))
    branch.revisions.push({ id: 'tampered', at: 0, files })
    const ended = await alone((ledger) => ledger.append(RELEASE, () => reason('c')))
    expect(ended).toMatchObject({
      kind: 'failed',
      failure: {
        code: 'broken-chain',
        message: 'the ledger of shop stable 1.1.0 is broken at entry 2',
      },
    })
  })

  test('markers appear and vanish with their entry, in one commit', async () => {
    const { alone, branch } = rig()
    const path = openFreezePath(RELEASE)
    await alone(async (ledger) => {
      const open = ({ seq }: Entry) => ({ path, text: `{"seq":${seq}}` })
      await ledger.append(RELEASE, () => ({ ...reason('a'), open }))
      expect([...(await ledger.markers('open/'))]).toEqual([[path, '{"seq":1}']])
      await ledger.append(RELEASE, () => ({ ...reason('b'), close: [path, 'open/other.json'] }))
      expect([...(await ledger.markers('open/'))]).toEqual([])
    })
    expect(branch.revisions.map((r) => r.files.has(path))).toEqual([false, true, false])
  })
})

import { describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { readChain } from '../../src/domain/ledger/chain.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { chainFolder, openFreezePath, openReleasePath } from '../../src/domain/ledger/path.ts'
import { RELEASE, reason, reasons, rig } from './ledger-rig.ts'

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

  test('a fresh look at a head that is still the same reads no chain again', async () => {
    const { alone, calls } = rig()
    await alone((own) => own.append(RELEASE, () => reason('a')))
    const before = calls['ledger.files'] ?? 0
    await alone(async (other) => {
      for (let i = 0; i < 3; i++) {
        expect(reasons(await other.entries(RELEASE))).toEqual(['a'])
        other.refresh()
      }
    })
    expect(calls['ledger.files']).toBe(before + 1)
  })

  test('and one at a new head reads the chain as it is there', async () => {
    const { world, ledger } = rig()
    world.task(async () => {
      await world.process('1', async (process) => {
        const own = ledger(process, 1)
        await own.append(RELEASE, () => reason('own'))
        await world.process('2', (p) => ledger(p, 2).append(RELEASE, () => reason('other')))
        expect(reasons(await own.entries(RELEASE))).toEqual(['own'])
        own.refresh()
        expect(reasons(await own.entries(RELEASE))).toEqual(['own', 'other'])
      })
    })
    await world.run()
    expect.assertions(2)
  })

  test('the chains of fifty releases are read by one call, in the order they are asked for', async () => {
    const { alone, calls } = rig()
    const releases = Array.from({ length: 50 }, (_, i) => ({ ...RELEASE, version: `1.${i}.0` }))
    await alone(async (own) => {
      for (const release of releases) await own.append(release, () => reason(release.version))
    })
    const before = { ...calls }
    const ended = await alone((other) => other.chains(releases.toReversed()))
    expect(ended.value?.map(reasons)).toEqual(releases.toReversed().map(({ version }) => [version]))
    expect(calls['ledger.files']).toBe((before['ledger.files'] ?? 0) + 1)
    expect(calls['ledger.head']).toBe((before['ledger.head'] ?? 0) + 1)
  })

  test('a look that somebody takes while it is decided does not let an entry follow an old chain', async () => {
    const { world, ledger, stands } = rig()
    const seen: string[][] = []
    world.task(async () => {
      await world.process('late', async (process) => {
        const late = ledger(process, 1)
        await late.append(RELEASE, async (entries) => {
          seen.push(reasons(entries))
          if (seen.length === 1) {
            await world.process('early', (p) => ledger(p, 2).append(RELEASE, () => reason('early')))
            late.refresh()
            await late.markers('open/')
          }
          return reason('late')
        })
      })
    })
    await world.run()
    expect(seen).toEqual([[], ['early']])
    expect(reasons(stands())).toEqual(['early', 'late'])
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
        message:
          'the ledger of shop stable 1.1.0 is broken at entry 2: it does not follow entry 1: that one has another hash',
      },
    })
  })

  test('a release that is open has entries: none is a broken ledger, not a new one', async () => {
    const { alone, branch } = rig()
    const path = openReleasePath(RELEASE)
    const open = () => ({ path, text: '{}' })
    await alone((ledger) => ledger.append(RELEASE, () => ({ ...reason('a'), open })))
    const files = [...branch.files].filter(([name]) => !name.startsWith('releases/'))
    branch.revisions.push({ id: 'lost', at: 0, files: new Map(files) })
    const ended = await alone((ledger) => ledger.append(RELEASE, () => reason('b')))
    expect(ended).toMatchObject({
      kind: 'failed',
      failure: { code: 'broken-chain', message: '1.1.0 is open and has no entries' },
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

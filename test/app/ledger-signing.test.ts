import { describe, expect, test } from '@jest/globals'
import type { Append, Ledger } from '../../src/app/ledger.ts'
import type { Failure } from '../../src/domain/failure.ts'
import type { Signing } from '../../src/domain/ledger/trust.ts'
import { OWN, STRANGER, signing } from '../fakes/signing-keys.ts'
import { RELEASE, reason, reasons, rig } from './ledger-rig.ts'

const NOBODY = signing(undefined)
/** An entry that acts: a freeze may always be written. */
const acts = (text: string): Append => ({
  draft: { kind: 'outcome', payload: { effect: 'release', result: 'failed', reason: text } },
  planHash: null,
})

/** One writer after another on one branch; each with its own key. */
async function inTurn(
  ...turns: readonly (readonly [Signing, (ledger: Ledger) => Promise<unknown>])[]
) {
  const { world, branch, ledger, stands } = rig()
  const said: (string | undefined)[] = []
  world.task(async () => {
    for (const [run, [own, work]] of turns.entries()) {
      const ended = (await world.process(String(run), (process) =>
        work(ledger(process, run + 1, branch.store(process), own)),
      )) as { failure?: Failure }
      said.push(ended.failure?.message)
    }
  })
  await world.run()
  return { said, entries: stands() }
}

const writes = (append: Append) => (ledger: Ledger) => ledger.append(RELEASE, () => append)
const reads = (ledger: Ledger) => ledger.entries(RELEASE)
const looks = (ledger: Ledger) => ledger.history(RELEASE)

describe('a ledger with a key', () => {
  test('signs each entry, and who trusts the key reads it', async () => {
    const { said, entries } = await inTurn(
      [signing(OWN), writes(reason('a'))],
      [signing(OWN, [OWN], true), writes(reason('b'))],
      [signing(undefined, [STRANGER, OWN], true), reads],
    )
    expect(said).toEqual([undefined, undefined, undefined])
    expect(entries.map(({ signature }) => signature?.kid)).toEqual([OWN.kid, OWN.kid])
  })

  test('keys may change from one entry to the next while both are trusted', async () => {
    const both = [OWN, STRANGER]
    const { said } = await inTurn(
      [signing(OWN, both), writes(reason('a'))],
      [signing(STRANGER, both), writes(reason('b'))],
      [signing(undefined, both), reads],
      [signing(undefined, [STRANGER]), reads],
    )
    expect(said).toEqual([
      undefined,
      undefined,
      undefined,
      expect.stringMatching(/broken at entry 1: it is signed with the key/),
    ])
  })

  test('what a stranger has signed is neither read nor built on', async () => {
    const { said, entries } = await inTurn(
      [signing(STRANGER), writes(reason('a'))],
      [signing(OWN, [OWN]), writes(reason('b'))],
      [signing(undefined, [OWN]), looks],
    )
    expect(said.slice(1)).toEqual([
      expect.stringContaining(STRANGER.kid),
      expect.stringContaining(STRANGER.kid),
    ])
    expect(reasons(entries)).toEqual(['a'])
  })

  test('a run without the key does not break a signed chain: it writes nothing', async () => {
    const { said, entries } = await inTurn(
      [signing(OWN), writes(reason('a'))],
      [NOBODY, writes(reason('b'))],
      [NOBODY, reads],
    )
    expect(said).toEqual([
      undefined,
      'the chain of 1.1.0 is signed, and this run has no key',
      undefined,
    ])
    expect(reasons(entries)).toEqual(['a'])
  })
})

describe('where signatures are required', () => {
  test('what began unsigned is looked at and not acted on', async () => {
    const { said, entries } = await inTurn(
      [NOBODY, writes(reason('a'))],
      [signing(OWN, [OWN], true), reads],
      [signing(OWN, [OWN], true), looks],
      [signing(OWN, [OWN], true), writes(acts('b'))],
    )
    const refused = 'entry 1 of shop stable 1.1.0 is unsigned, and ledger.require-signature is true'
    expect(said).toEqual([undefined, refused, undefined, refused])
    expect(reasons(entries)).toEqual(['a'])
  })

  test('a freeze may still be written there, and lifted', async () => {
    const lift: Append = {
      draft: { kind: 'lift', payload: { by: 'ada', reason: 'issue 7 was closed', issue: 7 } },
      planHash: null,
    }
    const required = signing(OWN, [OWN], true)
    const { said, entries } = await inTurn(
      [NOBODY, writes(acts('ended'))],
      [required, writes(reason('bad'))],
      [required, writes(lift)],
    )
    expect(said).toEqual([undefined, undefined, undefined])
    expect(entries.map((e) => e.signature?.kid)).toEqual([undefined, OWN.kid, OWN.kid])
  })

  test('nothing is written without a key', async () => {
    const { said, entries } = await inTurn([signing(undefined, [OWN], true), writes(reason('a'))])
    expect(said).toEqual(['ledger.require-signature is true, and this run has no key'])
    expect(entries).toEqual([])
  })
})

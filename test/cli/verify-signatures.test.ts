import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { signed } from '../../src/domain/ledger/signature.ts'
import { OWN, STRANGER, signing } from '../fakes/signing-keys.ts'
import { ledgerRepository, type Revisions, story } from './ledger-repository.ts'
import { cli } from './run-cli.ts'

const FOLDER = 'releases/shop/stable/1.1.0/'
const fileOf = (seq: number, kind: string) =>
  `${FOLDER}${String(seq).padStart(6, '0')}-${kind}.json`

const folder = mkdtempSync(join(tmpdir(), 'keys-'))
const fileWith = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const { kty, crv, x } = OWN.jwk
const ownPem = fileWith('own.pem', OWN.publicPem)
const ownJwk = fileWith('own.json', JSON.stringify({ kty, crv, x }))
const both = fileWith(
  'both.json',
  JSON.stringify({
    keys: [
      { kty, crv, x: STRANGER.jwk.x },
      { kty, crv, x },
    ],
  }),
)
const stranger = fileWith('stranger.pem', STRANGER.publicPem)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let whole: Revisions
beforeAll(async () => {
  whole = await story(signing(OWN, [OWN], true))
})

const run = (revisions: Revisions, ...args: readonly string[]) => {
  using repository = ledgerRepository(revisions)
  return cli(...args, '--repository', repository.folder)
}
const verify = (revisions: Revisions, ...args: readonly string[]) =>
  run(revisions, 'verify-ledger', ...args)
const last = (lines: readonly string[]) => lines.at(-1)

describe('a signed ledger', () => {
  test.each([
    ['PEM', () => ['--key', ownPem]],
    ['JWK, among others', () => ['--key', stranger, '--key', ownJwk]],
    ['a JWK set', () => ['--key', both]],
  ])('passes with its key as %s', (_form, keys) => {
    const { exit, lines } = verify(whole, ...keys(), '--require-signature')
    expect([exit, last(lines)]).toEqual([
      0,
      expect.stringMatching(
        /^pass: 2 releases, 22 entries, all signed, checked with [12] keys?; 0 faults$/,
      ),
    ])
    expect(lines[1]).toMatch(new RegExp(`sha256:[0-9a-f]{64} {2}signed by ${OWN.kid}$`))
  })

  test('is told apart from a checked one where nobody’s key is given', () => {
    const plain = verify(whole)
    expect([plain.exit, last(plain.lines)]).toEqual([
      0,
      `pass: 2 releases, 22 entries, all signed by ${OWN.kid}, unchecked: nobody's key was given; 0 faults`,
    ])
    const required = verify(whole, '--require-signature')
    expect([required.exit, required.out]).toEqual([
      1,
      expect.stringContaining(`FAILED  ${fileOf(1, 'plan')}: it is signed, and no key was given`),
    ])
  })

  test('as JSON: how many, by whom, checked with what', () => {
    expect(JSON.parse(verify(whole, '--key', both, '--json').out)).toMatchObject({
      ...{ entries: 22, signed: 22, signers: [OWN.kid], keys: [STRANGER.kid, OWN.kid], faults: [] },
    })
  })

  test('log says who signed it, and that it did not look', () => {
    expect(run(whole, 'log', '1.2.0').lines[0]).toBe(
      `shop stable 1.2.0: rolled-back, signed by ${OWN.kid} (unchecked)`,
    )
  })
})

test.each([
  ['a file that is not there', () => '/nowhere.pem', 'the key /nowhere.pem cannot be read'],
  [
    'a private key',
    () => fileWith('private.pem', OWN.pem),
    'holds no public Ed25519 key. Make it of',
  ],
  ['a private JWK', () => fileWith('private.json', JSON.stringify(OWN.jwk)), 'holds no public'],
])('%s is no key, with 3', (_what, file, said) => {
  const { exit, out, err } = verify(whole, '--key', file())
  expect([exit, out]).toEqual([3, ''])
  expect(err).toContain(said)
  expect(err).not.toContain(OWN.jwk.d)
})

/** The chain of 1.1.0 with each entry changed, and all hashes made anew: what only a signature can show. */
function rewritten(change: (entry: Entry, chain: readonly Entry[]) => Entry): Revisions {
  return whole.map((files) => {
    const copy = new Map(files)
    const chain: Entry[] = []
    for (const path of [...files.keys()].filter((p) => p.startsWith(FOLDER)).sort()) {
      const before = chain.at(-1)
      const entry = JSON.parse(files.get(path) ?? '') as Entry
      const previous = before === undefined ? null : sha256(canonical(before))
      chain.push(change({ ...entry, previous }, chain))
      copy.set(path, canonical(chain.at(-1)))
    }
    return copy
  })
}

/** Another actor in entry 4, and what `resign` makes of it and of everything after it. */
const told = (entry: Entry): Entry => (entry.seq === 4 ? { ...entry, actor: 'eve' } : entry)
const resigned = (entry: Entry) =>
  entry.seq < 4 ? entry : signed({ ...told(entry), signature: null }, signing(STRANGER).signer)
const header = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a rewritten chain is named by its first bad entry, and both verifiers find it', () => {
  const python = (revisions: Revisions, keys: readonly string[]) => {
    using repository = ledgerRepository(revisions)
    const args = [join(import.meta.dirname, 'verify_ledger.py'), repository.folder, ...keys]
    const { stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])
  }

  test('on the whole ledger, none', () => {
    expect(python(whole, [OWN.jwk.x])).toEqual([])
    expect(python(whole, [STRANGER.jwk.x])).toEqual([
      fileOf(1, 'plan'),
      'releases/shop/stable/1.2.0/000001-plan.json',
    ])
  })

  test.each<readonly [string, (entry: Entry, chain: readonly Entry[]) => Entry, RegExp]>([
    ['tampered with', told, /^its signature is not of this content$/],
    ['signed anew by a stranger', resigned, /^it is signed with the key .*not among the trusted/],
    [
      'with the signature of another entry',
      (e, chain) => (e.seq === 4 ? { ...e, signature: chain[1]?.signature ?? null } : e),
      /^it carries the signature of entry 2$/,
    ],
    [
      'without signature',
      (e) => (e.seq >= 4 ? { ...told(e), signature: null } : e),
      /^it is unsigned, and the one before it is signed$/,
    ],
    [
      'with alg none',
      (e) =>
        e.seq === 4
          ? { ...e, signature: { kid: OWN.kid, jws: `${header({ alg: 'none', kid: OWN.kid })}..` } }
          : e,
      /^its signature has the alg none, not EdDSA$/,
    ],
  ])('%s', (_what, change, why) => {
    const revisions = rewritten(change)
    const found = JSON.parse(verify(revisions, '--key', ownPem, '--json').out)
    expect(found.faults[0]).toEqual({ path: fileOf(4, 'verdict'), why: expect.stringMatching(why) })
    expect(python(revisions, [x])[0]).toBe(fileOf(4, 'verdict'))
  })

  test('all of it signed anew by a stranger: whole, for who has no key', () => {
    const revisions = rewritten((e) =>
      signed({ ...told(e), signature: null }, signing(STRANGER).signer),
    )
    expect(verify(revisions).exit).toBe(0)
    const { exit, out } = verify(revisions, '--key', ownPem)
    expect([exit, out]).toEqual([
      1,
      expect.stringContaining(`FAILED  ${fileOf(1, 'plan')}: it is signed with`),
    ])
    expect(python(revisions, [])).toEqual([])
    expect(python(revisions, [x])).toEqual([fileOf(1, 'plan')])
  })
})

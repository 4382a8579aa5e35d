import { describe, expect, test } from '@jest/globals'
import { sha256 } from '../../../src/adapters/digest.ts'
import { knownKey } from '../../../src/adapters/ed25519.ts'
import { canonical } from '../../../src/domain/ledger/canonical.ts'
import { walkChain } from '../../../src/domain/ledger/chain.ts'
import type { Entry } from '../../../src/domain/ledger/entry.ts'
import { type Signature, signed } from '../../../src/domain/ledger/signature.ts'
import { signersText } from '../../../src/domain/ledger/trust.ts'
import { OWN, STRANGER, signing, type TestKey } from '../../fakes/signing-keys.ts'
import fc from '../../properties.ts'

const RELEASE = { product: 'shop', channel: 'stable', version: '1.1.0' }

type Change = (entry: Entry, before: readonly Entry[]) => Entry
/** A chain of freezes, each signed by the key of its place, then changed; the hashes are those of what stands there. */
function chain(
  signers: readonly (TestKey | undefined)[],
  changes: Readonly<Record<number, Change>> = {},
) {
  const entries: Entry[] = []
  for (const [index, by] of signers.entries()) {
    const last = entries.at(-1)
    const entry: Entry = {
      schema: 1,
      id: `1.1.${index}`,
      seq: index + 1,
      previous: last === undefined ? null : sha256(canonical(last)),
      time: '2026-01-01T00:00:00.000Z',
      release: RELEASE,
      planHash: null,
      actor: 'ada',
      run: { id: 1, attempt: 1 },
      suite: '',
      signature: null,
      kind: 'freeze',
      payload: { reason: `ü ${index}` },
    }
    const own = signed(entry, signing(by).signer)
    entries.push(changes[index + 1]?.(own, entries) ?? own)
  }
  return entries
}

const texts = (entries: readonly Entry[]) => entries.map(canonical)
const walked = (entries: readonly Entry[], keys: readonly TestKey[] = [OWN]) =>
  walkChain(texts(entries), RELEASE, sha256, signing(undefined, keys).keys)

const withSignature =
  (change: (signature: Signature) => Signature): Change =>
  (entry) => ({ ...entry, signature: entry.signature && change(entry.signature) })

const encoded = (header: unknown) => Buffer.from(JSON.stringify(header)).toString('base64url')
const withHeader = (header: unknown) =>
  withSignature(({ kid, jws }) => ({ kid, jws: jws.replace(/^[^.]*/, encoded(header)) }))

describe('a signed chain', () => {
  const own = [OWN, OWN, OWN, OWN]

  test('holds with its key, with several, and where nobody’s key is known', () => {
    for (const keys of [[OWN], [STRANGER, OWN], []])
      expect(walked(chain(own), keys)).toMatchObject({ entries: { length: 4 }, broken: undefined })
    expect(walked(chain([OWN, OWN, STRANGER]), [OWN, STRANGER]).broken).toBeUndefined()
  })

  test('may begin unsigned', () => {
    expect(walked(chain([undefined, undefined, OWN])).broken).toBeUndefined()
  })

  test('is a JWS of RFC 7515 once its payload is put back, with the thumbprint as kid', () => {
    const [entry] = chain([OWN])
    const [header = '', signature = ''] = entry?.signature?.jws.split('..') ?? []
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      kid: OWN.kid,
    })
    const payload = Buffer.from(canonical({ ...entry, signature: null })).toString('base64url')
    expect(knownKey(OWN.jwk.x).verify(`${header}.${payload}`, signature)).toBe(true)
  })

  test('shows every changed byte in the entry itself, the last one too', () => {
    const whole = texts(chain(own))
    fc.assert(
      fc.property(fc.nat(3), fc.nat(), fc.integer({ min: 32, max: 126 }), (at, place, byte) => {
        const text = whole[at] ?? ''
        const position = place % text.length
        const char = String.fromCharCode(byte)
        fc.pre(text[position] !== char)
        const changed = text.slice(0, position) + char + text.slice(position + 1)
        const { broken } = walkChain(
          whole.with(at, changed),
          RELEASE,
          sha256,
          signing(undefined, [OWN]).keys,
        )
        expect(broken?.seq).toBe(at + 1)
      }),
      { numRuns: 500 },
    )
  })

  test.each<readonly [string, Readonly<Record<number, Change>>, number, RegExp]>([
    [
      'tampered with, all hashes after it made anew',
      { 2: (e) => ({ ...e, actor: 'eve' }) },
      2,
      /^its signature is not of this content$/,
    ],
    [
      'signed by somebody else',
      { 2: (e) => signed({ ...e, signature: null }, signing(STRANGER).signer) },
      2,
      new RegExp(`^it is signed with the key ${STRANGER.kid}, which is not among the trusted ones`),
    ],
    [
      'with the signature of another entry',
      { 3: (e, [first]) => ({ ...e, signature: first?.signature ?? null }) },
      3,
      /^it carries the signature of entry 1$/,
    ],
    [
      'without its signature',
      { 3: (e) => ({ ...e, signature: null }) },
      3,
      /^it is unsigned, and the one before it is signed$/,
    ],
    [
      'with alg none and no signature',
      {
        2: withSignature(({ kid }) => ({ kid, jws: `${encoded({ alg: 'none', kid })}..` })),
      },
      2,
      /^its signature has the alg none, not EdDSA$/,
    ],
    [
      'with the alg of a shared secret',
      { 2: withHeader({ alg: 'HS256', kid: OWN.kid }) },
      2,
      /alg HS256/,
    ],
    [
      'with an alg that is no word',
      { 2: withHeader({ alg: '::error::', kid: OWN.kid }) },
      2,
      /alg unknown/,
    ],
    [
      'with another member in the header',
      { 2: withHeader({ alg: 'EdDSA', crit: ['b64'], kid: OWN.kid, b64: false }) },
      2,
      /does not hold just alg and kid/,
    ],
    [
      'with a key of its own in the header',
      { 2: withHeader({ alg: 'EdDSA', jwk: STRANGER.jwk, kid: OWN.kid }) },
      2,
      /does not hold just alg and kid/,
    ],
    [
      'with the header in another order',
      { 2: withHeader({ kid: OWN.kid, alg: 'EdDSA' }) },
      2,
      /does not hold just alg and kid/,
    ],
    [
      'whose header names another key',
      { 2: withHeader({ alg: 'EdDSA', kid: STRANGER.kid }) },
      2,
      /header of its signature names another key/,
    ],
    ['whose header is none', { 2: withHeader('x') }, 2, /header of its signature cannot be read/],
    [
      'that names a trusted key and is signed by a stranger',
      {
        2: (e) =>
          signed(
            { ...e, signature: null },
            { kid: OWN.kid, sign: (t) => signing(STRANGER).signer?.sign(t) ?? '' },
          ),
      },
      2,
      /^its signature is not of this content$/,
    ],
    [
      'with a second spelling of the same 64 bytes',
      {
        2: withSignature(({ kid, jws }) => ({
          kid,
          jws: jws.slice(0, -1) + String.fromCharCode(jws.charCodeAt(jws.length - 1) + 1),
        })),
      },
      2,
      /not 64 bytes of base64url/,
    ],
    [
      'with a cut signature',
      { 2: withSignature(({ kid, jws }) => ({ kid, jws: jws.slice(0, -4) })) },
      2,
      /not 64 bytes/,
    ],
    [
      'with a payload in it',
      { 2: withSignature(({ kid, jws }) => ({ kid, jws: jws.replace('..', '.e30.') })) },
      2,
      /unknown form \(signature\.jws\)/,
    ],
    [
      'with a kid that is none',
      { 2: withSignature(({ jws }) => ({ kid: 'mine', jws })) },
      2,
      /unknown form \(signature\.kid\)/,
    ],
  ])('names an entry %s', (_what, changes, seq, why) => {
    const { broken } = walked(chain(own, changes))
    expect(broken).toEqual({ seq, why: expect.stringMatching(why) })
  })

  test('is whole for who knows no key, unless its form is wrong or a signature is gone', () => {
    const tampered = chain(own, { 2: (e) => ({ ...e, actor: 'eve' }) })
    expect(walked(tampered, []).broken).toBeUndefined()
    expect(walked(chain(own, { 3: (e) => ({ ...e, signature: null }) }), []).broken?.seq).toBe(3)
    const forged = chain(own, { 2: withHeader({ alg: 'none', kid: OWN.kid }) })
    expect(walked(forged, []).broken?.seq).toBe(2)
  })

  test('signing anew breaks the chain: the next entry has the hash of the one that was signed', () => {
    const entries = chain([undefined, undefined])
    const [first] = entries
    if (first === undefined) throw new Error('the chain is empty')
    const anew = entries.with(0, signed(first, signing(OWN).signer))
    expect(walked(anew).broken).toEqual({
      seq: 2,
      why: expect.stringMatching(/that one has another hash/),
    })
  })

  test('says in a line who signed it', () => {
    expect(signersText(chain([undefined]))).toBe('unsigned')
    expect(signersText(chain([OWN, OWN]))).toBe(`signed by ${OWN.kid}`)
    expect(signersText(chain([undefined, OWN, STRANGER]))).toBe(
      `2 of 3 entries signed by ${OWN.kid}, ${STRANGER.kid}`,
    )
  })
})

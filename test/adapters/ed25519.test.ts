import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { knownKey, signerOf } from '../../src/adapters/ed25519.ts'
import { OWN, STRANGER } from '../fakes/signing-keys.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const base64url = (hex: string) => bytes(hex).toString('base64url')

/** RFC 8032, section 7.1. */
const VECTORS = [
  {
    name: 'TEST 1',
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    open: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: 'TEST 2',
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    open: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    name: 'TEST 3',
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    open: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
  {
    name: 'TEST SHA(abc)',
    secret: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    open: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  },
] as const

const signerFor = (secret: string, open: string) =>
  signerOf(JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: base64url(open), d: base64url(secret) }))

describe('the vectors of RFC 8032', () => {
  test.each(VECTORS)('$name is signed and verified as it stands there', (vector) => {
    const { secret, open, message, signature } = vector
    const key = knownKey(base64url(open))
    const signer = signerFor(secret, open)
    expect(signer.kid).toBe(key.kid)
    expect(signer.sign(bytes(message))).toBe(base64url(signature))
    expect(key.verify(bytes(message), base64url(signature))).toBe(true)
    expect(key.verify(Buffer.concat([bytes(message), bytes('00')]), base64url(signature))).toBe(
      false,
    )
  })

  test('an S that is larger than the order of the group is no second spelling of a signature', () => {
    const [{ open, message, signature }] = VECTORS
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = BigInt(`0x${bytes(signature.slice(64)).reverse().toString('hex')}`) + order
    const other = bytes(s.toString(16).padStart(64, '0')).reverse().toString('hex')
    const key = knownKey(base64url(open))
    expect(key.verify(bytes(message), base64url(signature.slice(0, 64) + other))).toBe(false)
  })

  test('the second verifier, in Python, agrees on them and on every broken one', () => {
    const rows = VECTORS.flatMap(({ open, message, signature }) =>
      [signature, `00${signature.slice(2)}`, `${signature.slice(0, -2)}ff`, signature.slice(2)].map(
        (each) => [open, message, each],
      ),
    )
    const program = `import json, sys
sys.dont_write_bytecode = True
import ed25519
rows = [[bytes.fromhex(x) for x in row] for row in json.load(sys.stdin)]
print(json.dumps([ed25519.verify(*row) for row in rows]))`
    const { stdout, stderr } = spawnSync('python3', ['-c', program], {
      cwd: join(import.meta.dirname, '../cli'),
      input: JSON.stringify(rows),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(VECTORS.flatMap(() => [true, false, false, false]))
  })
})

describe('the vectors of RFC 8037, appendix A', () => {
  test('A.3: the id of the key is its thumbprint', () => {
    expect(OWN.jwk.x).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')
    expect(OWN.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  test('A.4, A.5: the JWS is made and verified', () => {
    const [input, signature] = [
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc',
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    ]
    expect(signerOf(JSON.stringify(OWN.jwk)).sign(input)).toBe(signature)
    expect(knownKey(OWN.jwk.x).verify(input, signature)).toBe(true)
    expect(knownKey(STRANGER.jwk.x).verify(input, signature)).toBe(false)
  })
})

describe('a private key', () => {
  const pem = (type: 'x25519' | 'ed448') => {
    const { privateKey } =
      type === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('ed448')
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  }
  const encrypted = generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' })
    .toString()

  test('is the same as PEM, with either end of lines, and as JWK', () => {
    for (const text of [OWN.pem, OWN.pem.replaceAll('\n', '\r\n'), OWN.pem.trim()])
      expect(signerOf(text).kid).toBe(OWN.kid)
    expect(signerOf(JSON.stringify(OWN.jwk)).sign('a')).toBe(signerOf(OWN.pem).sign('a'))
  })

  test.each([
    ['a public key', OWN.publicPem],
    ['one of another curve', pem('x25519')],
    ['one of another algorithm', pem('ed448')],
    ['an encrypted one', encrypted],
    ['a cut one', OWN.pem.replace(/.{8}\n-----END/, '\n-----END')],
    ['a JWK without its private half', JSON.stringify({ ...OWN.jwk, d: undefined })],
    ['a JWK with the public half of another', JSON.stringify({ ...OWN.jwk, x: STRANGER.jwk.x })],
    ['no JSON', '{"kty":'],
    ['an empty text', ''],
  ])('%s is refused, and nothing of it is said', (_what, text) => {
    let said = ''
    try {
      signerOf(text)
    } catch (error) {
      said = String(error)
      expect(error).toMatchObject({ name: 'Failure', code: 'bad-input' })
    }
    expect(said).toContain('input ledger-key: is no private Ed25519 key')
    for (const part of text.match(/[\w+/=-]{12,}/g) ?? [])
      if (!part.startsWith('-----')) expect(said).not.toContain(part)
  })
})

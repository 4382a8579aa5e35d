import { describe, expect, test } from '@jest/globals'
import { sha256 } from '../../../src/adapters/digest.ts'
import { canonical } from '../../../src/domain/ledger/canonical.ts'
import { readChain } from '../../../src/domain/ledger/chain.ts'
import type { Draft, Entry } from '../../../src/domain/ledger/entry.ts'
import fc from '../../properties.ts'

const RELEASE = { product: 'shop', channel: 'stable', version: '1.1.0' }
const LENGTH = 6

const drafts: readonly Draft[] = [
  { kind: 'freeze', payload: { reason: 'errors: 2 %, "wanted" at most 1 %' } },
  { kind: 'lift', payload: { by: 'ada', reason: 'issue 7 was closed', issue: 7 } },
  {
    kind: 'intent',
    payload: {
      effect: 'shift',
      stage: 0,
      reason: 'stage 1',
      from: { blue: 100, green: 0 },
      to: { blue: 90, green: 10 },
    },
  },
  { kind: 'outcome', payload: { effect: 'shift', stage: 0, weights: { blue: 90, green: 10 } } },
  {
    kind: 'verdict',
    payload: {
      gate: 'stage',
      stage: 0,
      verdict: 'fail',
      reason: 'errors: 2 %',
      breach: 'rollback',
      evidence: [
        {
          name: 'errors',
          verdict: 'fail',
          question: 'q',
          answer: '2 %',
          limit: '1 %',
          samples: 60,
        },
      ],
    },
  },
  { kind: 'outcome', payload: { effect: 'release', result: 'failed', reason: 'ü \u2028 👍' } },
]

function chain(): string[] {
  const texts: string[] = []
  for (const [index, draft] of drafts.entries()) {
    const before = texts.at(-1)
    const entry: Entry = {
      schema: 1,
      id: `1.1.${index}`,
      seq: index + 1,
      previous: before === undefined ? null : sha256(before),
      time: '2026-01-01T00:00:00.000Z',
      release: RELEASE,
      planHash: null,
      actor: 'ada',
      run: { id: 1, attempt: 1 },
      suite: '',
      signature: null,
      ...draft,
    }
    texts.push(canonical(entry))
  }
  return texts
}

/** Seq of the first bad entry; undefined when the chain holds. */
function firstBad(texts: readonly string[]): number | undefined {
  try {
    readChain(texts, RELEASE, sha256)
    return undefined
  } catch (error) {
    expect(error).toMatchObject({ name: 'Failure', code: 'broken-chain' })
    return Number(/is broken at entry (\d+): /.exec(String(error))?.[1])
  }
}

const whole = chain()
const index = fc.nat(LENGTH - 1)

describe('a chain', () => {
  test('holds as it was written, and so does each beginning of it', () => {
    for (let length = 0; length <= LENGTH; length++)
      expect(readChain(whole.slice(0, length), RELEASE, sha256)).toHaveLength(length)
  })

  test('shows every changed byte: in the entry itself, or in the hash that the next one has of it', () => {
    fc.assert(
      fc.property(
        fc.nat(LENGTH - 2),
        fc.nat(),
        fc.integer({ min: 32, max: 126 }),
        (at, place, byte) => {
          const text = whole[at] ?? ''
          const position = place % text.length
          const char = String.fromCharCode(byte)
          fc.pre(text[position] !== char)
          const changed = text.slice(0, position) + char + text.slice(position + 1)
          expect([at + 1, at + 2]).toContain(firstBad(whole.with(at, changed)))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('shows an entry that means the same in other bytes', () => {
    const other = JSON.stringify(JSON.parse(whole[2] ?? ''), null, 1)
    expect(firstBad(whole.with(2, other))).toBe(3)
    expect(firstBad(whole.with(5, `${whole[5]}\n`))).toBe(6)
    expect(firstBad(whole.with(5, (whole[5] ?? '').replace('{', '{"actor":"eve",')))).toBe(6)
  })

  test('shows a removed entry', () => {
    for (let at = 0; at < LENGTH - 1; at++) expect(firstBad(whole.toSpliced(at, 1))).toBe(at + 1)
  })

  test('shows two entries in each other’s place', () => {
    fc.assert(
      fc.property(index, index, (a, b) => {
        fc.pre(a < b)
        expect(firstBad(whole.with(a, whole[b] ?? '').with(b, whole[a] ?? ''))).toBe(a + 1)
      }),
    )
  })

  test('shows any other order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: LENGTH }), (texts) => {
        const moved = texts.findIndex((t, i) => t !== whole[i])
        expect(firstBad(texts)).toBe(moved < 0 ? undefined : moved + 1)
      }),
    )
  })

  test('shows an entry twice, one of another release and what is no entry', () => {
    expect(firstBad(whole.toSpliced(2, 0, whole[1] ?? ''))).toBe(3)
    const foreign = canonical({
      ...JSON.parse(whole[0] ?? ''),
      release: { ...RELEASE, version: '1.0.0' },
    })
    expect(firstBad([foreign])).toBe(1)
    for (const text of ['', '{', 'null', '[]', '{}', '"x"']) expect(firstBad([text])).toBe(1)
  })
})

describe('the canonical form', () => {
  test('is one for one value, whatever the order of its keys, and is read back', () => {
    const value = fc.jsonValue({ noUnicodeString: false })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse())
        expect(canonical(turned)).toBe(canonical(record))
        expect(canonical(JSON.parse(canonical(record)))).toBe(canonical(record))
      }),
    )
  })

  test('is that of RFC 8785', () => {
    expect(canonical({ b: [1e21, -0, 0.1], a: 'ü\u000f', '\u20ac': true })).toBe(
      '{"a":"ü\\u000f","b":[1e+21,0,0.1],"€":true}',
    )
  })

  test.each([undefined, Number.NaN, Infinity, '\ud800'])('%p has none', (value) => {
    expect(() => canonical(value)).toThrow()
  })
})

test('a text that was read before is held to its new place all the same', () => {
  const [first = '', second = ''] = chain()
  expect(readChain([first, second], RELEASE, sha256)).toHaveLength(2)
  expect(() => readChain([first, second, second], RELEASE, sha256)).toThrow('its seq is 2')
  expect(() => readChain([first], { ...RELEASE, version: '1.2.0' }, sha256)).toThrow('belongs to')
  expect(() => readChain(['{}'], RELEASE, sha256)).toThrow('an unknown form')
  expect(() => readChain(['{}'], RELEASE, sha256)).toThrow('an unknown form')
})

import { describe, expect, test } from '@jest/globals'
import { type FreezeFacts, freezeBody } from '../../../src/domain/report/freeze-issue.ts'
import { bar, fenced, inert, raw, table } from '../../../src/domain/report/markdown.ts'
import { trackingBody } from '../../../src/domain/report/tracking-issue.ts'
import { summaryPage } from '../../../src/domain/report/verdict.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { count, hostile, REFERENCES, seen } from './hostile.ts'

const TEXTS = [...hostile(1, 1000)]

const facts: FreezeFacts = {
  scope: { product: 'shop', channel: 'stable' },
  version: '1.1.0',
  buildType: 'stable',
  commit: '0123456789abcdef0123456789abcdef01234567',
  runUrl: 'https://github.example/acme/shop/actions/runs/1',
  reason: 'errors',
  gate: 'stage',
  seq: 3,
}
const plan: Plan = {
  schema: 1,
  product: 'shop',
  channel: 'stable',
  version: '1.1.0',
  baseline: '1.0.0',
  commit: 'c'.repeat(40),
  strategy: 'canary',
  profile: '',
  stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
  interval: 1000,
  objectives: [],
  artefacts: [],
  desktopRolloutPercentage: 100,
}
const runUrl = facts.runUrl
const tracking = (note: string) =>
  trackingBody({
    plan,
    planHash: `sha256:${'a'.repeat(64)}`,
    runUrl,
    jobs: [{ job: 'deploy-release', result: 'failure', good: false, note }],
    note,
    isOneOfSeveral: false,
  })
const summary = (text: string) =>
  summaryPage(
    text,
    {
      verdict: 'fail',
      reason: text,
      evidence: [{ name: text, verdict: 'fail', question: text, answer: text, limit: text }],
    },
    [],
  )

describe('text from outside is inert', () => {
  test('a thousand hostile texts are text, in one line, and refer to nobody', () => {
    for (const text of TEXTS) {
      const safe = inert(text)
      const kinds = count(safe)
      expect({
        text,
        kinds: Object.keys(kinds).filter((k) => !['root', 'paragraph', 'text'].includes(k)),
      }).toEqual({ text, kinds: [] })
      expect(safe).not.toMatch(/[\n\r\u2028\u2029\p{Cc}\p{Bidi_Control}]/u)
      expect(safe.isWellFormed()).toBe(true)
      for (const reference of REFERENCES)
        expect({ text, hit: reference.exec(seen(safe))?.[0] }).toEqual({ text, hit: undefined })
    }
  })

  test('in every cell of a table it stays in its cell', () => {
    for (const text of TEXTS) {
      const kinds = count(
        table(
          ['a', 'b'],
          [
            [text, 'x'],
            [raw('y'), text],
          ],
        ),
      )
      expect({ text, kinds: Object.keys(kinds).sort() }).toEqual({
        text,
        kinds: ['root', 'table', 'tableCell', 'tableRow', 'text'].filter((k) => k in kinds),
      })
      expect({ text, cells: kinds.tableCell, rows: kinds.tableRow }).toEqual({
        text,
        cells: 6,
        rows: 3,
      })
    }
  })

  test.each<[string, (text: string) => string]>([
    ['a freeze issue', (reason) => freezeBody({ ...facts, reason, buildType: reason })],
    ['a tracking issue', tracking],
    ['a job summary', summary],
  ])('%s has the same build with it as without', (_name, page) => {
    const { text: _calm, ...shape } = count(page('calm'))
    for (const text of TEXTS.slice(0, 300)) {
      // What is empty or blank has no text of its own.
      const { text: _count, ...kinds } = count(page(`x${text}`))
      expect({ text, ...kinds }).toEqual({ text, ...shape })
    }
  })

  test('people still read what was written', () => {
    expect(seen(inert('errors: 2 % (limit 1 %), 0.4 s & "more" <b>'))).toBe(
      'errors: 2 % (limit 1 %), 0.4 s & "more" <b>',
    )
    expect(seen(inert('- @ada #1')).replaceAll('\u200b', '')).toBe('- @ada #1')
    expect(seen(inert('deadbeef')).replaceAll('\u200b', '')).toBe('deadbeef')
    expect(inert('0.4 s in 12 ms, -5 %')).toBe('0.4 s in 12 ms, -5 %')
    expect(inert('  a \n\t b  ')).toBe('a   b')
  })

  test('long text is cut, and says so', () => {
    expect(inert('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`)
    expect(inert('x'.repeat(500))).toBe('x'.repeat(500))
    expect(inert('@'.repeat(10), 3)).toBe('&#64;\u200b&#64;\u200b…')
  })
})

test('a fence holds any text', () => {
  for (const text of TEXTS) {
    const line = text.replaceAll(/[\r\n]/g, ' ')
    expect({ text, kinds: count(fenced(line, 'text')) }).toEqual({
      text,
      kinds: { root: 1, code: 1 },
    })
  }
})

test('a bar has ten cells and shows its share', () => {
  expect([0, 0.04, 0.05, 0.5, 1, 2, -1].map(bar)).toEqual([
    '▱▱▱▱▱▱▱▱▱▱',
    '▱▱▱▱▱▱▱▱▱▱',
    '▰▱▱▱▱▱▱▱▱▱',
    '▰▰▰▰▰▱▱▱▱▱',
    '▰▰▰▰▰▰▰▰▰▰',
    '▰▰▰▰▰▰▰▰▰▰',
    '▱▱▱▱▱▱▱▱▱▱',
  ])
})

import { expect, test } from '@jest/globals'
import { inert, table } from '../../src/domain/report/markdown.ts'
import { count, hostile, REFERENCES, seen } from '../../test/domain/report/hostile.ts'

const SEED = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)

test('a hundred thousand hostile texts are text and refer to nobody, alone and in a table', () => {
  const wrong: string[] = []
  let cells = 0
  const bunch: string[] = []
  for (const text of hostile(SEED, 100_000)) {
    const safe = inert(text)
    const plain = Object.keys(count(safe)).every((k) => ['root', 'paragraph', 'text'].includes(k))
    const words = seen(safe)
    if (!plain || REFERENCES.some((r) => r.test(words))) wrong.push(text)
    bunch.push(text)
    if (bunch.length < 100) continue
    const rows = bunch.splice(0).map((cell) => [cell, 'x'])
    cells += count(table(['a', 'b'], rows)).tableCell ?? 0
  }
  expect(wrong).toEqual([])
  expect(cells).toBe(1000 * 202)
}, 480_000)

/** @story */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { allCases } from './contract/all.ts'
import { emulateTarget } from './contract/emulate-target.ts'
import { sandboxTarget } from './contract/sandbox-target.ts'
import { observe, type Target } from './contract/target.ts'
import { type CaseDifference, named } from './named-differences.ts'

// A server of somebody else, on a machine that others use too.
jest.setTimeout(120_000)

const differenceIn = (id: string) => named.emulate.differences.find((each) => each.case === id)

test('every case has a name of its own and a page of GitHub that says so', () => {
  const ids = allCases.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const pages = allCases.filter(({ document }) => !document.startsWith('https://docs.github.com/'))
  expect(pages).toEqual([])
})

describe('the sandbox', () => {
  const sandbox = sandboxTarget()
  afterAll(() => sandbox.close())

  test.each(allCases)('$title', async (each) => {
    expect(await observe(sandbox, each)).toEqual(each.expected)
  })

  test('and only the requests that are wrong on purpose are written down', () => {
    expect(sandbox.violations()).toEqual([expect.stringContaining("required property 'title'")])
  })
})

describe(`emulate ${named.emulate.version}`, () => {
  let emulate: Target
  beforeAll(async () => {
    emulate = await emulateTarget()
  })
  afterAll(() => emulate.close())

  test('is the version that the table is about', () => {
    const file = new URL('../../node_modules/emulate/package.json', import.meta.url)
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe(named.emulate.version)
  })

  test.each(allCases)('$title: as GitHub, or as the table says', async (each) => {
    const seen = await observe(emulate, each)
    const difference = differenceIn(each.id)
    expect(shown(seen)).toEqual(shown(difference ? difference.observed : each.expected))
    // One that is as GitHub after all must leave the table.
    if (difference) expect(shown(seen)).not.toEqual(shown(each.expected))
  })

  test('the table is about cases that exist, and quotes them', () => {
    const quoted = named.emulate.differences.map(
      ({ right: _right, observed: _observed, ...rest }) => rest,
    )
    const known = named.emulate.differences.map(({ case: id }) => {
      const { title, document, expected } = allCases.find((each) => each.id === id) ?? {}
      return { case: id, title, document, expected } as Partial<CaseDifference>
    })
    expect(quoted).toEqual(known)
  })
})

/** As the table can hold it: JSON knows no `undefined`, and ports differ from run to run. */
function shown(value: unknown): unknown {
  const text = JSON.stringify(value ?? null).replaceAll(/localhost:\d+/g, 'localhost')
  return JSON.parse(text.replaceAll(/"(created|updated)_at":"[^"]+"/g, '"$1_at":"…"'))
}

import { expect, jest, test } from '@jest/globals'
import { validate } from '@octokit/graphql-schema'
import { entry, openRelease } from '../../../bench/ledger/history.ts'
import { type Place, placeOf } from '../../../bench/ledger/place.ts'

// Ledgers are built by git.
jest.setTimeout(60_000)

const RELEASE = openRelease(0)

async function costs(place: Place) {
  const { cost } = place
  return {
    open: await cost(() => place.ledger().entries(RELEASE)),
    append: await cost(() => place.ledger().append(RELEASE, () => entry('a look'))),
    look: await cost(async () => {
      const ledger = place.ledger()
      await ledger.markers('open/')
      await ledger.chains(Array.from({ length: 50 }, (_, i) => openRelease(i)))
    }),
  }
}

test('what a release costs does not grow with what is finished: two calls to open, three to append, two to look at fifty', async () => {
  await using few = await placeOf({ finished: 20, open: 50, entries: 10 })
  await using many = await placeOf({ finished: 2000, open: 50, entries: 10 })
  const [first, second] = [await costs(few), await costs(many)]
  const callsOf = ({ open, append, look }: typeof first) => [open, append, look].map((c) => c.calls)
  expect(callsOf(first)).toEqual([2, 3, 2])
  expect(callsOf(second)).toEqual([2, 3, 2])
  for (const what of ['open', 'append', 'look'] as const)
    expect(Math.abs(second[what].kib - first[what].kib)).toBeLessThan(1)
  expect([few, many].flatMap(({ github }) => github.violations)).toEqual([])
})

test('what was written stands as it was read: own entries, and a chain that begins', async () => {
  await using place = await placeOf({ finished: 20, open: 1, entries: 3 })
  const ledger = place.ledger()
  await ledger.append(RELEASE, () => entry('four'))
  const begun = { ...RELEASE, version: '10.0.0' }
  const begins = await place.cost(() => place.ledger().append(begun, () => entry('one')))
  // One more: that there is no chain is proved.
  expect(begins.calls).toBe(4)
  const other = place.ledger()
  expect(await other.entries(RELEASE)).toHaveLength(4)
  expect(await other.entries(begun)).toHaveLength(1)
  expect((await other.versions(RELEASE)).toSorted()).toEqual(['1.0.0', '10.0.0', '9.0.0'])
  await ledger.append(RELEASE, () => entry('five'))
  expect(await place.ledger().entries(RELEASE)).toHaveLength(5)
  expect(place.github.violations).toEqual([])
  // The sandbox knows a part of GitHub's schema: this is the whole.
  const documents = [...place.github.documents]
  expect(documents.map((text) => /\w+ (\w+)/.exec(text)?.[1])).toEqual(
    expect.arrayContaining(['look', 'folders', 'append']),
  )
  expect(documents.flatMap((text) => validate(text))).toEqual([])
})

import { expect, test } from '@jest/globals'
import { allPages, type Page } from '../../../src/adapters/github/pages.ts'

const NEXT =
  '<https://api.github.example/x?page=2>; rel="next", <https://api.github.example/x?page=9>; rel="last"'
const LAST = '<https://api.github.example/x?page=1>; rel="first"'
const items = (count: number) => Array.from({ length: count }, (_, i) => i)

async function list(pages: readonly Page<number>[], most = 20) {
  const asked: number[] = []
  const all = await allPages(
    async (number) => {
      asked.push(number)
      return pages[number - 1] ?? { items: [], link: undefined }
    },
    most,
    'GET /x',
  )
  return { count: all.length, asked }
}

test.each([
  ['30 of a default page', [{ items: items(30), link: undefined }], 30, 1],
  ['100 and no header', [{ items: items(100), link: undefined }], 100, 2],
  ['100 on the last page', [{ items: items(100), link: LAST }], 100, 1],
  [
    '101',
    [
      { items: items(100), link: NEXT },
      { items: items(1), link: LAST },
    ],
    101,
    2,
  ],
  [
    '[C-67] a short page with a next one',
    [
      { items: items(3), link: NEXT },
      { items: items(2), link: LAST },
    ],
    5,
    2,
  ],
  [
    '[C-67] an empty page with a next one',
    [
      { items: [], link: NEXT },
      { items: items(2), link: LAST },
    ],
    2,
    2,
  ],
])('%s', async (_name, pages, count, requests) => {
  const all = await list(pages)
  const numbers = items(requests).map((i) => i + 1)
  // Several pages are looked at twice.
  expect(all).toEqual({ count, asked: requests === 1 ? numbers : [...numbers, ...numbers] })
})

test('[C-66] a next page for ever ends with an error', async () => {
  const forever = Array.from({ length: 50 }, () => ({ items: items(100), link: NEXT }))
  await expect(list(forever)).rejects.toThrow('GitHub lists more than 2000 items for GET /x')
})

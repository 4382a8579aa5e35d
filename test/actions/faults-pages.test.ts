import { createHash } from 'node:crypto'
import { expect, jest, test } from '@jest/globals'
import { runAction } from './run-action.ts'
import { type Answer, json, serve } from './server.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const REPO = '/repos/acme/checkout-service'
const CONFIG = `product: checkout
objectives: none
artefacts: [{kind: release-asset, name: 'checkout-{version}.txt', checksums: SHA256SUMS}]
`
const BYTES = 'the service'
const SUMS = `${createHash('sha256').update(BYTES).digest('hex')}  checkout-1.0.0.txt\n`
const FILES = [
  ['checkout-1.0.0.txt', BYTES],
  ['SHA256SUMS', SUMS],
] as const

const release = (index: number, count: number) => ({
  id: index + 1,
  // The one that is asked for is the oldest: the last of the list.
  tag_name: index === count - 1 ? 'v1.0.0' : `v2.${index}.0`,
  ...{ draft: false, prerelease: false },
  html_url: 'https://github.example/release',
  upload_url: 'https://uploads.github.example/{?name,label}',
  assets: FILES.map(([name, text], i) => ({
    ...{ id: i + 1, name, size: Buffer.byteLength(text), state: 'uploaded' },
    digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
  })),
})

/** As much of GitHub as `verify-assets` asks, with so many releases; `link` makes the header of each page. */
function releases(count: number, link: (url: string) => string = () => ''): Answer {
  const all = Array.from({ length: count }, (_, index) => release(index, count))
  return ({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://github.example')
    const asset = /\/releases\/assets\/(\d)$/.exec(pathname)?.[1]
    if (asset !== undefined) return void response.end(FILES[Number(asset) - 1]?.[1])
    if (pathname === `${REPO}/releases`) {
      if (link(url) !== '') response.setHeader('link', link(url))
      return json(response, pageOf(all, searchParams))
    }
    const content = Buffer.from(CONFIG).toString('base64')
    const isFile = pathname.includes('/contents/')
    json(
      response,
      isFile ? { type: 'file', encoding: 'base64', content } : { default_branch: 'main' },
    )
  }
}

/** As GitHub cuts a list: 30 a page unless the request says otherwise. */
function pageOf<T>(all: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Number(query.get('per_page') ?? 30)
  const from = (Number(query.get('page') ?? 1) - 1) * size
  return all.slice(from, from + size)
}

async function verify(answer: Answer) {
  await using github = await serve(answer)
  const inputs = { version_to_verify: '1.0.0' }
  const run = await runAction('verify-assets', { github: github.url, inputs })
  return { ...run, pages: github.seen.filter(({ url }) => url.includes('/releases?')).length }
}

test.each([30, 100, 101, 1000])('[C-64] of %i releases the last one is found', async (count) => {
  const run = await verify(releases(count))
  expect(run.outputs).toMatchObject({ verdict: 'pass', tag: 'v1.0.0' })
})

test('more releases than are read are said, instead of one that is missing', async () => {
  const run = await verify(releases(1001))
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain('more than 1000')
})

test('[C-66] a page that names itself or another origin as the next one leads nowhere', async () => {
  await using elsewhere = await serve((_, response) => json(response, []))
  const itself = await verify(releases(150, (url) => `<${url}>; rel="next"`))
  expect([itself.outputs.verdict, itself.pages]).toEqual(['pass', 2])
  const away = await verify(releases(150, () => `<${elsewhere.url}/releases>; rel="next"`))
  expect([away.outputs.verdict, away.pages]).toEqual(['pass', 2])
  expect(elsewhere.seen).toEqual([])
})

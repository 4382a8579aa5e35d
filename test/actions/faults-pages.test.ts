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
const FILE = { type: 'file', encoding: 'base64', content: Buffer.from(CONFIG).toString('base64') }
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

/** The `link` header of a page, from the page's address and whether there is another one. */
type Link = (url: string, isLast: boolean) => string

const asGitHub: Link = (url, isLast) => `<${url}>; rel="${isLast ? 'first' : 'next'}"`

/** As much of GitHub as `verify-assets` asks, with so many releases. */
function releases(count: number, link: Link = asGitHub): Answer {
  const all = Array.from({ length: count }, (_, index) => release(index, count))
  return ({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://github.example')
    const asset = /\/releases\/assets\/(\d)$/.exec(pathname)?.[1]
    if (asset !== undefined) return void response.end(FILES[Number(asset) - 1]?.[1])
    if (pathname === `${REPO}/releases`) {
      // As GitHub cuts a list: 30 a page unless the request says otherwise.
      const size = Number(searchParams.get('per_page') ?? 30)
      const from = (Number(searchParams.get('page') ?? 1) - 1) * size
      response.setHeader('link', link(url, from + size >= count))
      return json(response, all.slice(from, from + size))
    }
    json(response, pathname.includes('/contents/') ? FILE : { default_branch: 'main' })
  }
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

test('[C-66] a page that names itself or another origin as the next one leads nowhere, and not for ever', async () => {
  await using elsewhere = await serve((_, response) => json(response, []))
  for (const link of [
    (url: string) => `<${url}>; rel="next"`,
    () => `<${elsewhere.url}/releases>; rel="next"`,
  ]) {
    const run = await verify(releases(150, link))
    expect([run.exit, run.outputs.verdict, run.pages]).toEqual([1, 'inconclusive', 10])
  }
  expect(elsewhere.seen).toEqual([])
})

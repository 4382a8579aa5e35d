import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { gate, objectives, ok } from './observability-gate-world.ts'
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

async function verify(answer: Answer, env: Readonly<Record<string, string>> = {}) {
  await using github = await serve(answer)
  const inputs = { version_to_verify: '1.0.0' }
  const run = await runAction('verify-assets', { github: github.url, inputs, env })
  const { seen } = github
  return { ...run, seen, pages: seen.filter(({ url }) => url.includes('/releases?')).length }
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

/** The releases, in which a page that was given makes room or takes it: by these changes, one a page. */
function changing(changes: readonly ('removed' | 'inserted')[]): Answer {
  const all = Array.from({ length: 150 }, (_, index) => release(index, 101))
  const turns = [...changes]
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://github.example')
    if (pathname !== `${REPO}/releases`) return releases(1)(request, response)
    const from = (Number(searchParams.get('page') ?? 1) - 1) * 100
    response.setHeader('link', asGitHub(request.url, from + 100 >= all.length))
    json(response, all.slice(from, from + 100))
    const change = turns.shift()
    if (change === 'removed') all.shift()
    if (change === 'inserted') all.unshift(release(1000 + turns.length, 0))
  }
}

test.concurrent.each([
  ['removed', ['removed']],
  ['inserted', ['inserted']],
  ['removed and inserted in turn', ['removed', 'inserted', 'removed', 'inserted']],
] as const)('[C-65] the release is found once while others are %s', async (_how, changes) => {
  const run = await verify(changing(changes))
  expect(run.outputs).toMatchObject({ verdict: 'pass', tag: 'v1.0.0' })
})

test.concurrent('[C-65] a list that never comes to rest decides nothing', async () => {
  const run = await verify(changing(Array.from({ length: 50 }, () => 'removed')))
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain("GitHub's list changes while it is read")
  expect(run.pages).toBeLessThanOrEqual(8)
})

test.concurrent('[C-61] a page that takes GitHub too long is asked for in smaller ones', async () => {
  const list = releases(230)
  const sizes: string[] = []
  const run = await verify((request, response) => {
    const { searchParams } = new URL(request.url, 'http://github.example')
    const [size, page] = [searchParams.get('per_page') ?? '', searchParams.get('page') ?? '']
    if (size !== '') sizes.push(`${size}/${page}`)
    if (size === '100' && page === '2') return json(response, { message: 'Server Error' }, 502)
    list(request, response)
  })
  expect(run.outputs).toMatchObject({ verdict: 'pass', tag: 'v1.0.0' })
  const look = ['100/1', '100/2', '25/5', '25/6', '25/7', '25/8', '100/3']
  expect(sizes).toEqual([...look, ...look])
})

test.concurrent('[C-62] a GitHub without rate limits works, and is asked for one version of its API', async () => {
  const run = await verify(releases(1))
  expect(run.outputs.verdict).toBe('pass')
  for (const { url, headers } of run.seen.filter((one) => !one.url.includes('/assets/')))
    expect([url, headers['x-github-api-version']]).toEqual([url, '2022-11-28'])
})

test.concurrent('[C-62] a GitHub that does not speak the version says so, and the version is named', async () => {
  const message = 'Invalid X-GitHub-Api-Version header, this API version is not supported'
  const run = await verify((_, response) => json(response, { message }, 400))
  expect([run.exit, run.outputs.verdict, run.seen.length]).toEqual([1, 'inconclusive', 1])
  expect(run.outputs.reason).toContain('2022-11-28')
})

const TIME_LAPSE = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'time-lapse.mjs')}` }

/** The server's errors, one an answer, for the config and each file; then what it has to say. */
function ailing(statuses: readonly number[], well: Answer): Answer {
  const answered = new Map<string, number>()
  return (request, response) => {
    if (!/contents|assets|organizations|query/.test(request.url)) return well(request, response)
    const turn = answered.get(request.url) ?? 0
    answered.set(request.url, turn + 1)
    const status = statuses[turn]
    if (status === undefined) return well(request, response)
    json(response, { message: 'Server Error' }, status)
  }
}

test.concurrent.each([[[500]], [[503]], [[502, 504, 500]]])(
  '[C-60] GitHub that answers with %j first is understood',
  async (statuses) => {
    const run = await verify(ailing(statuses, releases(1)), TIME_LAPSE)
    expect(run.outputs).toMatchObject({ verdict: 'pass', tag: 'v1.0.0' })
  },
)

test.concurrent('[C-60] GitHub that has only errors is asked four times', async () => {
  const forever = Array.from({ length: 50 }, () => 503)
  const run = await verify(ailing(forever, releases(1)), TIME_LAPSE)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.seen.filter(({ url }) => url.includes('/contents/'))).toHaveLength(4)
  expect(run.outputs.reason).toContain('GitHub answered 503')
})

test.concurrent('[C-60] Sentry and Prometheus are asked four times, too', async () => {
  const sentry = ailing([500, 502, 504], (_, response) => json(response, ok))
  const well = await gate({ sentry }, {}, 'objectives: none\n', { env: TIME_LAPSE })
  expect([well.outputs.verdict, well.asked.length]).toEqual(['pass', 4])
  const down: Answer = (_, response) => json(response, {}, 503)
  const run = await gate({ prometheus: down }, {}, objectives, { env: TIME_LAPSE })
  expect([run.outputs.verdict, run.queries.length]).toEqual(['inconclusive', 8])
})

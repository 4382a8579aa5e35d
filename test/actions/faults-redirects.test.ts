/** A repository that was renamed: GitHub leads from its old name to its number. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { PLAN_INPUTS, releaseWorld } from './release-world.ts'
import { runAction } from './run-action.ts'
import { type Answer, json, type Seen, serve } from './server.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const OLD = '/repos/acme/checkout-service'
const NEW = '/repositories/4711'
const CONFIG = `product: checkout
objectives: none
artefacts: [{kind: release-asset, name: 'checkout-{version}.txt', checksums: SHA256SUMS}]
`
const sum = (text: string) => createHash('sha256').update(text).digest('hex')
const FILES = [
  ['checkout-1.0.0.txt', 'the service'],
  ['SHA256SUMS', `${sum('the service')}  checkout-1.0.0.txt\n`],
] as const
const RELEASE = {
  ...{ id: 1, tag_name: 'v1.0.0', draft: false, prerelease: false },
  html_url: 'https://github.example/release',
  upload_url: 'https://uploads.github.example/{?name,label}',
  assets: FILES.map(([name, text], i) => ({
    ...{ id: i + 1, name, size: text.length, state: 'uploaded', digest: `sha256:${sum(text)}` },
  })),
}

/** What stands below the repository's number. */
const answers: Answer = ({ url }, response) => {
  const asset = /\/releases\/assets\/(\d)$/.exec(url)?.[1]
  if (asset !== undefined) return void response.end(FILES[Number(asset) - 1]?.[1])
  if (url.includes('/releases')) return json(response, [RELEASE])
  const content = Buffer.from(CONFIG).toString('base64')
  const file = { type: 'file', encoding: 'base64', content }
  json(response, url.includes('/contents/') ? file : { default_branch: 'main' })
}

/** A redirect of every address below the old name, through so many others. */
const renamed =
  (status: number, hops: number): Answer =>
  (request, response) => {
    const { url } = request
    const passed = /^\/hop\/(\d+)/.exec(url)
    if (url.startsWith(NEW)) return answers(request, response)
    const hop = Number(passed?.[1] ?? 0) + 1
    const rest = url.replace(passed === null ? OLD : /^\/hop\/\d+/, '')
    const location = hop === hops ? NEW + rest : `/hop/${hop}${rest}`
    response.writeHead(status, { location }).end('{"message":"Moved Permanently"}')
  }

async function verify(answer: Answer) {
  await using github = await serve(answer)
  const inputs = { version_to_verify: '1.0.0' }
  const run = await runAction('verify-assets', { github: github.url, inputs })
  return { ...run, seen: github.seen }
}

test.concurrent.each([301, 302, 307, 308])(
  '[C-43] a repository that was renamed (%i) is found under its number, files too',
  async (status) => {
    // What gives a file by 302 is its storage, which gets no token.
    const run = await verify((request, response) =>
      request.url.includes('/assets/') && status === 302
        ? answers(request, response)
        : renamed(status, 1)(request, response),
    )
    expect(run.outputs).toMatchObject({ verdict: 'pass', tag: 'v1.0.0' })
    const headersOf = ({ headers }: Seen) => headers.authorization
    expect(run.seen.map(headersOf)).toEqual(run.seen.map(() => 'token test-token'))
  },
)

test.concurrent('[C-43] five redirects are followed, and a sixth is not', async () => {
  expect((await verify(renamed(301, 5))).outputs.verdict).toBe('pass')
  const run = await verify(renamed(301, 6))
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('GitHub answered 301')
  expect(run.seen).toHaveLength(6)
})

/** A plan that is not taken is tried again, with pauses. */
const TIME_LAPSE = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'time-lapse.mjs')}` }

/** In GraphQL a read is a POST too. */
const isWrite = ({ method, body }: Pick<Seen, 'method' | 'body'>) =>
  method !== 'GET' && !body.startsWith('{"query":"query')

/** Hands over to a GitHub; what writes is led once around, by this status. */
const detour =
  (real: string, status: number): Answer =>
  async ({ method, url, headers: { authorization = '', accept = '' }, body }, response) => {
    if (isWrite({ method, body }) && !url.endsWith('?again'))
      return void response.writeHead(status, { location: `${url}?again` }).end('{}')
    const headers = { authorization, accept, 'content-type': 'application/json' }
    const sent = method === 'GET' ? {} : { body }
    const answer = await fetch(real + url.replace('?again', ''), { method, headers, ...sent })
    response.statusCode = answer.status
    response.setHeader('content-type', answer.headers.get('content-type') ?? '')
    response.end(Buffer.from(await answer.arrayBuffer()))
  }

test.concurrent.each([
  [307, 301],
  [308, 302],
])('[C-43] a write is sent again as it was after %i, and not after %i', async (kept, changed) => {
  await using world = await releaseWorld({ hasIssues: false })
  const plan = async (status: number) => {
    await using github = await serve(detour(world.github.url, status))
    const run = await world.run('plan', PLAN_INPUTS, { github: github.url, env: TIME_LAPSE })
    const sent = github.seen.filter(isWrite)
    const asText = ({ method, body }: Seen) => `${method} ${body}`
    const [again, first] = [true, false].map((wanted) =>
      sent.filter(({ url }) => url.endsWith('?again') === wanted).map(asText),
    )
    return { verdict: run.outputs.verdict, first, again }
  }
  expect(await plan(changed)).toMatchObject({ verdict: 'inconclusive', again: [] })
  const { verdict, first, again } = await plan(kept)
  expect(first).not.toEqual([])
  expect([verdict, again]).toEqual(['pass', first])
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { connect } from '../../../src/adapters/github/connect.ts'
import { readContext } from '../../../src/adapters/runner/context.ts'
import type { LedgerStore } from '../../../src/ports/ledger-store.ts'
import { json, serve } from '../../actions/server.ts'

const COMMIT = 'c'.repeat(40)
const BLOB = 'b'.repeat(40)
const REF = 'refs/heads/release-ledger'
const branch = (ref: string) => ({ ref, object: { sha: COMMIT, type: 'commit' } })

/** What git names a folder with one line. */
function nameOf(mode: string, name: string, sha: string): string {
  const body = Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, 'hex')])
  return createHash('sha1').update(`tree ${body.length}\0`).update(body).digest('hex')
}

const OPEN = nameOf('100644', 'freeze.json', BLOB)
const ROOT = nameOf('40000', 'open', OPEN)
const lines = [
  { path: 'open', mode: '040000', type: 'tree', sha: OPEN },
  { path: 'open/freeze.json', mode: '100644', type: 'blob', sha: BLOB },
]

/** A store of a GitHub that answers these paths below the repository's git data, and 404 else. */
async function asked<T>(
  answers: Readonly<Record<string, unknown>>,
  ask: (store: LedgerStore) => Promise<T>,
): Promise<T | string> {
  await using server = await serve(({ url }, response) => {
    const path = decodeURIComponent(/\/git\/([^?]*)/.exec(url)?.[1] ?? '')
    const found = answers[path]
    json(response, found ?? { message: 'Not Found' }, found === undefined ? 404 : 200)
  })
  const clock = { now: () => new Date(0), sleep: async () => {} }
  const context = readContext({
    ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_SHA: COMMIT, GITHUB_SERVER_URL: server.url, GITHUB_API_URL: server.url },
    ...{ GITHUB_GRAPHQL_URL: server.url, GITHUB_WORKSPACE: '/', RUNNER_TEMP: '/' },
  })
  const quiet = () => {}
  const log = { info: quiet, warning: quiet, error: quiet }
  const { signal } = new AbortController()
  const { ledger } = connect('token', { clock, context, log, mask: quiet, signal })
  return await ask(ledger).catch((error: unknown) => String(error))
}

const files = (tree: object) => asked({ [`trees/${COMMIT}`]: tree }, (store) => store.files(COMMIT))

test.each([
  ['of its root', ROOT],
  ['of the commit', COMMIT],
])('the files of a commit whose answer has the name %s', async (_what, sha) => {
  expect(await files({ sha, truncated: false, tree: lines })).toEqual([
    { path: 'open/freeze.json', blob: BLOB },
  ])
  const other = 'listed other files of the ledger than its commit'
  expect(await files({ sha, truncated: false, tree: lines.slice(0, 1) })).toContain(other)
  expect(await files({ sha, truncated: true, tree: lines })).toContain('GitHub cut the list')
})

test('a list that is empty is not that of a root which has files', async () => {
  expect(await files({ sha: ROOT, truncated: false, tree: [] })).toContain('listed other files')
})

test('a branch that is said to be missing is missing in the list of branches too', async () => {
  const head = (answers: object) => asked({ ...answers }, (store) => store.head())
  const list = 'matching-refs/heads/release-ledger'
  expect(await head({ 'ref/heads/release-ledger': branch(REF) })).toBe(COMMIT)
  expect(await head({ [list]: [] })).toBeUndefined()
  expect(await head({ [list]: [branch(`${REF}-old`)] })).toBeUndefined()
  expect(await head({ [list]: [branch(`${REF}-old`), branch(REF)] })).toBe(COMMIT)
  expect(await head({})).toContain('GitHub answered 404')
})

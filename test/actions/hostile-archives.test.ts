import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type Results, startResults } from '../../sandbox/results/index.ts'
import { type Consumer, consumer } from './consumer.ts'
import { zip } from './hostile-zip.ts'
import { config, result, run, versions } from './perf-regression-world.ts'

// Each test starts a process.
jest.setTimeout(60_000)

const NAME = 'performance-1.1.0-vs-1.0.0'
const both = [
  { name: 'baseline.json', text: result('1.0.0', 100) },
  { name: 'current.json', text: result('1.1.0', 100) },
]

let at: Consumer
let results: Results

beforeAll(async () => {
  at = await consumer(config)
  results = await startResults()
})
afterAll(async () => {
  await results.close()
  await at[Symbol.asyncDispose]()
})

/** What analyse makes of an artifact with these bytes, which another job of run `id` has uploaded. */
async function analysed(id: number, bytes: Buffer) {
  const token = results.runtimeToken(id)
  const call = async (method: string, more: object): Promise<Record<string, string>> => {
    const ids = { workflow_run_backend_id: String(id), workflow_job_run_backend_id: 'job' }
    const answer = await fetch(
      `${results.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...ids, name: NAME, ...more }),
      },
    )
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Record<string, string>
  }
  const { signed_upload_url = '' } = await call('CreateArtifact', { version: 7 })
  await fetch(signed_upload_url, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { 'x-ms-blob-type': 'BlockBlob' },
  })
  const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  await call('FinalizeArtifact', { size: String(bytes.length), hash })
  const env = { ACTIONS_RESULTS_URL: results.url, ACTIONS_RUNTIME_TOKEN: token }
  return run(at, { ...versions, phase: 'analyse' }, env)
}

const BOMB = 17 * 1024 * 1024
const many = Array.from({ length: 100_000 }, (_, i) => ({ name: `f${i}`, text: '' }))
const cases: readonly (readonly [what: string, archive: Buffer, problem: string])[] = [
  [
    'a path out of the folder',
    zip([...both.slice(1), { name: '../baseline.json', text: '{}' }]),
    'nobody asked for',
  ],
  [
    'a link',
    zip([...both.slice(1), { name: 'baseline.json', text: '/etc/passwd', mode: 0o120777 }]),
    'no plain file',
  ],
  [
    'a bomb',
    zip([...both.slice(1), { name: 'baseline.json', text: ' '.repeat(BOMB) }]),
    'more than 16777216 bytes',
  ],
  [
    'a bomb that lies',
    zip([...both.slice(1), { name: 'baseline.json', text: ' '.repeat(4096), size: 9 }]),
    'can be unpacked',
  ],
  ['100,000 files', zip(many), 'more than 2 files'],
  [
    'names that differ in case',
    zip([...both.slice(1), { name: 'Current.json', text: '{}' }]),
    'nobody asked for',
  ],
  ['a file twice', zip([...both.slice(1), ...both.slice(1)]), 'a file twice'],
]

test('an archive of the two results is read', async () => {
  const done = await analysed(100, zip(both))
  expect(done.outputs).toMatchObject({ verdict: 'pass', has_regression: 'false' })
})

test.each(cases.map((each, i) => [...each, i] as const))(
  '[PM-33] an archive with %s is refused',
  async (_what, archive, problem, i) => {
    const done = await analysed(i, archive)
    expect([done.exit, done.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(done.outputs.reason).toMatch(/^the archive is refused: /)
    expect(done.outputs.reason).toContain(problem)
    expect(done.seconds).toBeLessThan(10)
  },
)

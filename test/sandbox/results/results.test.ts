import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Results, startResults } from '../../../sandbox/results/index.ts'

const clientFile = fileURLToPath(new URL('./artifact-client.ts', import.meta.url))
const service = '/twirp/github.actions.results.api.v1.ArtifactService'

let results: Results
let folder: string

beforeEach(async () => {
  results = await startResults()
  folder = await mkdtemp(join(tmpdir(), 'results-'))
})

afterEach(async () => {
  await results.close()
  await rm(folder, { recursive: true, force: true })
})

test("GitHub's own client uploads, lists, gets, downloads and deletes", async () => {
  const env = {
    PATH: process.env.PATH ?? '',
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: results.runtimeToken(77),
    GITHUB_WORKSPACE: folder,
  }
  const run = promisify(execFile)(process.execPath, [clientFile, folder], { env, timeout: 60_000 })
  const told = JSON.parse((await run).stderr.trim().split('\n').at(-1) ?? '')

  expect(told.text).toBe('{"verdict":"pass"}')
  expect(told.again).toContain('409')
  expect(told.down).toMatchObject({ digestMismatch: false })
  expect(told.artifact).toMatchObject({
    id: told.uploaded.id,
    size: told.uploaded.size,
    digest: `sha256:${told.uploaded.digest}`,
  })
  expect(told.artifacts.map(({ name }: { name: string }) => name)).toEqual([
    'go-no-go-1-0',
    'verdict.json',
  ])
  expect(told.deleted.id).toBe(told.raw.id)
  expect(told.left).toEqual(['go-no-go-1-0'])
  expect(results.violations).toEqual([])
  expect(results.artifacts()).toEqual([
    {
      id: told.uploaded.id,
      name: 'go-no-go-1-0',
      size: told.uploaded.size,
      digest: told.artifact.digest,
      runId: '77',
      createdAt: expect.any(String),
    },
  ])
  const bytes = await results.read('go-no-go-1-0')
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  await expect(results.read('verdict.json')).rejects.toThrow('there is no artifact verdict.json')
})

test('a token opens its own run only, and a wrong one nothing', async () => {
  const list = (token: string, body: object) =>
    fetch(`${results.url}${service}/ListArtifacts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const owner = { workflow_run_backend_id: '1', workflow_job_run_backend_id: 'job' }
  const own = results.runtimeToken('1')

  expect((await list(own, owner)).status).toBe(200)
  expect((await list(results.runtimeToken('2'), owner)).status).toBe(403)
  expect((await list(`${own}x`, owner)).status).toBe(401)
  expect(results.violations).toEqual([])

  expect((await list(own, { ...owner, nameFilter: 'x' })).status).toBe(400)
  expect(results.violations).toHaveLength(1)
})

test('an upload that differs from what was announced is not finished', async () => {
  const owner = { workflow_run_backend_id: '1', workflow_job_run_backend_id: 'job', name: 'a' }
  const token = results.runtimeToken('1')
  const call = async (method: string, body: object) => {
    const answer = await fetch(`${results.url}${service}/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(method === 'ListArtifacts' ? body : { ...owner, ...body }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const made = await call('CreateArtifact', { version: 7 })
  expect((await call('FinalizeArtifact', { size: '3' })).status).toBe(400)
  const put = (url: string) => fetch(url, { method: 'PUT', body: 'abc' })
  expect((await put(made.body.signed_upload_url.replace('sig=', 'sig=x'))).status).toBe(403)
  expect((await put(made.body.signed_upload_url)).status).toBe(201)
  expect((await call('FinalizeArtifact', { size: '4' })).status).toBe(400)
  expect((await call('GetSignedArtifactURL', {})).status).toBe(404)
  const { name: _name, ...run } = owner
  expect((await call('ListArtifacts', run)).body).toEqual({ artifacts: [] })
  expect(results.artifacts()).toEqual([])
  expect((await call('FinalizeArtifact', { size: '3' })).status).toBe(200)

  const { body } = await call('GetSignedArtifactURL', {})
  expect(await (await fetch(body.signed_url)).text()).toBe('abc')
})

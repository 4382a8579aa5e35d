/** @story */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Results, startResults } from '../../sandbox/results/index.ts'
import { uploadArtifact } from './artifact.ts'
import { type GhRig, startGhRig } from './gh/rig.ts'

let rig: GhRig
let results: Results
beforeAll(async () => {
  results = await startResults()
  rig = await startGhRig({ artifacts: results })
})
afterAll(async () => {
  await rig.close()
  await results.close()
})

const dispatch = (...words: string[]) =>
  rig.gh('workflow', 'run', 'release-verification.yml', ...words)
const runId = () => String(rig.started.at(-1)?.runId)

test('workflow run: what GitHub refuses, gh says in its words', async () => {
  expect((await dispatch()).err).toContain("Required input 'version_to_verify' not provided")
  const strange = await dispatch('-f', 'version_to_verify=1', '-f', 'nope=1')
  expect(strange.err).toContain('Unexpected inputs provided: ["nope"]')
  const smoke = ['workflow', 'run', 'enhanced-smoke-tests.yml', '-f', 'version_to_test=1']
  expect((await rig.gh(...smoke, '-f', 'test_depth=deep')).err).toContain(
    "Provided value 'deep' for input 'test_depth' not in the list of allowed values",
  )
  expect((await rig.gh('workflow', 'run', 'release-verification-nightly.yml')).err).toContain(
    "Workflow does not have 'workflow_dispatch' trigger",
  )
  expect((await rig.gh('workflow', 'run', 'gone.yml')).err).toContain('HTTP 404')
  expect((await dispatch('--ref', 'gone', '-f', 'version_to_verify=1')).err).toContain(
    'No ref found for: gone',
  )
  expect(rig.started).toEqual([])
})

test('workflow list and view know every file by its name', async () => {
  const { out } = await rig.gh('workflow', 'list', '--json', 'name', '-q', '.[].name')
  expect(out.split('\n')).toContain('Verify a release')
  await dispatch('-f', 'version_to_verify=1.0.0')
  const shown = await rig.gh('workflow', 'view', 'release-verification.yml')
  expect(shown.out).toContain('Total runs 1')
})

test('run list, view and its log', async () => {
  const { out } = await rig.gh('run', 'list', '--json', 'databaseId,conclusion,workflowName')
  expect(JSON.parse(out)).toEqual([
    { databaseId: Number(runId()), conclusion: 'failure', workflowName: 'Verify a release' },
  ])
  const log = await rig.gh('run', 'view', runId(), '--log')
  expect(log.out).toMatch(/^release \/ gate\tAsk\t\S+Z gate says hello$/m)
  const failed = await rig.gh('run', 'view', runId(), '--log-failed')
  expect(failed.out).toMatch(/^release \/ deploy\tAsk\t\S+Z deploy says hello$/)
  expect((await rig.gh('run', 'view', runId(), '--exit-status')).code).toBe(1)
})

test('run rerun: all jobs, or those that failed', async () => {
  const id = runId()
  expect((await rig.gh('run', 'rerun', id, '--failed')).code).toBe(0)
  expect(rig.started.at(-1)).toMatchObject({ attempt: 2, onlyFailed: true })
  expect((await rig.gh('run', 'rerun', id)).code).toBe(0)
  expect(rig.started.at(-1)).toMatchObject({ attempt: 3, onlyFailed: false })
  const first = await rig.gh('run', 'view', id, '--attempt', '1', '--json', 'attempt,conclusion')
  expect(JSON.parse(first.out)).toEqual({ attempt: 1, conclusion: 'failure' })
  expect((await rig.gh('run', 'cancel', id)).err).toContain('Cannot cancel a workflow run')
})

test('run download: the artifact of the results service', async () => {
  const archive = Buffer.from(
    'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', // an empty zip archive
    'base64',
  ).toString('latin1')
  await uploadArtifact(results, Number(runId()), 'go-no-go', archive)
  const { code, err } = await rig.gh('run', 'download', runId(), '--name', 'go-no-go')
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

test('every request was one that GitHub describes', () => {
  expect(readFileSync(join(rig.folder, 'config/config.yml'), 'utf8')).toContain('http_unix_socket')
  expect(rig.github.violations).toEqual([])
})

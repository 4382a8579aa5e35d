import { expect, test } from '@jest/globals'
import { world } from '../../scripts/check/world.ts'
import { findings } from './tree.ts'

const JOB = '{ runs-on: ubuntu-latest, timeout-minutes: 5 }'
const change = { file: 'test/a.test.ts', title: 'a missing asset is seen' }
const files = {
  'action.yml': 'name: plan\n',
  'actions/gate/action.yml': 'name: gate\n',
  '.github/workflows/ci.yml': `on: push\njobs:\n  test: ${JOB}\n`,
  '.github/workflows/release.yml': `on: workflow_call\njobs:\n  verify: ${JOB}\n  tell: ${JOB}\n`,
  'test/a.test.ts': "test('a missing asset is seen', () => {})\n",
}
const table = {
  actions: { plan: change, gate: change },
  jobs: { release: { verify: change, tell: { none: 'it reads nothing of the world' } } },
}

const look = (changes: object = table, more: Readonly<Record<string, string>> = {}) =>
  findings(world, { ...files, 'test/data/world-changes.json': JSON.stringify(changes), ...more })

test('world: every action and job of a called workflow with its test, or why there is none, is fine', async () => {
  expect(await look()).toEqual([])
})

test('world: an action or job without a test is named, and a test or name that does not exist', async () => {
  const { plan } = table.actions
  const jobs = { verify: { ...change, title: 'was removed' }, tell: { none: ' ' }, gone: change }
  expect(await look({ actions: { plan }, jobs: { release: jobs } })).toEqual([
    'gate: no test changes the world for it; name one in test/data/world-changes.json',
    'release/verify: test/a.test.ts has no test "was removed"',
    'release/tell: it is not said why not',
    'release/gone: in test/data/world-changes.json, and there is no such action or job',
  ])
  expect(await look({ ...table, jobs: { release: { ...table.jobs.release, tell: {} } } })).toEqual([
    'release/tell: names no test',
  ])
  expect(await findings(world, files)).toEqual(['test/data/world-changes.json is missing'])
})

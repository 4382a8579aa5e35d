import { readFileSync } from 'node:fs'
import { expect, jest, test } from '@jest/globals'
import type { Permissions } from '../../sandbox/github/index.ts'
import { home } from '../house/tree.ts'
import { ledgerOf } from './ledger-of.ts'
import { type Inputs, REPOSITORY, type ReleaseWorld, WRITER } from './release-world.ts'
import { promote, tickWorld } from './tick-world.ts'

// Each test plays a release, in processes of their own.
jest.setTimeout(120_000)

const FILE = '.github/workflows/release-watch.yml'
/** The thin file of the example, as a consumer has it. */
const thin = readFileSync(`${home}/examples/checkout-service/${FILE}`, 'utf8')
const ACTIONS = { ...WRITER, actions: 'write' } as const

const watchWorld = (bake: string) =>
  tickWorld({
    ...{ clock: '{ kind: watch, unattended: 1h }', hasIssues: false, tree: { [FILE]: thin } },
    stages: `[{ weight: 10%, bake: ${bake} }, { weight: 100%, bake: ${bake} }]`,
  })
const watch = (world: ReleaseWorld, inputs: Inputs, permissions: Permissions = ACTIONS) =>
  world.run('release-tick', inputs, { permissions, env: { GITHUB_RUN_ID: '9' } })
const dispatched = ({ github }: ReleaseWorld) =>
  github.runs(REPOSITORY).filter(({ event }) => event === 'workflow_dispatch')

test.concurrent('a watch takes a release to its end and starts nothing', async () => {
  await using world = await watchWorld('2s')
  await world.plan()
  const begun = await promote(world)
  expect(begun.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true' })
  expect(begun.outputs.reason).toContain('release-watch goes on')
  const run = await watch(world, { watch: '1m' })
  expect(run.outputs).toMatchObject({ verdict: 'pass', open: '0', successor: '' })
  expect((await ledgerOf(world)).open).toEqual([])
  expect(dispatched(world)).toEqual([])
  expect(run.seconds).toBeLessThan(40)
})

test.concurrent('a watch whose time is over starts the next one on the default branch', async () => {
  await using world = await watchWorld('1h')
  await world.plan()
  await promote(world)
  const run = await watch(world, { watch: '2s', environment: '' })
  expect(run.outputs).toMatchObject({ verdict: 'pass', open: '1' })
  expect(dispatched(world)).toMatchObject([
    { workflow: FILE, headBranch: 'main', inputs: { environment: '' } },
  ])
  expect(run.outputs.successor).toMatch(/\/actions\/runs\/\d+$/)
  expect(run.outputs.reason).toContain('handed over to')
})

test.concurrent('a refused dispatch is red, says the permission, and leaves the release where it is', async () => {
  await using world = await watchWorld('1h')
  await world.plan()
  await promote(world)
  const { entries } = await ledgerOf(world)
  const run = await watch(world, { watch: '1s' }, { ...ACTIONS, actions: 'read' })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', open: '1', successor: '' })
  expect(run.outputs.reason).toMatch(/nobody watches any more: .*Grant the job actions: write/)
  const other = await watch(world, { watch: '1s', successor: 'other.yml' })
  expect(other.outputs.reason).toMatch(/answered 404.*gh workflow run other\.yml/)
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  expect((await ledgerOf(world)).entries).toEqual(entries)
})

test.each([
  ['6h', 'must be a duration such as 5h30m, from 1s to 5h30m'],
  ['true', 'must be a duration'],
])('watch: %s is refused', async (value, problem) => {
  await using world = await watchWorld('1h')
  const run = await watch(world, { watch: value })
  expect(run.outputs.reason).toContain(`input watch: ${problem}`)
})

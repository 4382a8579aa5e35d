import { expect, jest, test } from '@jest/globals'
import {
  deleteLedger,
  type GitFiles,
  ledgerFiles,
  pushBranch,
  rewriteLedger,
} from './ledger-branch.ts'
import { ledgerOf } from './ledger-of.ts'
import { appends, PLAN_INPUTS, releaseWorld } from './release-world.ts'
import { HOUR, promote, tickAt, tickWorld } from './tick-world.ts'

// Each test starts processes.
jest.setTimeout(120_000)

const METRICS = 'metrics: { provider: prober, path: /orders, requests-per-look: 5 }'
const OBJECTIVES =
  '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]'
const FOLDER = 'releases/checkout/stable/1.1.0/'
const nameOf = (files: GitFiles, seq: number) =>
  [...files.keys()].find((path) => path.startsWith(`${FOLDER}00000${seq}-`)) ?? ''
const edited = (seq: number, change: (text: string) => string) => (files: GitFiles) => {
  const name = nameOf(files, seq)
  files.set(name, change(files.get(name) ?? ''))
}

const damages = [
  [
    'tampered with',
    edited(2, (t) => t.replace('stage 1', 'stage 9')),
    /entry 3: it does not follow entry 2: that one has another hash/,
  ],
  ['cut off', edited(4, (t) => t.slice(0, -9)), /entry 4: it is no JSON/],
  [
    'reordered',
    (files: GitFiles) => {
      const [second, third] = [nameOf(files, 2), nameOf(files, 3)]
      const text = files.get(second) ?? ''
      files.set(second, files.get(third) ?? '').set(third, text)
    },
    /entry 2: its seq is 3/,
  ],
  ['short of an entry', (files: GitFiles) => void files.delete(nameOf(files, 2)), /its seq is 3/],
  [
    'mixed with another release',
    edited(3, (t) => t.replace('"version":"1.1.0"', '"version":"1.0.9"')),
    /entry 3: it belongs to checkout stable 1\.0\.9/,
  ],
  [
    'written by a newer version',
    edited(4, (t) => t.replace('"schema":1', '"schema":2')),
    /newer version \(schema 2\): use that version/,
  ],
] as const

test.concurrent.each(damages)(
  'a record that is %s stops every action that moves traffic, and stays as it is',
  async (_, damage, reason) => {
    await using world = await releaseWorld()
    await world.plan()
    expect((await promote(world, { stages: 'one' })).outputs.verdict).toBe('pass')
    rewriteLedger(world, damage)
    const [files, weights] = [ledgerFiles(world), world.traffic.weights]
    const written = appends(world).length
    for (const run of [await promote(world), await tickAt(world, 0)]) {
      expect(run.exit).toBe(1)
      expect(run.outputs.verdict).toBe('inconclusive')
      expect(run.outputs.reason).toMatch(reason)
    }
    expect(world.traffic.weights).toEqual(weights)
    expect(appends(world)).toHaveLength(written)
    expect(ledgerFiles(world)).toEqual(files)
  },
)

test.concurrent('a branch that is gone midway is no empty ledger: nothing moves', async () => {
  await using world = await releaseWorld()
  await world.plan()
  await promote(world, { stages: 'one' })
  const { weights } = world.traffic
  deleteLedger(world)
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toContain(
    'there is no plan for checkout 1.1.0. Run the action plan first',
  )
  expect(world.traffic.weights).toEqual(weights)
})

test.concurrent('a clock that went back ends no bake and moves nothing', async () => {
  await using world = await tickWorld()
  await world.plan()
  await promote(world)
  const { weights } = world.traffic
  const written = appends(world).length
  const run = await tickAt(world, -2 * HOUR)
  expect(run.outputs.open).toBe('1')
  expect(world.traffic.weights).toEqual(weights)
  expect(appends(world)).toHaveLength(written)
})

test.concurrent('a dispatch from a branch with a weaker policy is planned by that of the default branch', async () => {
  await using world = await releaseWorld({ objectives: OBJECTIVES, more: METRICS })
  pushBranch(world, 'weaker', (text) => text.replace(/^objectives: .*$/m, 'objectives: none'))
  const ref = { GITHUB_REF: 'refs/heads/weaker', GITHUB_REF_NAME: 'weaker' }
  const run = await world.run('plan', PLAN_INPUTS, { env: ref })
  expect(run.outputs.verdict).toBe('pass')
  const [planned] = (await ledgerOf(world)).entries
  expect(planned).toMatchObject({
    payload: { plan: { objectives: [expect.objectContaining({ name: 'error-rate' })] } },
  })
})

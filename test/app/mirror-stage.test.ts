import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../sandbox/github/index.ts'
import { digest } from '../../src/adapters/digest.ts'
import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Draft, Entry } from '../../src/domain/ledger/entry.ts'
import {
  ended,
  intended,
  judged,
  type MirrorRig,
  mirrorRig,
  REPOSITORY,
  shifted,
} from './mirror-rig.ts'

let rig: MirrorRig
beforeAll(async () => {
  rig = await mirrorRig()
})
afterAll(async () => rig[Symbol.asyncDispose]())
beforeEach(() => rig.clear())

const FIRST = 'in_progress: stage 1/2: 10 %'
const SECOND = 'in_progress: stage 2/2: 100 %'
const OUT = 'success: all 2 stages passed'
const [LIST, CREATE] = ['GET /deployments', 'POST /deployments']
const REPORT = 'POST /deployments/1/statuses'

/** One process goes through the stages to the end. */
async function healthy(): Promise<readonly Entry[]> {
  const steps = [[], [intended(0)], [shifted(0)], [judged(0)], [shifted(1)], [judged(1)]]
  const mirror = rig.mirror()
  mirror.begin(rig.chain())
  let chain = rig.chain()
  for (const count of steps.keys()) {
    chain = rig.chain(...steps.slice(0, count + 1).flat())
    await mirror.show(chain)
  }
  const last = rig.chain(...steps.flat(), ended('completed'))
  await mirror.show(last)
  return last
}

describe('a healthy release', () => {
  test('is one deployment and a status for each stage, in two requests a stage and one more', async () => {
    const chain = await healthy()
    expect(rig.shown()).toEqual([[FIRST, SECOND, OUT]])
    expect(rig.asked()).toEqual([LIST, CREATE, REPORT, REPORT, REPORT])
    const [made] = rig.github.deployments(REPOSITORY)
    const hashAt = (seq: number) => digest(canonical(chain[seq - 1]))
    expect(made).toMatchObject({
      ...{ environment: 'production', production: true, transient: false, task: 'release-actions' },
      payload: {
        ...{ product: 'shop', channel: 'stable', version: '1.1.0', plan: 'sha256:plan' },
        ...{ 'plan-seq': 1, seq: 3, head: hashAt(3) },
      },
    })
    expect(made?.statuses.map(({ description }) => description.split(' | ')[1])).toEqual(
      [3, 5, 7].map((seq) => `record ${seq} ${hashAt(seq)}`),
    )
    expect(made?.statuses[0]?.logUrl).toBe('https://github.example/runs/7')
  })

  test('is gone on with by another process on the same deployment', async () => {
    const stage = [shifted(0)]
    const first = rig.mirror()
    first.begin(rig.chain())
    await first.show(rig.chain(...stage))
    const second = rig.mirror()
    second.begin(rig.chain(...stage))
    await second.show(rig.chain(...stage))
    await second.show(rig.chain(...stage, judged(0), shifted(1)))
    expect(rig.shown()).toEqual([[FIRST, SECOND]])
  })

  test('shows its end once, also where nobody knows whether it is shown', async () => {
    const chain = await healthy()
    await rig.mirror().show(chain)
    expect(rig.shown()).toEqual([[FIRST, SECOND, OUT]])
    const { statuses } = rig.github.deployments(REPOSITORY)[0] ?? {}
    statuses?.pop()
    await rig.mirror().show(chain)
    expect(rig.shown()).toEqual([[FIRST, SECOND, OUT]])
  })
})

test.each([
  ['a pause', [judged(0, 'pause')], `${FIRST}, paused`],
  [
    'a way back',
    [judged(0, 'rollback'), shifted(-1), ended('rolled-back')],
    'failure: rolled back at stage 1/2',
  ],
  ['a failed job', [ended('failed')], 'failure: ended without success at stage 1/2'],
  [
    'a way back after completion',
    [judged(0), shifted(1), judged(1), ended('completed'), shifted(-1), ended('rolled-back')],
    'inactive: taken back after its completion',
  ],
] as const)('%s is what GitHub calls it', async (_name, more, status) => {
  const mirror = rig.mirror()
  mirror.begin(rig.chain(shifted(0)))
  await mirror.show(rig.chain(shifted(0), ...more))
  expect(rig.shown()).toEqual([[status]])
})

test.each([
  ['before any stage', []],
  ['while traffic is about to move', [shifted(0), judged(0), intended(1)]],
  ['between two stages', [shifted(0), judged(0)]],
  ['while it has to go back', [shifted(0), judged(0, 'rollback')]],
  ['where it was taken back before any stage', [shifted(-1), ended('rolled-back')]],
] as const)('%s nothing is asked', async (_name, drafts) => {
  await rig.mirror().show(rig.chain(...drafts))
  expect(rig.asked()).toEqual([])
})

test('planned anew, the same version is another deployment', async () => {
  const first = [shifted(0), shifted(-1), ended('rolled-back')]
  await rig.mirror().show(rig.chain(...first))
  const again = rig.chain().map(({ kind, payload }) => ({ kind, payload }) as Draft)
  await rig.mirror().show(rig.chain(...first, ...again, shifted(0)))
  expect(rig.shown()).toEqual([['failure: rolled back at stage 1/2'], [FIRST]])
})

test('of two deployments of one plan the first stays; those of others stay too', async () => {
  await rig.mirror().show(rig.chain(shifted(0)))
  const { deployments } = rig.github.repository(REPOSITORY)
  const [first] = deployments
  if (first === undefined) throw new Error('no deployment')
  const later = { ...first, id: first.id + 1, statuses: [] }
  const other = { ...first, id: first.id + 2, payload: { version: '1.1.0' }, statuses: [] }
  deployments.push(later, other)
  await rig.mirror().show(rig.chain(shifted(0), judged(0), shifted(1)))
  expect(rig.github.deployments(REPOSITORY).map(({ id }) => id - first.id)).toEqual([0, 2])
  expect(rig.shown()).toEqual([[FIRST, SECOND], []])
})

test('a missing permission is a warning with its remedy, and nothing more is asked', async () => {
  const mirror = rig.mirror({ contents: 'read' })
  mirror.begin(rig.chain())
  await mirror.show(rig.chain(shifted(0)))
  await mirror.show(rig.chain(shifted(0), judged(0), shifted(1)))
  expect(rig.warnings).toEqual([expect.stringContaining('Grant the job deployments: write')])
  expect(rig.asked()).toEqual([LIST, CREATE])
})

const list = { method: 'GET', path: /\/deployments$/ }
const create = { method: 'POST', path: /\/deployments$/ }
const report = { method: 'POST', path: /\/statuses$/ }
const LIMIT = { status: 429, headers: { 'retry-after': '600' }, body: { message: 'too many' } }
const MERGED = { status: 202, body: { message: 'Auto-merged main' } }

test.each<readonly [string, Fault, readonly (readonly string[])[], number]>([
  ['a lost answer to a deployment', { ...create, after: 'reset' }, [[FIRST, SECOND, OUT]], 0],
  ['an error instead of a deployment', { ...create, before: 500 }, [[SECOND, OUT]], 1],
  ['a deployment that is refused', { ...create, before: 422, times: 9 }, [], 3],
  ['a deployment that waits for statuses', { ...create, before: 409 }, [[SECOND, OUT]], 1],
  ['a merge instead of a deployment', { ...create, before: MERGED, times: 9 }, [], 3],
  ['a lost answer to a status', { ...report, after: 'cut' }, [[FIRST, SECOND, OUT]], 0],
  ['an error instead of a status', { ...report, before: 502 }, [[FIRST, SECOND, OUT]], 0],
  ['a list that fails', { ...list, before: 500, times: 5 }, [[SECOND, OUT]], 1],
  ['a limit that holds for minutes', { ...report, before: LIMIT }, [[SECOND, OUT]], 1],
])('%s is a warning at most', async (_name, fault, wanted, warnings) => {
  rig.github.faults.push(fault)
  await healthy()
  expect(rig.shown()).toEqual(wanted)
  expect(rig.warnings).toHaveLength(warnings)
})

test('who is cancelled waits for no picture, and shows the end all the same', async () => {
  const job = new AbortController()
  const mirror = rig.mirror(undefined, job.signal)
  mirror.begin(rig.chain())
  rig.github.faults.push({ ...list, before: 'hang' })
  const showing = mirror.show(rig.chain(shifted(0)))
  job.abort()
  const asked = performance.now()
  await showing
  expect(performance.now() - asked).toBeLessThan(1000)
  await mirror.show(rig.chain(shifted(0), shifted(-1), ended('rolled-back')))
  expect(rig.shown()).toEqual([['failure: rolled back at stage 1/2']])
  // The request that nobody waits for has five seconds: it is no business of the next test.
  await delay(5500)
}, 20_000)

test('a GitHub that is silent is given five seconds', async () => {
  rig.github.faults.push({ ...list, before: 'hang' })
  const asked = performance.now()
  await rig.mirror().show(rig.chain(shifted(0), judged(0), shifted(1)))
  expect(performance.now() - asked).toBeLessThan(9000)
  expect(rig.warnings).toContainEqual(expect.stringContaining('deployments: stage 2/2: 100 %'))
}, 20_000)

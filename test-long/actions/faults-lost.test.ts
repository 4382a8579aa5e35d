import { expect, jest, test } from '@jest/globals'
import {
  drills,
  freezeDrill,
  improper,
  publishDrill,
  replaceDrill,
  stepDrill,
} from '../../test/actions/faults/drill.ts'
import { FIRST, type Rig, rigOf } from '../../test/actions/faults/rig.ts'
import { REPOSITORY } from '../../test/actions/release-world.ts'

// Each test starts a few processes.
jest.setTimeout(120_000)

/** It went through in one run. */
async function expectWhole(rig: Rig): Promise<void> {
  const run = await rig.run()
  expect([run.outputs.reason, run.exit, improper(run)]).toEqual([expect.anything(), 0, []])
  expect([await rig.lacks(), await rig.doubles(), rig.drill.spares(rig.world)]).toEqual([[], [], 0])
}

test.concurrent.each(drills)(
  '$name: two 500s on the first read: whole in one run',
  async (drill) => {
    await using rig = await rigOf(drill)
    rig.world.github.faults.push({ path: /./, login: FIRST, times: 2, before: 500 })
    await expectWhole(rig)
    expect(
      rig
        .sent()
        .map(({ status }) => status)
        .slice(0, 3),
    ).toEqual([500, 500, 200])
  },
)

test.concurrent.each([...drills, stepDrill])(
  '$name: a 502 before the first write is carried out, and one whose answer is lost: whole in one run',
  async (drill) => {
    await using rig = await rigOf(drill)
    for (const fault of [{ before: 502 }, { after: 'reset' }] as const) {
      rig.world.github.faults.push({ ...drill.firstWrite, ...fault })
      await expectWhole(rig)
      await rig.rewind()
    }
  },
)

test.concurrent('[FI-02] the answer to a new issue is a 502, and the issue is seen 30 s later: exactly one', async () => {
  await using rig = await rigOf(freezeDrill)
  rig.world.github.faults.push(
    { method: 'POST', path: /\/issues$/, after: 502 },
    { method: 'GET', path: /\/issues(\/\d+)?$/, times: 999, stale: 30_000 / freezeDrill.lapse },
  )
  await expectWhole(rig)
  expect(rig.world.github.issues(REPOSITORY)).toHaveLength(1)
})

test.concurrent('[PM-04] the answer to an upload that stands is lost: its digest is compared, and it is not sent again', async () => {
  await using rig = await rigOf(publishDrill)
  rig.world.github.faults.push({ method: 'POST', path: /\/assets$/, after: 'reset' })
  await expectWhole(rig)
  expect(rig.sent().filter(({ path }) => path.endsWith('/assets'))).toHaveLength(1)
})

test.concurrent('[PM-15] two runs upload the same name at once: one wins, the other verifies', async () => {
  await using rig = await rigOf(publishDrill)
  const runs = await Promise.all([rig.run(), rig.run({ run: 8, login: 'other[bot]' })])
  expect(runs.map(({ exit }) => exit)).toEqual([0, 0])
  expect([await rig.lacks(), await rig.doubles()]).toEqual([[], []])
})

test.concurrent.each([publishDrill, replaceDrill])(
  '$name: an upload that is cut half way, with the name held by what is left of it: whole in one run',
  async (drill) => {
    await using rig = await rigOf(drill)
    rig.world.github.faults.push({ method: 'POST', path: /\/assets$/, during: 'reset' })
    await expectWhole(rig)
  },
)

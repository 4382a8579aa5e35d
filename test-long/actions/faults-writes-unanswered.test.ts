import { expect, jest, test } from '@jest/globals'
import type { Fault } from '../../sandbox/github/index.ts'
import {
  type Drill,
  freezeDrill,
  improper,
  promoteDrill,
  replaceDrill,
} from '../../test/actions/faults/drill.ts'
import { FIRST, rigOf } from '../../test/actions/faults/rig.ts'

// A request is given twenty seconds.
jest.setTimeout(180_000)

const LAST_WRITE: readonly ({ readonly drill: Drill } & Pick<Fault, 'path' | 'operation'>)[] = [
  { drill: freezeDrill, path: /\/issues$/ },
  { drill: freezeDrill, operation: 'mutation', path: /^\/graphql$/ },
  { drill: replaceDrill, path: /\/assets$/ },
  { drill: promoteDrill, operation: 'mutation', path: /^\/graphql$/ },
]

test.concurrent.each(LAST_WRITE)(
  '$drill.name: GitHub that answers reads but no write to $path: red within a minute, and the next run is whole',
  async ({ drill, ...write }) => {
    await using rig = await rigOf(drill)
    rig.world.github.faults.push({
      method: 'POST',
      ...write,
      login: FIRST,
      times: 99,
      before: 'hang',
    })
    const run = await rig.run({ realTime: true })
    expect([run.exit, improper(run)]).toEqual([1, []])
    expect(run.outputs.reason).toMatch(/did not answer in time|GitHub did not/)
    expect(run.seconds).toBeLessThan(60)
    rig.world.github.faults.length = 0
    const again = await rig.run({ attempt: 2 })
    expect([again.exit, await rig.lacks(), await rig.doubles()]).toEqual([0, [], []])
  },
)

import { expect, jest, test } from '@jest/globals'
import {
  freezeDrill,
  improper,
  promoteDrill,
  publishDrill,
} from '../../test/actions/faults/drill.ts'
import { SILENCES, silence } from '../../test/actions/faults/silence.ts'
import { runAction } from '../../test/actions/run-action.ts'

// A request is given twenty seconds.
jest.setTimeout(120_000)

const INPUTS = {
  ...{ version: '1.1.0', gate: 'observability-gate', reason: 'too slow', decision: 'go' },
  ...{ 'plan-hash': `sha256:${'0'.repeat(64)}`, canary_version: '1.1.0', stages: 'all' },
  ...{ promote_immediately: 'false', operation: 'advance', 'dry-run': 'false', artifact: 'false' },
}

test.concurrent.each(Object.keys(SILENCES))(
  '[C-33] [C-34] a server that is %s: red within a minute, with a plain reason',
  async (name) => {
    await using server = await silence(SILENCES[name] ?? (() => {}))
    const runs = await Promise.all(
      [freezeDrill, publishDrill, promoteDrill].map(({ action }) =>
        runAction(action, { github: server.url, inputs: INPUTS }),
      ),
    )
    for (const run of runs) {
      expect([run.exit, run.outputs.verdict, improper(run)]).toEqual([1, 'inconclusive', []])
      expect(run.outputs.reason).toBe(`${new URL(server.url).host} did not answer in time`)
      expect(run.seconds).toBeLessThan(60)
    }
  },
)

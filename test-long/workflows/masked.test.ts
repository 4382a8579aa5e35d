import { expect, test } from '@jest/globals'
import { kinds } from '../../test/workflows/record.ts'
import { errors, job, results, rig, testWellFormed } from '../../test/workflows/rig.ts'

const world = rig(['1.1.0'])

test('[RW-08] a verdict that equals a secret reaches no later job: the gate passed, its output is empty, and nothing is deployed', async () => {
  const secrets = { GRAFANA_API_KEY: 'pass' }
  const run = await world.release('1.1.0', { deployment_strategy: 'direct' }, { secrets })
  const gate = job(run, 'observability-gate')
  expect([gate.result, errors(run, 'observability-gate')]).toEqual(['success', ''])
  expect(gate.outputs.verdict ?? '').toBe('')
  expect(results(run)).toMatchObject({
    'deploy-release': 'skipped',
    'auto-freeze-on-observability-failure': 'success',
    'finalize-release-pipeline': 'failure',
  })
  expect(run.conclusion).toBe('failure')
  expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
  expect(await kinds(world.sandbox, '1.1.0')).toEqual(['plan', 'verdict', 'freeze', 'failed'])
})

testWellFormed(world)

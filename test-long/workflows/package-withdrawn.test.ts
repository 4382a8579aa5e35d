import { beforeAll, expect, test } from '@jest/globals'
import type { RunEvent, WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { kinds, open } from '../../test/workflows/record.ts'
import { errors, job, rig, testWellFormed } from '../../test/workflows/rig.ts'

const versions = ['1.0.0', '1.1.0'].map((version) => ({ version, fault: null }))
const world = rig(['1.1.0'], { versions })

let run: WorkflowRun

/** Somebody yanks the package when all checks have passed, just before the traffic is to move. */
function yank(event: RunEvent): void {
  if (event.kind === 'job-started' && event.job.endsWith('/ deploy-release'))
    world.sandbox.world.index.yank('checkout-client', '1.1.0', 'broken')
}

beforeAll(async () => {
  run = await world.release('1.1.0', {}, { onEvent: yank })
})

test('[VP-12] a package that is yanked after its verification stops the release before any traffic moves', async () => {
  expect(job(run, 'verify-pypi-availability').result).toBe('success')
  expect(job(run, 'observability-gate').result).toBe('success')
  expect(job(run, 'deploy-release').result).toBe('failure')
  expect(errors(run, 'deploy-release')).toContain('checkout-client yanked')
  expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
  expect(await kinds(world.sandbox, '1.1.0')).toEqual(['plan', 'verdict', 'freeze', 'failed'])
  expect((await open(world.sandbox)).filter((path) => path.includes('releases'))).toEqual([])
})

test('the freeze says why', () => {
  const freeze = world.sandbox.github
    .issues(REPOSITORY)
    .find(({ title }) => title.startsWith('Release freeze'))
  expect(freeze?.body).toContain('checkout-client yanked')
})

testWellFormed(world)

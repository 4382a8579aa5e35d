import { beforeAll, describe, expect, test } from '@jest/globals'
import type { RunEvent, WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { commandsIn } from '../../test/workflows/commands.ts'
import { closeIssue } from '../../test/workflows/people.ts'
import { kinds, links, state } from '../../test/workflows/record.ts'
import { errors, job, rig, testWellFormed } from '../../test/workflows/rig.ts'

const versions = ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ version, fault: null }))
const world = rig(['1.1.0', '1.2.0'], { versions })
const weights = () => world.sandbox.world.traffic.weights()
const issue = (title: string) =>
  world.sandbox.github.issues(REPOSITORY).find((i) => i.title === title)

describe('a rollout whose router stops answering after the first share was given', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    const { router } = world.sandbox.world.traffic
    let down = false
    const onEvent = (event: RunEvent) => {
      if (down || event.kind !== 'output' || !event.line.includes('stage 1/4 | weight 10 %')) return
      down = true
      router?.faults.add({ path: /backends/, fault: { kind: 'reset' } })
    }
    run = await world.release('1.1.0', {}, { onEvent })
    router?.faults.clear()
  })

  test('ends red and frozen, does not claim that it was rolled back, and leaves the way back open', async () => {
    expect(await weights()).toEqual({ blue: 90, green: 10 })
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'deploy-release').result).toBe('failure')
    expect(job(run, 'deploy-release').outputs.rolled_back).not.toBe('true')
    expect(await kinds(world.sandbox, '1.1.0')).not.toContain('rolled-back')
    expect(issue('Release freeze: observability gate failed for v1.1.0')?.state).toBe('open')
  })

  test('is taken back by the very command that its tracking issue prints, even when it no longer answers', async () => {
    await world.sandbox.world.platform.retire('green')
    const [command] = commandsIn(issue('Release checkout-service v1.1.0')?.body ?? '')
    const back = await world.run({ workflow: command?.file ?? '', inputs: command?.given ?? {} })
    expect(back.annotations.filter((a) => a.level === 'error')).toEqual([])
    expect(back.conclusion).toBe('success')
    expect(await weights()).toEqual({ blue: 100, green: 0 })
    expect((await kinds(world.sandbox, '1.1.0')).at(-1)).toBe('rolled-back')
    expect(await links(world.sandbox, '1.1.0')).not.toContain(false)
  })
})

test('a baseline that runs but does not have all the traffic is refused before anything changes', async () => {
  const freeze = issue('Release freeze: observability gate failed for v1.1.0')
  await closeIssue(world.sandbox, freeze?.number, 'octocat')
  await world.sandbox.world.traffic.setWeights({ blue: 40, green: 60 })
  const before = await state(world.sandbox)
  const run = await world.release('1.2.0')
  expect(errors(run, 'pre-flight-validation')).toContain(
    'the baseline 1.0.0 has 40 % of the traffic',
  )
  expect(run.conclusion).toBe('failure')
  expect(await state(world.sandbox)).toEqual(before)
})

testWellFormed(world)

import { expect, jest, test } from '@jest/globals'
import { openIssues, PLAN_INPUTS, releaseWorld } from '../../test/actions/release-world.ts'

// A channel is frozen twice, in processes of their own.
jest.setTimeout(120_000)

const WHY = { gate: 'observability gate', reason: 'slow' }

test('a channel is frozen in all its environments: there is one issue, whichever of them froze it', async () => {
  await using world = await releaseWorld({
    more: 'profiles: { staging: { looks: { interval: 2s } } }\n',
  })
  const freeze = (environment: string) =>
    world.run('auto-freeze-issue', { ...WHY, version: '1.1.0', environment })
  await freeze('staging')
  await freeze('')
  expect(openIssues(world)).toHaveLength(1)
  const { outputs } = await world.run('plan', { ...PLAN_INPUTS, environment: 'staging' })
  expect(outputs.reason).toContain('is frozen by issue 1')
})

import { expect, jest, test } from '@jest/globals'
import { productsWorld } from './products-world.ts'
import { closeIssue, REPOSITORY } from './release-world.ts'

// Two services are frozen, in processes of their own.
jest.setTimeout(120_000)

const WHY = { gate: 'observability gate', reason: 'slow' }

test('[FI-13] two services of one repository have a freeze issue each, and one is lifted without the other', async () => {
  await using world = await productsWorld()
  const { github } = world.consumer
  const freeze = (inputs: Readonly<Record<string, string>>) =>
    world.run('auto-freeze-issue', { ...WHY, ...inputs })
  const edge = await freeze({ version: 'edge/v1.1.0' })
  const cloud = await freeze({ version: world.next, product: 'cloud' })
  const again = await freeze({ version: 'edge/v1.1.0' })
  const [first, second] = github.issues(REPOSITORY)
  expect(github.issues(REPOSITORY)).toHaveLength(2)
  expect([first?.body, second?.body]).toEqual([
    expect.stringContaining('release-actions:freeze edge/stable'),
    expect.stringContaining('release-actions:freeze cloud/stable'),
  ])
  const numbers = [edge, cloud, again].map((run) => run.outputs.issue_number)
  expect(numbers).toEqual([first, second, first].map((issue) => String(issue?.number)))

  await closeIssue({ github }, 'nina', first?.number)
  const lifted = await world.plan({ release_version: 'edge/v1.1.0' })
  expect(lifted.outputs.verdict).toBe('pass')
  const held = await world.plan({
    ...{ product: 'cloud', release_version: world.next, deployment_strategy: 'direct' },
  })
  expect(held.outputs.reason).toContain(`cloud stable is frozen by issue ${second?.number}`)
})

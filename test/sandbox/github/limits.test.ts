import { expect, test } from '@jest/globals'
import { githubLimits } from '../../../sandbox/github/index.ts'
import { startFixture } from './fixture.ts'
import { limitTests } from './limit-tests.ts'

// GitHub's own numbers go through the same tests in the long run.
limitTests({ primary: { app: 8, user: 9, anonymous: 2 }, content: { minute: 3, hour: 5 } })

test("GitHub's own numbers", () => {
  expect(githubLimits).toEqual({
    primary: { app: 1000, user: 5000, anonymous: 60 },
    content: { minute: 80, hour: 500 },
  })
})

test('without limits there is none, and no word about one', async () => {
  const fixture = await startFixture()
  const answer = await fetch(`${fixture.github.url}/repos/acme/shop`)
  expect(answer.headers.get('x-ratelimit-limit')).toBeNull()
  const asked = await fetch(`${fixture.github.url}/rate_limit`)
  expect([asked.status, (await asked.json()).message]).toEqual([
    404,
    'Rate limiting is not enabled.',
  ])
  await fixture.close()
})

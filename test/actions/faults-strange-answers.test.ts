import { expect, jest, test } from '@jest/globals'
import { PLAN_INPUTS, REPOSITORY, releaseWorld } from './release-world.ts'

// Each test plans a release, in processes of their own.
jest.setTimeout(120_000)

/** Without issues nobody waits for GitHub's list of them to settle. */
const QUIET = { hasIssues: false }

test.concurrent('[C-41] what GitHub adds is not read; a state that nobody knows is no answer', async () => {
  await using world = await releaseWorld()
  await world.plan()
  const permissions = { issues: 'read' } as const
  const headers = { authorization: `token ${world.github.issueToken({ permissions })}` }
  const answer = await fetch(`${world.github.url}/repos/${REPOSITORY}/issues`, { headers })
  const [issue] = (await answer.json()) as readonly object[]
  const listed = (more: object) => {
    const body = [{ ...issue, type: { name: 'Bug' }, sub_issues_summary: { total: 3 }, ...more }]
    world.github.faults.push({
      method: 'GET',
      path: /\/issues$/,
      times: 9,
      before: { status: 200, body },
    })
  }
  listed({})
  const more = await world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })
  expect(more.outputs.verdict).toBe('pass')
  world.github.faults.length = 0
  listed({ state: 'frozen' })
  const unknown = await world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })
  expect([unknown.exit, unknown.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(unknown.outputs.reason).toMatch(/wrong or missing field .*state/)
})

test.concurrent('[C-63] a deprecated answer is one warning at most, and no failure', async () => {
  await using world = await releaseWorld(QUIET)
  const permissions = { contents: 'read' } as const
  const auth = { authorization: `token ${world.github.issueToken({ permissions })}` }
  const path = '/contents/.github/release-actions.yml'
  const answer = await fetch(`${world.github.url}/repos/${REPOSITORY}${path}`, { headers: auth })
  const headers = {
    ...{ deprecation: 'Sat, 01 Jan 2028 00:00:00 GMT', sunset: 'Sat, 01 Jan 2028 00:00:00 GMT' },
    link: '<https://docs.example>; rel="deprecation"',
  }
  const body = await answer.json()
  world.github.faults.push({
    method: 'GET',
    path: /\/contents\//,
    before: { status: 200, headers, body },
  })
  const run = await world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })
  expect(run.outputs.verdict).toBe('pass')
  expect(run.log.split('\n').filter((line) => /deprecated/i.test(line)).length).toBeLessThan(2)
})

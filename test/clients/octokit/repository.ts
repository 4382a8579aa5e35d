import { expect } from '@jest/globals'
import { shop } from '../../sandbox/github/fixture.ts'
import type { Rig } from './rig.ts'

/** Account, repository, teams, branches, rules and limits. */
export async function repositoryStory({ client }: Rig): Promise<void> {
  const rest = client('ada')
  expect((await rest.users.getAuthenticated()).data.login).toBe('ada')
  expect((await rest.meta.root()).data.rate_limit_url).toMatch(/rate_limit$/)
  expect((await rest.rateLimit.get()).data.rate.limit).toBe(5000)
  const { data } = await rest.repos.get(shop)
  expect(data.permissions).toMatchObject({ admin: true })
  const role = await rest.repos.getCollaboratorPermissionLevel({ ...shop, username: 'mona' })
  expect(role.data.role_name).toBe('maintain')
  const team = { org: 'acme', team_slug: 'release' }
  expect((await rest.teams.getByName(team)).data).toMatchObject({ members_count: 1, parent: null })
  const membership = await rest.teams.getMembershipForUserInOrg({ ...team, username: 'mona' })
  expect(membership.data.state).toBe('active')
  expect((await rest.repos.listBranches(shop)).data.map(({ name }) => name)).toEqual(['main'])
  expect((await rest.repos.getBranch({ ...shop, branch: 'main' })).data.protected).toBe(false)
  const old = { ...shop, branch: 'old' }
  const protection = await rest.repos.getBranchProtection(old)
  expect(protection.data.required_pull_request_reviews).toMatchObject({
    required_approving_review_count: 1,
  })
  expect((await rest.repos.getBranchRules(old)).data).toEqual([])
  const rules = await rest.repos.getBranchRules({ ...shop, branch: 'release-ledger' })
  expect(rules.data).toMatchObject([{ type: 'deletion' }])
  const [ruleset] = (await rest.repos.getRepoRulesets(shop)).data
  const whole = await rest.repos.getRepoRuleset({ ...shop, ruleset_id: ruleset?.id ?? 0 })
  expect(whole.data).toMatchObject({
    current_user_can_bypass: 'never',
    conditions: { ref_name: { include: ['refs/heads/release-*'] } },
    rules: [{ type: 'deletion' }],
  })
}

import { requirePermission } from '../auth.ts'
import { membershipBody, teamBody } from '../bodies/team.ts'
import type { TeamOptions } from '../options.ts'
import { refuse } from '../refusal.ts'
import { type Answer, type Call, found, ok, route } from '../route.ts'
import type { Token } from '../store.ts'
import type { World } from '../world.ts'

const needs = { members: 'read' } as const
const jobLogin = 'github-actions[bot]'

/** A team, and whether somebody is in it. */
export const teamRoutes = [
  route('GET /orgs/{org}/teams/{team_slug}', {}, (call) => {
    const team = visibleTeam(call)
    return shown(teamBody(call.world, team, parentOf(call.world, team)))
  }),
  route('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {}, (call) => {
    const { world, input } = call
    const team = visibleTeam(call)
    const state = found(membershipIn(world, team, input.username))
    return shown(membershipBody(world, team, input.username, state))
  }),
]

function shown(data: unknown): Answer {
  return { ...ok(data), headers: { 'x-accepted-github-permissions': 'members=read' } }
}

/**
 * The team of the path, where the token may see it. `permissions:` of a workflow has no `members`: users of
 * GITHUB_TOKEN report 404 for any team (takanome-dev/assign-issue-action#379, actions/github-script#518); any other
 * token without the right gets 403 (PyGithub/PyGithub#2951, docs.github.com/rest: "Resource not accessible").
 */
function visibleTeam({
  world,
  token,
  input,
}: Call<{ readonly org: string; readonly team_slug: string }>): TeamOptions {
  if (token.login === jobLogin) refuse(404, 'Not Found')
  requirePermission(token, [needs])
  const team = world.teams.find((each) => isCalled(each, input.org, input.team_slug))
  return found(team !== undefined && isSeenBy(token, team) ? team : undefined)
}

function isCalled({ organization, slug }: TeamOptions, org: string, name: string) {
  return same(organization, org) && same(slug, name)
}

/** An installation belongs to one organisation; a person sees a secret team only from inside. */
function isSeenBy(token: Token, { organization, isSecret, members = {} }: TeamOptions): boolean {
  if (token.kind === 'anonymous') return false
  const { repositories } = token
  const isOutside =
    repositories !== undefined &&
    !repositories.some((name) => same(name.split('/')[0] ?? '', organization))
  if (isOutside) return false
  return token.kind === 'app' || isSecret !== true || members[token.login] === 'active'
}

/** "Team members will include the members of child teams" (docs.github.com/rest/teams/members). */
function membershipIn(world: World, team: TeamOptions, login: string) {
  const family = [team, ...descendants(world, team)]
  const states = family.flatMap(({ members = {} }) =>
    Object.entries(members).flatMap(([name, state]) => (same(name, login) ? [state] : [])),
  )
  return states.includes('active') ? 'active' : states[0]
}

function descendants(world: World, team: TeamOptions): readonly TeamOptions[] {
  const children = world.teams.filter((each) => parentOf(world, each) === team)
  return children.flatMap((child) => [child, ...descendants(world, child)])
}

function parentOf(world: World, { organization, parent }: TeamOptions): TeamOptions | undefined {
  return world.teams.find((each) => parent !== undefined && isCalled(each, organization, parent))
}

/** GitHub's names have no case. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

import type { TeamOptions } from '../options.ts'
import type { World } from '../world.ts'
import { nodeId } from './names.ts'

/** GitHub's `team-membership`. */
export function membershipBody(
  world: World,
  team: TeamOptions,
  login: string,
  state: 'active' | 'pending',
) {
  const url = `${teamUrl(world, team)}/memberships/${encodeURIComponent(login)}`
  return { url, role: 'member', state }
}

/** GitHub's `team-full`. @param parent The team above it. */
export function teamBody(world: World, team: TeamOptions, parent: TeamOptions | undefined) {
  return {
    ...simpleBody(world, team),
    parent: parent === undefined ? null : simpleBody(world, parent),
    members_count: Object.keys(team.members ?? {}).length,
    repos_count: 0,
    created_at: world.now(),
    updated_at: world.now(),
    organization: organizationBody(world, team.organization),
  }
}

function simpleBody(world: World, team: TeamOptions) {
  const { organization, slug } = team
  const id = teamId(world, team)
  const url = teamUrl(world, team)
  return {
    id,
    node_id: nodeId('Team', id),
    url,
    html_url: `${world.serverUrl}/orgs/${organization}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    name: slug,
    slug,
    description: null,
    privacy: team.isSecret === true ? 'secret' : 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    type: 'organization',
    organization_id: world.accountId(organization),
  }
}

/** GitHub's `team-organization`. */
function organizationBody(world: World, login: string) {
  const id = world.accountId(login)
  const url = `${world.url}/orgs/${login}`
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${world.serverUrl}/avatars/${id}`,
    html_url: `${world.serverUrl}/${login}`,
    description: null,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: world.now(),
    updated_at: world.now(),
    archived_at: null,
  }
}

function teamUrl(world: World, team: TeamOptions) {
  const organization = world.accountId(team.organization)
  return `${world.url}/organizations/${organization}/team/${teamId(world, team)}`
}

function teamId(world: World, { organization, slug }: TeamOptions) {
  return world.accountId(`${organization} team ${slug}`)
}

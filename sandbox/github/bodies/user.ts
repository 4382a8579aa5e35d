import type { World } from '../world.ts'
import { nodeId } from './names.ts'

/** GitHub's `simple-user`. */
export function userBody(world: World, login: string) {
  const id = world.accountId(login)
  const api = `${world.url}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${world.serverUrl}/avatars/${id}`,
    gravatar_id: '',
    url: api,
    html_url: `${world.serverUrl}/${encodeURIComponent(login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: accountKind(world, login),
    user_view_type: 'public',
    site_admin: false,
  }
}

function accountKind({ organizations }: World, login: string) {
  if (organizations.includes(login)) return 'Organization'
  return login.endsWith('[bot]') ? 'Bot' : 'User'
}

/** GitHub's `public-user`: what a person's token reads about its owner. */
export function ownUserBody(world: World, login: string) {
  const since = world.now()
  return {
    ...userBody(world, login),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  }
}

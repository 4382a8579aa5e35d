import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { userBody } from './user.ts'

const suffixes = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

/** GitHub's `minimal-repository`. */
export function minimalRepositoryBody(world: World, repository: Repository) {
  const url = apiUrl(world, repository)
  const links = Object.entries(suffixes).map(([key, suffix]) => [key, `${url}${suffix}`])
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    owner: userBody(world, repository.owner),
    html_url: pageUrl(world, repository),
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(links),
  }
}

/** Only who may push reads how pull requests are merged. */
const mergeSettings = {
  temp_clone_token: '',
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  delete_branch_on_merge: false,
  allow_update_branch: false,
}

/** What somebody may do in a repository. */
export interface Rights {
  readonly pull: boolean
  readonly triage: boolean
  readonly push: boolean
  readonly maintain: boolean
  readonly admin: boolean
}

/** What GitHub's repositories can have and the sandbox's never have. */
const absentParts = {
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_discussions: false,
  has_downloads: true,
  archived: false,
  disabled: false,
  mirror_url: null,
  homepage: null,
  language: null,
  license: null,
  topics: [],
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  network_count: 0,
  subscribers_count: 0,
}

/** GitHub's `full-repository`, with what the token may do in it. */
export function repositoryBody(world: World, repository: Repository, permissions: Rights) {
  const page = pageUrl(world, repository)
  const open = repository.issues.filter((issue) => issue.state === 'open').length
  return {
    ...minimalRepositoryBody(world, repository),
    ...absentParts,
    ...(permissions.push && mergeSettings),
    ...(world.organizations.includes(repository.owner) && {
      organization: userBody(world, repository.owner),
    }),
    permissions,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? 'private' : 'public',
    has_issues: repository.hasIssues,
    clone_url: `${page}.git`,
    git_url: `${page}.git`,
    ssh_url: `${page}.git`,
    svn_url: page,
    open_issues: open,
    open_issues_count: open,
    pushed_at: repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
  }
}

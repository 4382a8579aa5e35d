import type { Annotation, CheckRun } from '../runs/check-run.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { userBody } from './user.ts'

/** GitHub's `check-run`. */
export function checkRunBody(world: World, repository: Repository, check: CheckRun) {
  const url = `${apiUrl(world, repository)}/check-runs/${check.id}`
  const page = `${pageUrl(world, repository)}/runs/${check.id}`
  return {
    id: check.id,
    node_id: nodeId('CheckRun', check.id),
    head_sha: check.headSha,
    external_id: check.externalId,
    name: check.name,
    url,
    html_url: page,
    details_url: check.detailsUrl ?? page,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      ...check.output,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: check.suite },
    app: appBody(world, repository, check.app),
    pull_requests: [],
  }
}

/** GitHub's `check-annotation`. */
export function annotationBody(
  world: World,
  repository: Repository,
  check: CheckRun,
  annotation: Annotation,
) {
  return {
    path: annotation.path,
    blob_href: `${pageUrl(world, repository)}/blob/${check.headSha}/${annotation.path}`,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: null,
    end_column: null,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  }
}

/** The App behind a check: its login is its slug with `[bot]`. */
function appBody(world: World, { owner, createdAt }: Repository, login: string) {
  const slug = login.replace(/\[bot\]$/, '')
  return {
    id: world.accountId(`${slug} app`),
    slug,
    node_id: nodeId('App', slug),
    owner: userBody(world, owner),
    name: slug,
    description: null,
    external_url: `${world.serverUrl}/apps/${slug}`,
    html_url: `${world.serverUrl}/apps/${slug}`,
    created_at: createdAt,
    updated_at: createdAt,
    permissions: {},
    events: [],
  }
}

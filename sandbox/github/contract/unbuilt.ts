import type { OperationName } from './operations.ts'

const issueInputs = ['milestone', 'type', 'issue_field_values']

/** Inputs that GitHub knows and the sandbox does not: it refuses them instead of dropping them. */
const unbuilt: { readonly [Name in OperationName]?: readonly string[] } = {
  'GET /repos/{owner}/{repo}/issues': [...issueInputs, 'mentioned'],
  'POST /repos/{owner}/{repo}/issues': issueInputs,
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': [...issueInputs, 'duplicate_issue_id'],
  'POST /repos/{owner}/{repo}/releases': ['discussion_category_name'],
  'PATCH /repos/{owner}/{repo}/releases/{release_id}': ['discussion_category_name'],
  'POST /repos/{owner}/{repo}/git/commits': ['signature'],
  'GET /repos/{owner}/{repo}/commits/{ref}': ['page', 'per_page'],
  'GET /repos/{owner}/{repo}/commits': ['author', 'committer'],
  'GET /repos/{owner}/{repo}/compare/{basehead}': ['page', 'per_page'],
  'PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}': ['state'],
  'POST /repos/{owner}/{repo}/releases/generate-notes': ['configuration_file_path'],
  'POST /repos/{owner}/{repo}/check-runs': ['actions'],
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': ['actions'],
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': ['app_id'],
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': ['check_suite_id', 'created'],
  'GET /repos/{owner}/{repo}/actions/runs': ['check_suite_id', 'created'],
  'GET /repos/{owner}/{repo}/rulesets': ['targets'],
}

/** The first input that the sandbox does not build; undefined when it knows all. */
export function unbuiltInput(name: OperationName, input: object): string | undefined {
  return unbuilt[name]?.find((key) => Object.hasOwn(input, key))
}

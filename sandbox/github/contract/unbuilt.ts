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
}

/** The first input that the sandbox does not build; undefined when it knows all. */
export function unbuiltInput(name: OperationName, input: object): string | undefined {
  return unbuilt[name]?.find((key) => Object.hasOwn(input, key))
}

import { labelBodies } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, found, noContent, ok, route } from '../route.ts'
import type { Issue, Repository, Token } from '../store.ts'
import { createLabel, type World } from '../world.ts'
import { requireLabelName } from './labels.ts'

const issuesOrPulls = [{ issues: 'write' }, { pull_requests: 'write' }] as const
const path = '/repos/{owner}/{repo}/issues/{issue_number}/labels' as const

/** Labels of one issue. */
export const issueLabelRoutes = [
  route(`GET ${path}`, { issues: 'read' }, (call) => {
    const issue = findIssue(call.repository, call.input.issue_number)
    return paged(call, labelBodies(call.world, call.repository, issue), (label) => label)
  }),
  route(`POST ${path}`, issuesOrPulls, (call) =>
    change(call, (names, given) => [...names, ...given]),
  ),
  route(`PUT ${path}`, issuesOrPulls, (call) => change(call, (_names, given) => [...given])),
  route(`DELETE ${path}`, issuesOrPulls, (call) => {
    change(call, () => [])
    return noContent()
  }),
  route(`DELETE ${path}/{name}`, issuesOrPulls, (call) => {
    const { name } = call.input
    return change(call, (names) => {
      const isIt = (each: string) => each.toLowerCase() === name.toLowerCase()
      if (!names.some(isIt)) refuse(404, 'Label does not exist')
      return names.filter((each) => !isIt(each))
    })
  }),
]

type IssueCall = Call<{ readonly issue_number: number }>

function change(
  { world, repository, token, input, body }: IssueCall,
  next: (names: readonly string[], given: readonly string[]) => string[],
) {
  const issue = findIssue(repository, input.issue_number)
  if (!mayTriage(repository, token)) refuse(403, 'Must have triage rights to Repository.')
  setLabels(world, repository, issue, next(issue.labels, labelNames(body)))
  return ok(labelBodies(world, repository, issue))
}

/** The issue of a number. Refuses with 410 where issues are off, 404 where it does not exist. */
export function findIssue(repository: Repository, number: number): Issue {
  requireIssues(repository)
  return found(repository.issues.find((each) => each.number === number))
}

/** Refuses where the repository has no issues. */
export function requireIssues(repository: Repository): void {
  if (!repository.hasIssues) refuse(410, 'Issues has been disabled in this repository.')
}

/** Whether the token may label and assign: an App by permission, a person by role. */
export function mayTriage(repository: Repository, token: Token): boolean {
  if (token.kind !== 'user') return token.permissions.issues === 'write'
  const role = repository.collaborators.get(token.login)
  return role !== undefined && role !== 'read'
}

/** Gives an issue these labels; the ones that do not exist yet are made, as GitHub does. */
export function setLabels(world: World, repository: Repository, issue: Issue, names: string[]) {
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]))
  for (const [key, name] of unique) {
    requireLabelName(name)
    if (!repository.labels.has(key)) repository.labels.set(key, createLabel(world, name))
  }
  issue.labels = [...unique.keys()].map((key) => repository.labels.get(key)?.name ?? key)
}

/** The names in a list of labels, which may be words or objects. */
export function labelNames(labels: unknown): string[] {
  const list = Array.isArray(labels) ? labels : (labels as { labels?: unknown } | undefined)?.labels
  if (!Array.isArray(list)) return []
  return list.map((each) => (typeof each === 'string' ? each : String(each?.name ?? '')))
}

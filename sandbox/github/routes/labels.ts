import { labelBodies, labelBody } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { invalid, refuse } from '../refusal.ts'
import { type Call, created, found, ok, route } from '../route.ts'
import type { Issue, Repository, Token } from '../store.ts'
import { createLabel, type World } from '../world.ts'

const maxName = 50
const issuesOrPulls = [{ issues: 'write' }, { pull_requests: 'write' }] as const

/** Labels of a repository, and of one issue. */
export const labelRoutes = [
  route('GET /repos/{owner}/{repo}/labels', { issues: 'read' }, (call) =>
    paged(call, [...call.repository.labels.values()], (label) =>
      labelBody(call.world, call.repository, label),
    ),
  ),
  route('GET /repos/{owner}/{repo}/labels/{name}', { issues: 'read' }, (call) => {
    const label = found(call.repository.labels.get(call.input.name.toLowerCase()))
    return ok(labelBody(call.world, call.repository, label))
  }),
  route('POST /repos/{owner}/{repo}/labels', issuesOrPulls, addLabel),
  route(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    issuesOrPulls,
    ({ world, repository, token, input, body }) => {
      const issue = findIssue(repository, input.issue_number)
      if (!mayTriage(repository, token)) refuse(403, 'Must have triage rights to Repository.')
      const names = labelNames(body)
      setLabels(world, repository, issue, [...issue.labels, ...names])
      return ok(labelBodies(world, repository, issue))
    },
  ),
]

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
    requireName(name)
    if (!repository.labels.has(key)) repository.labels.set(key, createLabel(world, name))
  }
  issue.labels = [...unique.keys()].map((key) => repository.labels.get(key)?.name ?? key)
}

/** The names in a list of labels, which may be words or objects. */
export function labelNames(labels: unknown): string[] {
  const list = Array.isArray(labels) ? labels : (labels as { labels?: unknown }).labels
  if (!Array.isArray(list)) return []
  return list.map((each) => (typeof each === 'string' ? each : String(each?.name ?? '')))
}

interface NewLabel {
  readonly name: string
  readonly color?: string
  readonly description?: string
}

function addLabel({ world, repository, input }: Call<NewLabel>) {
  const key = input.name.toLowerCase()
  requireName(input.name)
  if (repository.labels.has(key)) {
    invalid({ resource: 'Label', code: 'already_exists', field: 'name' })
  }
  if (input.color !== undefined && !/^[0-9a-f]{6}$/i.test(input.color)) {
    invalid({ resource: 'Label', code: 'invalid', field: 'color' })
  }
  const label = createLabel(world, input.name, input.color?.toLowerCase(), input.description)
  repository.labels.set(key, label)
  return created(labelBody(world, repository, label))
}

function requireName(name: string) {
  if (name.trim() === '' || name.length > maxName) {
    invalid({ resource: 'Label', code: 'invalid', field: 'name' })
  }
}

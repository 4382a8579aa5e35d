import { labelBody } from '../bodies/issue.ts'
import { paged } from '../page.ts'
import { invalid } from '../refusal.ts'
import { type Call, created, found, noContent, ok, route } from '../route.ts'
import type { Repository } from '../store.ts'
import { createLabel } from '../world.ts'

const maxName = 50
const issuesOrPulls = [{ issues: 'write' }, { pull_requests: 'write' }] as const

/** Labels of a repository. */
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
  route('PATCH /repos/{owner}/{repo}/labels/{name}', issuesOrPulls, changeLabel),
  route('DELETE /repos/{owner}/{repo}/labels/{name}', issuesOrPulls, ({ repository, input }) => {
    const label = found(repository.labels.get(input.name.toLowerCase()))
    repository.labels.delete(label.name.toLowerCase())
    for (const issue of repository.issues) {
      issue.labels = issue.labels.filter((name) => name !== label.name)
    }
    return noContent()
  }),
]

interface NewLabel {
  readonly name: string
  readonly color?: string
  readonly description?: string
}

function addLabel({ world, repository, input }: Call<NewLabel>) {
  requireLabelName(input.name)
  requireFreeName(repository, input.name)
  requireColour(input.color)
  const label = createLabel(world, input.name, input.color, input.description)
  repository.labels.set(input.name.toLowerCase(), label)
  return created(labelBody(world, repository, label))
}

interface LabelChange {
  readonly name: string
  readonly new_name?: string
  readonly color?: string
  readonly description?: string
}

function changeLabel({ world, repository, input }: Call<LabelChange>) {
  const old = found(repository.labels.get(input.name.toLowerCase()))
  const name = input.new_name ?? old.name
  requireLabelName(name)
  requireColour(input.color)
  if (name.toLowerCase() !== old.name.toLowerCase()) requireFreeName(repository, name)
  const color = input.color ?? old.color
  const label = { ...old, name, color, description: input.description ?? old.description }
  repository.labels.delete(old.name.toLowerCase())
  repository.labels.set(name.toLowerCase(), label)
  for (const issue of repository.issues) {
    issue.labels = issue.labels.map((each) => (each === old.name ? name : each))
  }
  return ok(labelBody(world, repository, label))
}

function requireFreeName(repository: Repository, name: string) {
  if (!repository.labels.has(name.toLowerCase())) return
  invalid({ resource: 'Label', code: 'already_exists', field: 'name' })
}

function requireColour(color: string | undefined) {
  if (color === undefined || /^[0-9a-f]{6}$/i.test(color)) return
  invalid({ resource: 'Label', code: 'invalid', field: 'color' })
}

/** Refuses a name that no label can have: empty, or longer than 50 characters. */
export function requireLabelName(name: string): void {
  if (name.trim() === '' || name.length > maxName) {
    invalid({ resource: 'Label', code: 'invalid', field: 'name' })
  }
}

import { parse } from 'yaml'
import { apiUrl, pageUrl } from '../bodies/names.ts'
import { isRecord } from '../contract/repair.ts'
import { findCommit } from '../lookup.ts'
import { refuse } from '../refusal.ts'
import { type Answer, type Call, found, noContent, ok } from '../route.ts'
import type { Repository, WorkflowRun } from '../store.ts'

const maxInputs = 25

interface DispatchInput {
  readonly workflow_id: number | string
  readonly ref: string
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly return_run_details?: boolean
}

/** Checks a dispatch against the workflow file at the ref, notes its run and tells the sandbox. */
export async function dispatchWorkflow(call: Call<DispatchInput>): Promise<Answer> {
  const { world, repository, token, input } = call
  const file = String(input.workflow_id)
  const workflow = file.startsWith('.github/') ? file : `.github/workflows/${file}`
  const commit = await findCommit(repository, input.ref)
  if (commit === undefined) return refuse(422, `No ref found for: ${input.ref}`)
  const declared = await readTrigger(repository, commit, workflow)
  const inputs = completeInputs(declared, input.inputs ?? {})
  const run = newRun(call, workflow, commit)
  repository.runs.set(run.id, run)
  world.onDispatch({
    repository: repository.fullName,
    workflow,
    ref: input.ref,
    inputs,
    runId: run.id,
    login: token.login,
  })
  if (input.return_run_details !== true) return noContent()
  return ok({
    workflow_run_id: run.id,
    run_url: `${apiUrl(world, repository)}/actions/runs/${run.id}`,
    html_url: `${pageUrl(world, repository)}/actions/runs/${run.id}`,
  })
}

type Declared = Readonly<Record<string, unknown>>

/** The inputs that the file's `workflow_dispatch` declares. */
async function readTrigger(repository: Repository, commit: string, workflow: string) {
  const oid = found(await repository.git.objectAt(`${commit}:${workflow}`))
  const text = (await repository.git.blob(oid)).toString('utf8')
  const document: unknown = parse(text)
  const triggers = isRecord(document) ? document.on : undefined
  if (triggers === 'workflow_dispatch') return {}
  if (Array.isArray(triggers) && triggers.includes('workflow_dispatch')) return {}
  if (!isRecord(triggers) || !('workflow_dispatch' in triggers)) {
    return refuse(422, "Workflow does not have 'workflow_dispatch' trigger")
  }
  const trigger = triggers.workflow_dispatch
  const inputs = isRecord(trigger) ? trigger.inputs : undefined
  return isRecord(inputs) ? inputs : {}
}

function completeInputs(declared: Declared, given: Readonly<Record<string, unknown>>) {
  const names = Object.keys(given)
  if (names.length > maxInputs) refuse(422, `you may only define up to ${maxInputs} \`inputs\``)
  const unknown = names.filter((name) => !(name in declared))
  if (unknown.length > 0) refuse(422, `Unexpected inputs provided: ${JSON.stringify(unknown)}`)
  const values = Object.entries(declared).map(([name, declaration]) => [
    name,
    inputValue(name, isRecord(declaration) ? declaration : {}, given[name]),
  ])
  return Object.fromEntries(values) as Record<string, string>
}

function inputValue(name: string, declaration: Record<string, unknown>, given: unknown): string {
  if (given === undefined || given === '') return standardValue(name, declaration)
  const value = String(given)
  const { type, options } = declaration
  if (type === 'choice' && Array.isArray(options) && !options.map(String).includes(value)) {
    refuse(422, `Provided value '${value}' for input '${name}' not in the list of allowed values`)
  }
  if (type === 'boolean' && !['true', 'false'].includes(value)) {
    refuse(422, `Provided value '${value}' for input '${name}' is not a boolean`)
  }
  return value
}

function standardValue(name: string, declaration: Record<string, unknown>): string {
  const { default: standard, required, type } = declaration
  if (required === true && standard === undefined) {
    refuse(422, `Required input '${name}' not provided`)
  }
  return String(standard ?? (type === 'boolean' ? 'false' : ''))
}

function newRun(
  { world, repository, token, input }: Call<DispatchInput>,
  workflow: string,
  sha: string,
) {
  const name = workflow.slice(workflow.lastIndexOf('/') + 1)
  const run: WorkflowRun = {
    id: world.nextId(),
    runNumber: repository.runs.size + 1,
    workflow,
    name,
    event: 'workflow_dispatch',
    headBranch: input.ref,
    headSha: sha,
    attempt: 1,
    status: 'queued',
    conclusion: null,
    actor: token.login,
    triggeringActor: token.login,
    createdAt: world.now(),
    approvals: [],
  }
  return run
}

import { apiUrl, pageUrl } from '../bodies/names.ts'
import { isRecord } from '../contract/repair.ts'
import { findCommit } from '../lookup.ts'
import { refuse } from '../refusal.ts'
import { type Answer, type Call, found, noContent, ok } from '../route.ts'
import { handOver, noteRun } from '../runs/start.ts'
import { type WorkflowFile, workflowFiles } from '../runs/workflow-file.ts'

const maxInputs = 25

interface DispatchInput {
  readonly workflow_id: number | string
  readonly ref: string
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly return_run_details?: boolean
}

/** Checks a dispatch against the workflow file at the ref, notes its run and hands it over. */
export async function dispatchWorkflow(call: Call<DispatchInput>, path: string): Promise<Answer> {
  const { world, repository, token, input } = call
  const commit = await findCommit(repository, input.ref)
  if (commit === undefined) return refuse(422, `No ref found for: ${input.ref}`)
  const file = (await workflowFiles(repository, commit)).find((each) => each.path === path)
  const inputs = completeInputs(declaredInputs(found(file)), input.inputs ?? {})
  const run = noteRun(world, repository, {
    workflow: path,
    name: found(file).name,
    title: found(file).name,
    event: 'workflow_dispatch',
    headBranch: input.ref.replace(/^refs\/(heads|tags)\//, ''),
    headSha: commit,
    inputs,
    payload: {},
    actor: token.login,
  })
  handOver(world, repository, run)
  if (!wantsDetails(call)) return noContent()
  return ok({
    workflow_run_id: run.id,
    run_url: `${apiUrl(world, repository)}/actions/runs/${run.id}`,
    html_url: `${pageUrl(world, repository)}/actions/runs/${run.id}`,
  })
}

/** From that version of the API on, GitHub always gives them. */
const detailsSince = '2026-03-10'

function wantsDetails({ input, headers }: Call<DispatchInput>) {
  const version = headers.get('x-github-api-version') ?? ''
  return input.return_run_details === true || version >= detailsSince
}

type Declared = Readonly<Record<string, unknown>>

/** The inputs that the file's `workflow_dispatch` declares. */
function declaredInputs({ triggers }: WorkflowFile): Declared {
  if (!('workflow_dispatch' in triggers)) {
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

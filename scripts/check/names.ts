import { textOf } from '../files.ts'
import {
  exampleWorkflows,
  type InputField,
  isCalled,
  jobsOf,
  ownWorkflows,
  type Workflow,
} from '../workflows/model.ts'
import { calledFile } from '../workflows/reference.ts'
import { looked, type Rule } from './rule.ts'

/** One input of the table: its type where it is called and where it is dispatched, and what is asked of a person. */
interface NamedInput {
  readonly call: string
  readonly dispatch: string
  readonly required: boolean
  readonly default?: unknown
  readonly options?: readonly string[]
}

/** One workflow of the table; `jobs` maps a job id to the outputs it has at least. */
interface Named {
  readonly inputs: Readonly<Record<string, NamedInput>>
  readonly jobs: Readonly<Record<string, readonly string[]>>
  /** Other events that start it in the consumer's repository, each in a file of its own. */
  readonly events?: readonly string[]
}

const TABLE = 'test/house/names.json'
const EXAMPLE = 'examples/checkout-service/.github/workflows'

/** The workflows and their thin files have the inputs, types, defaults and job ids of the table of names. */
export const names: Rule = {
  name: 'names',
  look(root) {
    const text = textOf(root, TABLE)
    if (text === undefined) return looked(TABLE, [`${TABLE} is missing`])
    const table = Object.entries(JSON.parse(text) as Record<string, Named>)
    const own = ownWorkflows(root).filter(isCalled)
    const thin = exampleWorkflows(root).filter(({ path }) => path.startsWith(EXAMPLE))
    return looked(
      `${table.length} workflows`,
      table.flatMap(([name, named]) => [
        ...calledFindings(name, named, own),
        ...thinFindings(name, named, thin),
        ...eventFindings(name, named, thin),
      ]),
    )
  },
}

function calledFindings(name: string, named: Named, own: readonly Workflow[]): string[] {
  const workflow = own.find(({ file }) => file === name)
  if (workflow === undefined)
    return [`.github/workflows/${name}.yml: missing, or without workflow_call`]
  const inputs = workflow.on.workflow_call?.inputs ?? {}
  // actionlint refuses a required input with a default: there it is the default that counts.
  const expected = (input: NamedInput): InputField => ({
    type: input.call,
    required: input.required && input.default === undefined,
    default: input.default,
  })
  return [
    ...inputFindings(workflow.path, named, inputs, expected),
    ...furtherFindings(workflow.path, named, inputs),
    ...jobFindings(workflow, named, own),
  ]
}

function thinFindings(name: string, named: Named, thin: readonly Workflow[]): string[] {
  const workflow = thin.find(({ file }) => file === name)
  if (workflow === undefined) return [`${EXAMPLE}/${name}.yml: missing`]
  const { path } = workflow
  const only = Object.keys(workflow.on).join(', ')
  const call = jobsOf(workflow).find(([, job]) => calledFile(job.uses) === name)?.[1]
  const expected = ({
    dispatch,
    required,
    default: standard,
    options,
  }: NamedInput): InputField => ({
    type: dispatch,
    required,
    default: standard,
    ...(options && { options }),
  })
  return [
    ...(only === 'workflow_dispatch'
      ? []
      : [`${path}: starts on ${only}, not on workflow_dispatch only`]),
    ...inputFindings(path, named, workflow.on.workflow_dispatch?.inputs ?? {}, expected),
    ...(call === undefined ? [`${path}: no job calls ${name}.yml`] : []),
    ...Object.keys(named.inputs)
      .filter(
        (input) => call !== undefined && squeeze(call.with?.[input]) !== `\${{inputs.${input}}}`,
      )
      .map((input) => `${path}: does not hand on ${input}: \${{ inputs.${input} }}`),
  ]
}

/** Blanks and the notation of a property do not matter: `inputs['a-b']` is `inputs.a-b`. */
const squeeze = (value: unknown) =>
  String(value ?? '')
    .replaceAll(' ', '')
    .replaceAll(/\['([\w-]+)'\]/g, '.$1')

function eventFindings(name: string, { events = [] }: Named, thin: readonly Workflow[]): string[] {
  const callers = thin.filter((workflow) =>
    jobsOf(workflow).some(([, job]) => calledFile(job.uses) === name),
  )
  return events
    .filter((event) => !callers.some(({ on, file }) => event in on && file !== name))
    .map((event) => `${EXAMPLE}: no file of its own calls ${name}.yml on ${event}`)
}

function inputFindings(
  path: string,
  named: Named,
  declared: Readonly<Record<string, InputField | null>>,
  expected: (input: NamedInput) => InputField,
): string[] {
  return Object.entries(named.inputs).flatMap(([name, input]) => {
    const wanted = textOfField(expected(input))
    const found = name in declared ? textOfField(atFirst(declared[name] ?? {}, input)) : 'missing'
    return wanted === found ? [] : [`${path}: input ${name} is ${found}, the table says ${wanted}`]
  })
}

/** A choice may offer more behind what the table says. */
const atFirst = (field: InputField, { options: named }: NamedInput): InputField =>
  field.options === undefined || named === undefined
    ? field
    : { ...field, options: field.options.slice(0, named.length) }

/** The fields that the table fixes, in one line that compares. */
const textOfField = ({ type, required = false, default: standard, options }: InputField): string =>
  JSON.stringify({ type, required, default: standard, options })

function furtherFindings(
  path: string,
  named: Named,
  declared: Readonly<Record<string, InputField | null>>,
) {
  return Object.entries(declared)
    .filter(([name, field]) => !(name in named.inputs) && field?.required === true)
    .map(([name]) => `${path}: input ${name} is not in the table and therefore cannot be required`)
}

function jobFindings(workflow: Workflow, named: Named, own: readonly Workflow[]): string[] {
  const ids = jobsOf(workflow).map(([id]) => id)
  return [
    ...ids
      .filter((id) => !(id in named.jobs))
      .map((id) => `${workflow.path}: job ${id} is not in ${TABLE}`),
    ...Object.entries(named.jobs).flatMap(([id, outputs]) => {
      const present = outputsOf(workflow, id, own)
      if (present === undefined) return [`${workflow.path}: job ${id} is missing`]
      return outputs
        .filter((output) => !present.includes(output))
        .map((output) => `${workflow.path}: job ${id} has no output ${output}`)
    }),
  ]
}

/** The outputs of a job, or of the workflow that it calls; undefined if there is no such job. */
function outputsOf(workflow: Workflow, id: string, own: readonly Workflow[]): string[] | undefined {
  const job = workflow.jobs[id]
  if (job === undefined) return undefined
  const called = own.find(({ file }) => file === calledFile(job.uses))
  return Object.keys((called ? called.on.workflow_call?.outputs : job.outputs) ?? {})
}

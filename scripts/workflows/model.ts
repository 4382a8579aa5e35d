/** Workflow files as data: what the house rules and the reference pages read of them. */
import { basename } from 'node:path'
import { filesIn, yamlOf } from '../files.ts'

/** An input as `workflow_call` or `workflow_dispatch` declares it. */
export interface InputField {
  readonly description?: string
  readonly type?: string
  readonly required?: boolean
  readonly default?: unknown
  readonly options?: readonly string[]
}

export interface Described {
  readonly description?: string
  readonly required?: boolean
}

/** What a trigger declares; the triggers without fields have none. */
export interface Trigger {
  readonly inputs?: Readonly<Record<string, InputField | null>>
  readonly outputs?: Readonly<Record<string, Described | null>>
  readonly secrets?: Readonly<Record<string, Described | null>>
  readonly types?: readonly string[]
}

export type Permissions = string | Readonly<Record<string, string>>

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: unknown
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

export interface Job {
  readonly if?: unknown
  readonly name?: string
  readonly needs?: string | readonly string[]
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly secrets?: unknown
  readonly permissions?: Permissions
  readonly steps?: readonly Step[]
  readonly [key: string]: unknown
}

/** One workflow file; `path` is relative to the root of the tree. */
export interface Workflow {
  readonly path: string
  /** The file's name without `.yml`. */
  readonly file: string
  readonly name?: string
  readonly on: Readonly<Record<string, Trigger | null>>
  readonly permissions?: Permissions
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const OWN = '.github/workflows/*.{yml,yaml}'
const EXAMPLES = 'examples/*/.github/workflows/*.{yml,yaml}'

/** The workflows of the suite and of this project itself. */
export const ownWorkflows = (root: string): Workflow[] => read(root, OWN)

/** The thin files of the consumers in examples/. */
export const exampleWorkflows = (root: string): Workflow[] => read(root, EXAMPLES)

/** Whether other workflows call this one. */
export const isCalled = (workflow: Workflow): boolean => 'workflow_call' in workflow.on

/** The jobs of a workflow with their ids, in the order of the file. */
export const jobsOf = (workflow: Workflow): [string, Job][] => Object.entries(workflow.jobs)

const read = (root: string, pattern: string): Workflow[] =>
  filesIn(root, pattern).map((path) => asWorkflow(path, yamlOf(root, path)))

/** A parsed YAML document as a workflow; a trigger list becomes a table. Throws for what is not a workflow at all. */
export function asWorkflow(path: string, document: unknown): Workflow {
  const { on, jobs, ...rest } = (document ?? {}) as Record<string, unknown>
  if (!isTable(jobs) || on === undefined)
    throw new Error(`${path}: not a workflow (no jobs or no on)`)
  return {
    ...rest,
    path,
    file: basename(path).replace(/\.ya?ml$/, ''),
    on: triggers(on),
    jobs,
  } as Workflow
}

function triggers(on: unknown): Workflow['on'] {
  if (typeof on === 'string') return { [on]: null }
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]))
  return on as Workflow['on']
}

const isTable = (value: unknown): value is Record<string, Job> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

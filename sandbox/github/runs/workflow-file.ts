import { parse, YAMLParseError } from 'yaml'
import { isRecord } from '../contract/repair.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'

/** A workflow file at a commit. */
export interface WorkflowFile {
  /** Path inside the repository. */
  readonly path: string
  /** Its `name`, else its path, as GitHub shows it. */
  readonly name: string
  /** Settings by the name of the event that starts it; empty when the file cannot be read. */
  readonly triggers: Readonly<Record<string, unknown>>
}

const folder = '.github/workflows'

/** The workflow files at a commit, by path. */
export async function workflowFiles(
  { git }: Repository,
  commit: string | undefined,
): Promise<WorkflowFile[]> {
  const tree = commit && (await git.objectAt(`${commit}:${folder}`))
  if (tree === undefined || tree === '') return []
  const entries = (await git.tree(tree)).filter(({ path }) => /\.ya?ml$/.test(path))
  const files = entries.map(async ({ path, oid }) =>
    readWorkflow(`${folder}/${path}`, (await git.blob(oid)).toString('utf8')),
  )
  return Promise.all(files)
}

/** The number by which the API knows a workflow: the same one for the same path. */
export function workflowId(world: World, repository: Repository, path: string): number {
  return world.accountId(`${repository.fullName} workflow ${path}`)
}

function readWorkflow(path: string, text: string): WorkflowFile {
  const document = parsed(text)
  const name = isRecord(document) && typeof document.name === 'string' ? document.name : path
  return { path, name, triggers: triggersOf(isRecord(document) ? document.on : undefined) }
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof YAMLParseError) return undefined
    throw error
  }
}

function triggersOf(on: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(on)) return on
  const names = Array.isArray(on) ? on : [on]
  return Object.fromEntries(names.filter((name) => typeof name === 'string').map((n) => [n, null]))
}

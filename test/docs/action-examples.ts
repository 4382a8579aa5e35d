/** The complete workflows of the actions' pages: those with triggers of their own. */
import { blockData, yamlBlocks } from '../../scripts/check/page-blocks.ts'
import { asWorkflow, jobsOf, type Workflow } from '../../scripts/workflows/model.ts'
import { home } from '../house/tree.ts'

/** One workflow as a page prints it. */
export interface ActionExample {
  /** Folder of the action whose page it is. */
  readonly action: string
  readonly text: string
  readonly workflow: Workflow
}

const isWorkflow = (data: unknown) =>
  typeof data === 'object' && data !== null && 'on' in data && 'jobs' in data

/** In the order of the pages. */
export const actionExamples: readonly ActionExample[] = yamlBlocks(home).flatMap((block) => {
  const [, action] = /^actions\/([^/]+)\/README\.md$/.exec(block.path) ?? []
  const read = blockData(block)
  if (action === undefined || 'finding' in read || !isWorkflow(read.data)) return []
  return [{ action, text: block.text, workflow: asWorkflow(block.path, read.data) }]
})

/** Everything that the jobs of an example use, without what follows the `@`. */
export const usesOf = ({ workflow }: ActionExample): readonly string[] =>
  jobsOf(workflow).flatMap(([, { steps = [] }]) =>
    steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []),
  )

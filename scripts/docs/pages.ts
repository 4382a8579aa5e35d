/** Everything that is generated from the tree into the tree. */
import { textOf } from '../files.ts'
import { actionPages } from './actions.ts'
import { configPages } from './config.ts'
import { conformancePages } from './conformance.ts'
import { differencePages } from './differences.ts'
import { faultPages } from './faults.ts'
import type { Generated, Page } from './page.ts'
import { releaseTypePages } from './release-types.ts'
import { schemaPages } from './schema.ts'
import { stateMachinePages } from './state-machine.ts'
import { workflowPages } from './workflows.ts'

/** How the generated files stand: all of them, those that are missing or old, and those that cannot be generated. */
export interface Staleness {
  readonly count: number
  readonly stale: readonly Page[]
  readonly problems: readonly string[]
}

/** The pages whose file is missing or says something else, and one line for each that could not be generated. */
export async function stalePages(root: string): Promise<Staleness> {
  const schemas = await schemaPages(root)
  const all: Generated[] = [
    ...actionPages(root),
    ...workflowPages(root),
    ...schemas,
    ...configPages(root, schemas),
    ...conformancePages(root),
    ...faultPages(root),
    ...differencePages(root),
    ...stateMachinePages(root),
    ...releaseTypePages(root),
  ]
  const pages = all.filter((page) => 'text' in page)
  return {
    count: all.length,
    stale: pages.filter(({ path, text }) => textOf(root, path) !== text),
    problems: all.flatMap((page) => ('problem' in page ? [`${page.path} ${page.problem}`] : [])),
  }
}

/** Who calls whom: a call tree as GitHub counts it (DESIGN §10 G3). */
import { jobsOf, type Workflow } from './model.ts'
import { suitePath } from './reference.ts'

/** From a workflow down to one that it reaches, both ends included. */
export type Chain = readonly [Workflow, ...Workflow[]]

/** Every chain of calls that starts at the workflow, itself alone first. Throws one line where the calls never end. */
export function chainsFrom(top: Workflow, all: readonly Workflow[]): Chain[] {
  return chainsBelow(top, all, [])
}

function chainsBelow(top: Workflow, all: readonly Workflow[], above: readonly string[]): Chain[] {
  if (above.includes(top.path)) throw new Error(`${top.path}: the calls never end`)
  const below = calledBy(top, all).flatMap((called) =>
    chainsBelow(called, all, [...above, top.path]),
  )
  return [[top], ...below.map((chain): Chain => [top, ...chain])]
}

/** What its jobs call, as far as it lies in this repository: a workflow of the suite, or a neighbour by `./`. */
function calledBy(workflow: Workflow, all: readonly Workflow[]): Workflow[] {
  const [own = ''] = workflow.path.split('.github/')
  return jobsOf(workflow).flatMap(([, { uses = '' }]) => {
    const path = uses.startsWith('./') ? `${own}${uses.slice(2)}` : suitePath(uses)
    return all.filter((other) => other.path === path)
  })
}

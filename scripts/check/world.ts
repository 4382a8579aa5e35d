import { basename, dirname } from 'node:path'
import { filesIn } from '../files.ts'
import { isCalled, jobsOf, ownWorkflows } from '../workflows/model.ts'
import { WORLD_CHANGES, type WorldChange, worldChanges } from '../workflows/world-changes.ts'
import { proofFindings } from './conformance.ts'
import { looked, type Rule } from './rule.ts'

/** Each action and each job of a called workflow has a test that changes the world and sees another result. */
export const world: Rule = {
  name: 'world',
  look(root) {
    const table = worldChanges(root)
    if (table === undefined) return looked(WORLD_CHANGES, [`${WORLD_CHANGES} is missing`])
    const wanted = [...actionsIn(root), ...jobsIn(root)]
    const named = new Set(table.map(([name]) => name))
    return looked(`${wanted.length} actions and jobs`, [
      ...wanted
        .filter((name) => !named.has(name))
        .map((name) => `${name}: no test changes the world for it; name one in ${WORLD_CHANGES}`),
      ...table.flatMap(([name, change]) =>
        wanted.includes(name)
          ? changeFindings(root, change).map((line) => `${name}: ${line}`)
          : [`${name}: in ${WORLD_CHANGES}, and there is no such action or job`],
      ),
    ])
  },
}

const actionsIn = (root: string): string[] =>
  filesIn(root, 'action.yml', 'actions/*/action.yml').map((file) =>
    file === 'action.yml' ? 'plan' : basename(dirname(file)),
  )

const jobsIn = (root: string): string[] =>
  ownWorkflows(root)
    .filter(isCalled)
    .flatMap((workflow) => jobsOf(workflow).map(([id]) => `${workflow.file}/${id}`))

function changeFindings(root: string, change: WorldChange): string[] {
  if (change.none !== undefined) return change.none.trim() === '' ? ['it is not said why not'] : []
  return change.title === undefined ? ['names no test'] : proofFindings(root, change)
}

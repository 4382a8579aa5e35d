import { filesIn, parseYaml, textOf } from '../files.ts'
import {
  asWorkflow,
  exampleWorkflows,
  type Job,
  jobsOf,
  ownWorkflows,
  type Workflow,
} from '../workflows/model.ts'
import { grantDifferences, grantOf, neededBy } from '../workflows/permissions.ts'
import { calledFile } from '../workflows/reference.ts'
import { looked, type Rule } from './rule.ts'

const PAGES = ['README.md', 'docs/**/*.md', 'actions/*/README.md', 'examples/*/README.md']

/**
 * Whoever calls a workflow of the suite (another workflow, a thin file, a page) grants exactly what its call tree
 * asks for: less and GitHub refuses the run, more and the caller gives away what nobody needs.
 */
export const permissions: Rule = {
  name: 'permissions',
  look(root) {
    const suite = ownWorkflows(root)
    const callers = [...suite, ...exampleWorkflows(root), ...pageWorkflows(root)]
    const calls = callers.flatMap((workflow) =>
      jobsOf(workflow)
        .filter(([, job]) => calledFile(job.uses) !== undefined)
        .map(([id, job]) => ({ workflow, id, job })),
    )
    const found = calls.flatMap(({ workflow, id, job }) => callFindings(suite, workflow, id, job))
    return looked(`${calls.length} calls`, [
      ...presence(calls.map(({ workflow }) => workflow.path)),
      ...found,
    ])
  },
}

/** The README and the examples each show at least one call: an empty comparison would prove nothing. */
function presence(paths: readonly string[]): string[] {
  const places = ['README.md', 'examples/']
  return places
    .filter((place) => !paths.some((path) => path.startsWith(place)))
    .map((place) => `${place}: shows no call of a workflow of the suite`)
}

function callFindings(
  suite: readonly Workflow[],
  caller: Workflow,
  id: string,
  job: Job,
): string[] {
  const name = calledFile(job.uses)
  const called = suite.find(({ file }) => file === name)
  if (called === undefined)
    return [`${caller.path}: job ${id} calls ${name}.yml, which does not exist`]
  const differences = grantDifferences(grantOf(caller, job), neededBy(called, suite))
  return differences.map((line) => `${caller.path}: job ${id} ${line} (${name}.yml)`)
}

/** The workflows in the YAML blocks of the pages. */
function pageWorkflows(root: string): Workflow[] {
  return filesIn(root, ...PAGES).flatMap((path) =>
    [...(textOf(root, path) ?? '').matchAll(/^```ya?ml\n(?<yaml>[\s\S]*?)^```/gm)]
      .map(({ groups }) => parseYaml(path, groups?.yaml ?? ''))
      .filter((document) => typeof document === 'object' && document !== null && 'jobs' in document)
      .map((document) => asWorkflow(path, { on: {}, ...(document as object) })),
  )
}

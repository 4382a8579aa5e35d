import type { RunOptions } from '../options.ts'
import { hasStandIn } from '../stand-ins/index.ts'
import { readAction } from '../tree/action-file.ts'
import { type CallTree, entries } from '../tree/call-tree.ts'
import { type Origin, parseUses } from '../tree/uses.ts'
import { asText, isMap, type YamlMap } from '../yaml.ts'

/** Jobs and steps that cannot run: an action that does not exist, and what the sandbox cannot imitate, by name. */
export function checkSteps(tree: CallTree, { suite }: Pick<RunOptions, 'suite'>): string[] {
  return [...entries(tree)].flatMap(({ tree: file }) =>
    [...file.jobs].flatMap(([id, job]) =>
      jobErrors(job, file.origin, suite).map((error) => `${file.file}, job ${id}: ${error}`),
    ),
  )
}

function jobErrors(job: YamlMap, origin: Origin, suite: string): string[] {
  if (job.uses !== undefined)
    return job.steps === undefined ? [] : ['a job has either uses or steps']
  const steps = (Array.isArray(job.steps) ? job.steps : []).filter(isMap)
  return [
    ...(job['runs-on'] === undefined ? ['Required property is missing: runs-on'] : []),
    ...(steps.length === 0 ? ['Required property is missing: steps'] : []),
    ...['container', 'services']
      .filter((key) => job[key] !== undefined)
      .map((key) => `the sandbox has no containers (${key})`),
    ...steps.flatMap((step) => stepErrors(step, origin, suite)),
  ]
}

function stepErrors(step: YamlMap, origin: Origin, suite: string): string[] {
  if (step.uses === undefined) return step.run === undefined ? ['a step needs run or uses'] : []
  const text = asText(step.uses)
  const uses = parseUses(text, origin)
  if (uses?.kind === 'own') return []
  if (uses?.kind === 'suite')
    return readAction(suite, uses.path) ? [] : [`Can't find 'action.yml' for action '${text}'`]
  if (uses?.kind === 'foreign' && hasStandIn(uses.repository, uses.path)) return []
  return [`the sandbox has no stand-in for action '${text.slice(0, 100)}'`]
}

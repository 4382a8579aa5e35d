import { posix } from 'node:path'
import type { KnownContexts } from '../expression/evaluate.ts'
import { isDynamic, matrixLegs } from '../flatten/matrix.ts'
import { runContexts } from '../known-run.ts'
import type { Environment, RunOptions } from '../options.ts'
import type { CallTree } from '../tree/call-tree.ts'
import { calledContexts, environmentOf, knownContext, neverRuns } from '../tree/known-values.ts'
import { asMap, type YamlMap } from '../yaml.ts'

/** A job whose environment wants a review that the run does not have, or does not take the run's branch. */
export function checkEnvironments(tree: CallTree, options: RunOptions): string[] {
  return below(tree, runContexts(tree, options), '', options)
}

function below(
  tree: CallTree,
  contexts: KnownContexts,
  path: string,
  options: RunOptions,
): string[] {
  return [...tree.jobs].flatMap(([id, job]) => {
    if (neverRuns(job, contexts)) return []
    const called = tree.calls.get(id)
    return legContexts(job, contexts).flatMap((leg) =>
      called
        ? below(called, calledContexts(called.document, job, leg), `${path}${id} / `, options)
        : jobErrors(`${path}${id}`, job, leg, options),
    )
  })
}

function legContexts(job: YamlMap, contexts: KnownContexts): KnownContexts[] {
  const { matrix } = asMap(job.strategy)
  if (matrix === undefined || isDynamic(matrix)) return [contexts]
  return matrixLegs(asMap(matrix)).map((leg) => ({ ...contexts, matrix: knownContext(leg) }))
}

function jobErrors(
  path: string,
  job: YamlMap,
  contexts: KnownContexts,
  { environments, ref }: RunOptions,
): string[] {
  const environment = environmentOf(job, contexts)
  if (environment === undefined) return []
  if (environment === 'unknown')
    return [`job ${path}: the sandbox must know the name of the environment before the run`]
  const rules = environments[environment.name]
  return rules ? ruleErrors(path, environment.name, rules, ref) : []
}

function ruleErrors(path: string, name: string, rules: Environment, ref: string): string[] {
  const { reviewers = [], approvedBy, branches } = rules
  const branch = ref.replace(/^refs\/(heads|tags)\//, '')
  if (branches && !branches.some((pattern) => posix.matchesGlob(branch, pattern)))
    return [
      `Branch "${branch}" is not allowed to deploy to ${name} due to environment protection rules. (job ${path})`,
    ]
  if (reviewers.length === 0 || (approvedBy !== undefined && reviewers.includes(approvedBy)))
    return []
  const whose = approvedBy === undefined ? '' : `, ${approvedBy} is not one of them`
  return [
    `waiting: job ${path} needs a review for environment ${name} by ${reviewers.join(' or ')}${whose}`,
  ]
}

import type { RunOptions } from '../options.ts'
import type { CallTree } from '../tree/call-tree.ts'
import { checkCalls } from './calls.ts'
import { checkConcurrency } from './concurrency.ts'
import { checkDispatch } from './dispatch.ts'
import { checkEnvironments } from './environments.ts'
import { checkExpressions } from './expressions.ts'
import { checkLimits } from './limits.ts'
import { checkPermissions } from './permissions.ts'
import { checkSteps } from './steps.ts'

/** Everything for which GitHub would not start the run, one line each; the files are checked as they are shipped. */
export function preflight(tree: CallTree, options: RunOptions): string[] {
  const unreadable = checkExpressions(tree)
  if (unreadable.length > 0) return unreadable
  return [
    ...checkDispatch(tree, options),
    ...checkCalls(tree, options),
    ...checkPermissions(tree, options),
    ...checkLimits(tree),
    ...checkSteps(tree, options),
    ...checkConcurrency(tree, options),
    ...checkEnvironments(tree, options),
  ]
}

import { nodeCommand } from '../adapters/command/node-command.ts'
import type { Runner } from '../adapters/runner/action.ts'
import type { Command } from '../ports/command.ts'

/**
 * The consumer's commands in the checkout of the job, which is that of the default branch. Not tied to the cancellation of
 * the job: making the world safe comes after it.
 */
export function consumerCommand({ context }: Pick<Runner, 'context'>): Command {
  return nodeCommand({ cwd: context.workspace, maxBytes: 1_000_000 })
}

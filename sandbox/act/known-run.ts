import { dispatchInputs } from './event-payload.ts'
import type { KnownContexts } from './expression/evaluate.ts'
import type { RunOptions } from './options.ts'
import type { CallTree } from './tree/call-tree.ts'
import { knownContext } from './tree/known-values.ts'

/** What expressions of the top file can know before the run. */
export function runContexts(tree: CallTree, options: RunOptions): KnownContexts {
  const { ref, sha, repository, actor, event } = options
  const github = {
    ref,
    sha,
    repository,
    actor,
    event_name: event,
    ref_name: ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository_owner: repository.split('/')[0] ?? '',
    run_attempt: String(options.runAttempt),
    run_id: String(options.runId),
    triggering_actor: options.triggeringActor ?? actor,
  }
  return {
    github: knownContext(github),
    inputs: knownContext(dispatchInputs(tree.document, options)),
    vars: knownContext(options.vars),
  }
}

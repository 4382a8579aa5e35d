import type { WorkflowRun } from '../../act/index.ts'
import type { GitHub, Runner, RunStart } from '../index.ts'
import { type ActRunnerOptions, carryOut } from './carry-out.ts'
import { groupOf, startGroups } from './concurrency.ts'
import { startQueue } from './queue.ts'

export type { ActRunnerOptions, RunFrame } from './carry-out.ts'

/** A runner that carries runs out under act. */
export interface ActRunner extends Runner {
  /** What act said about the newest attempt of a run. */
  result(runId: number): WorkflowRun | undefined
  /** Resolves when nothing is running or waiting for its turn. */
  idle(): Promise<void>
  /** Ends what runs, and starts nothing more. */
  close(): Promise<void>
}

/** Takes over the runs of a GitHub: each starts the workflow file of its commit under act. */
export function startActRunner(github: GitHub, options: ActRunnerOptions): ActRunner {
  const results = new Map<number, WorkflowRun>()
  const cancels = new Map<number, AbortController>()
  const stop = new AbortController()
  const queue = startQueue(options.parallel ?? 1)
  const groups = startGroups()
  let entering = Promise.resolve()
  const carry = async (run: RunStart) => {
    if (stop.signal.aborted) return
    const cancel = new AbortController()
    cancels.set(run.runId, cancel)
    const earlier = run.onlyFailed ? results.get(run.runId) : undefined
    const signals = { cancel: cancel.signal, signal: stop.signal }
    const done = await carryOut(github, options, run, { ...signals, earlier })
    cancels.delete(run.runId)
    if (done !== undefined) results.set(run.runId, done)
  }
  const enter = async (run: RunStart) => {
    const group = await groupOf(github, run)
    if (group === undefined) return queue.add(() => carry(run))
    const replaced = { kind: 'completed', conclusion: 'cancelled', at: Date.now() } as const
    groups.enter(group, {
      begin: () => queue.add(() => carry(run).finally(() => groups.leave(group))),
      replaced: () => github.report(run.repository, run.runId, replaced),
    })
  }
  const idle = async () => {
    await entering
    await queue.idle()
  }
  const runner: ActRunner = {
    start: (run) => {
      entering = entering.then(() => enter(run))
    },
    cancel: (runId) => cancels.get(runId)?.abort(),
    result: (runId) => results.get(runId),
    idle,
    async close() {
      stop.abort()
      await idle()
    },
  }
  github.setRunner(runner)
  return runner
}

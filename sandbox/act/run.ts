import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ActEnd, runAct } from './act-process.ts'
import { ExpressionError } from './expression/tokens.ts'
import { forCancelled, forRerun } from './known-results.ts'
import { Recorder } from './log/recorder.ts'
import { Mask } from './mask.ts'
import type { RunOptions } from './options.ts'
import type { WorkflowRun } from './outcome.ts'
import { preflight } from './preflight/index.ts'
import { type Prepared, prepareCalled, prepareFlat } from './prepare.ts'
import { jobsAtCancel, mergePhases, refused, report } from './report.ts'
import { copySuite } from './suite-copy.ts'
import { type CallTree, loadCallTree } from './tree/call-tree.ts'
import { Refusal } from './tree/refusal.ts'

/**
 * Runs a consumer's workflow under act with GitHub's semantics. What GitHub would not start comes back as `refused`;
 * throws only for a fault of the sandbox itself, such as a missing act.
 */
export async function runWorkflow(options: RunOptions): Promise<WorkflowRun> {
  const started = Date.now()
  mkdirSync(options.workdir, { recursive: true })
  try {
    const tree = loadCallTree(options, options.workflow)
    const refusals = preflight(tree, options)
    if (refusals.length > 0) return refused(refusals.join('\n'), options, started)
    copySuite(options.suite, join(options.workdir, 'suite'), tree)
    return await runTree(tree, options, started)
  } catch (error) {
    if (error instanceof Refusal || error instanceof ExpressionError)
      return refused(error.message, options, started)
    throw error
  }
}

async function runTree(tree: CallTree, options: RunOptions, started: number): Promise<WorkflowRun> {
  const earlier = options.rerunFailedOf
  const prepared =
    options.flatten === false
      ? prepareCalled(tree, options)
      : prepareFlat(tree, options, earlier && forRerun(earlier.jobs))
  const phase = await runPhase(prepared, options)
  const run = report(prepared, phase.recorder, phase.end, logFile(options), started)
  if (!phase.end.cancelled || phase.end.stopped) return run
  const settled = jobsAtCancel(run.jobs, prepared, phase.end.cancelled)
  const rest = prepareFlat(tree, options, forCancelled(settled))
  const { cancel: _pressed, ...uncancelled } = options
  const last = await runPhase(rest, uncancelled)
  const after = report(rest, last.recorder, last.end, logFile(options), started)
  return mergePhases({ ...run, jobs: settled }, after)
}

async function runPhase(
  prepared: Prepared,
  options: RunOptions,
): Promise<{ recorder: Recorder; end: ActEnd }> {
  const mask = new Mask([...Object.values(prepared.secrets), options.runtimeToken])
  const files = { log: logFile(options), copies: prepared.places.copies }
  const emit = options.onEvent ?? (() => undefined)
  const recorder = new Recorder(files, mask, prepared.directory, emit)
  try {
    return { recorder, end: await runAct(prepared, options, recorder) }
  } finally {
    recorder.close()
    for (const folder of [prepared.places.cache, prepared.places.copies])
      rmSync(folder, { recursive: true, force: true })
  }
}

function logFile({ workdir }: RunOptions): string {
  return join(workdir, 'run.jsonl')
}

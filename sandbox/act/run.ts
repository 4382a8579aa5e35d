import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ActEnd, runAct } from './act-process.ts'
import { ExpressionError } from './expression/tokens.ts'
import { Recorder } from './log/recorder.ts'
import { Mask } from './mask.ts'
import type { RunOptions } from './options.ts'
import type { WorkflowRun } from './outcome.ts'
import { preflight } from './preflight/index.ts'
import { type Prepared, prepareCalled, prepareFlat } from './prepare.ts'
import { collect, refused } from './report.ts'
import { copySuite } from './suite-copy.ts'
import { loadCallTree } from './tree/call-tree.ts'
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
    copySuite(options.suite, join(options.workdir, 'suite'))
    const prepared =
      options.flatten === false ? prepareCalled(tree, options) : prepareFlat(tree, options)
    return await runPrepared(prepared, options, started)
  } catch (error) {
    if (error instanceof Refusal || error instanceof ExpressionError)
      return refused(error.message, options, started)
    throw error
  }
}

async function runPrepared(
  prepared: Prepared,
  options: RunOptions,
  started: number,
): Promise<WorkflowRun> {
  const mask = new Mask([...Object.values(prepared.secrets), options.runtimeToken])
  const logFile = join(options.workdir, 'run.jsonl')
  const emit = options.onEvent ?? (() => undefined)
  const recorder = new Recorder(logFile, mask, prepared.directory, emit)
  let end: ActEnd
  try {
    end = await runAct(prepared, options, recorder)
  } finally {
    recorder.close()
    rmSync(prepared.places.cache, { recursive: true, force: true })
  }
  return collect(prepared, options, recorder, end, { logFile, started })
}

import type { JobResult } from '../../src/domain/release/outcome.ts'
import type { Strategy } from '../../src/domain/rollout/plan.ts'
import type { Ended, Process } from '../fakes/world.ts'
import type { Rig, Run } from './rig.ts'

/** What a pipeline did, and what nobody expected. */
export interface PipelineOptions {
  readonly version: string
  readonly strategy: Strategy
  /** True when the run dies with its job instead of going on to the last one. */
  readonly diesWhole: () => boolean
  /** How long the next job waits for a runner, milliseconds. */
  readonly queue?: () => number
  /** Gets each job's process, to cancel it. */
  readonly onProcess?: (process: Process) => void
}

/** The jobs of the orchestrated pipeline that write anything, in their order, each a process of its own. */
export async function pipeline(rig: Rig, run: Run, options: PipelineOptions): Promise<unknown[]> {
  const { version, strategy } = options
  const bugs: unknown[] = []
  let dead = false
  const job = async <T>(name: string, work: (process: Process) => Promise<T>) => {
    const wait = options.queue?.() ?? 0
    if (wait > 0) await rig.world.at(rig.world.now + wait)
    const ended = await rig.world.process(`${run.id}.${run.attempt}/${name}`, (process) => {
      options.onProcess?.(process)
      return work(process)
    })
    if (ended.kind === 'bug') bugs.push(ended.error)
    if (ended.kind === 'crashed' && options.diesWhole()) dead = true
    return ended
  }
  const planned = await job('plan', (p) => rig.plan(p, run, version, strategy))
  if (dead) return bugs
  const planHash = planned.kind === 'done' ? planned.value.planHash : undefined
  let deploy: JobResult = 'skipped'
  if (planHash !== undefined) {
    const ended = await job('deploy', (p) =>
      rig.promote(p, run, version, { 'plan-hash': planHash }),
    )
    deploy = deployed(ended)
  }
  if (dead) return bugs
  const froze = planHash !== undefined && deploy !== 'success'
  const frozen = froze ? await job('freeze', (p) => rig.freeze(p, run, version)) : undefined
  if (dead) return bugs
  const results = new Map<string, JobResult>([
    ['pre-flight-validation', planned.kind === 'done' ? 'success' : 'failure'],
    ['observability-gate', planHash === undefined ? 'skipped' : 'success'],
    ['deploy-release', deploy],
    ['auto-freeze-on-observability-failure', froze ? resultOf(frozen) : 'skipped'],
  ])
  await job('finalize', (p) => rig.finalize(p, run, version, results, planHash))
  return bugs
}

function deployed(ended: Ended<{ verdict: { verdict: string } }>): JobResult {
  return ended.kind === 'done' && ended.value.verdict.verdict === 'pass' ? 'success' : 'failure'
}

function resultOf(ended: Ended<unknown> | undefined): JobResult {
  return ended?.kind === 'done' ? 'success' : 'failure'
}

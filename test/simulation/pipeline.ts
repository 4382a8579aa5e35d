import type { Verdict } from '../../src/domain/judging/verdict.ts'
import type { JobResult } from '../../src/domain/release/outcome.ts'
import type { Strategy } from '../../src/domain/rollout/plan.ts'
import type { Ended, Process } from '../fakes/world.ts'
import { passGate } from './gate.ts'
import type { Rig, Run } from './rig.ts'

/** What a pipeline releases, and what happens to its jobs. */
export interface PipelineOptions {
  readonly version: string
  readonly strategy: Strategy
  /** True when the run dies with its job instead of going on to the last one. */
  readonly diesWhole: () => boolean
  /** How long the next job waits for a runner, milliseconds. */
  readonly queue?: () => number
  /** Gets each job's process, to cancel it. */
  readonly onProcess?: (process: Process) => void
  /** The attempt before, of which only what failed runs again, and what comes after it. */
  readonly before?: Attempt | undefined
}

/** What GitHub keeps of an attempt of a run. */
export interface Attempt {
  /** What nobody expected. */
  readonly bugs: readonly unknown[]
  /** Jobs that it did not come to are not among them. */
  readonly results: ReadonlyMap<string, JobResult>
  /** Output of the first job. */
  readonly planHash: string | undefined
}

const PLAN = 'pre-flight-validation'
const GATE = 'observability-gate' as const
const DEPLOY = 'deploy-release'
const FREEZE = 'auto-freeze-on-observability-failure'
const FINALIZE = 'complete-release'

/** The jobs of the orchestrated pipeline that write anything, in their order, each a process of its own. */
export async function pipeline(rig: Rig, run: Run, options: PipelineOptions): Promise<Attempt> {
  const jobs = new Jobs(rig, run, options)
  const { version, strategy, before } = options
  const { results } = jobs
  let planHash = before?.planHash
  if (!jobs.isKept(PLAN)) {
    const planned = await jobs.run(PLAN, 'plan', (p) => rig.plan(p, run, version, strategy))
    planHash = planned?.kind === 'done' ? planned.value.planHash : undefined
  }
  if (planHash === undefined) results.set(DEPLOY, 'skipped')
  else await deployed(jobs, rig, run, { version, planHash })
  if (planHash === undefined || results.get(DEPLOY) === 'success') results.set(FREEZE, 'skipped')
  else await jobs.run(FREEZE, 'freeze', (p) => rig.freeze(p, run, version))
  await jobs.run(
    FINALIZE,
    'finalize',
    (p) => rig.finalize(p, run, version, neededBy(results, planHash), planHash),
    ({ verdict }) => verdict.verdict === 'pass',
  )
  return { bugs: jobs.bugs, results, planHash }
}

/** What the last job is told; where the world has no gate it has passed. */
function neededBy(results: ReadonlyMap<string, JobResult>, planHash: string | undefined) {
  const ungated = planHash === undefined ? 'skipped' : 'success'
  return new Map(results).set(GATE, results.get(GATE) ?? ungated)
}

/** The gate, where the world has one, and what it opens. */
async function deployed(
  jobs: Jobs,
  rig: Rig,
  run: Run,
  of: { readonly version: string; readonly planHash: string },
): Promise<void> {
  const isWell = ({ verdict }: { readonly verdict: Verdict }) => verdict.verdict === 'pass'
  const gate = rig.gated ? GATE : undefined
  if (gate !== undefined && !jobs.isKept(gate))
    await jobs.run(gate, 'gate', (p) => passGate(rig, p, run, of), isWell)
  if (gate !== undefined && jobs.results.get(gate) !== 'success')
    jobs.results.set(DEPLOY, 'skipped')
  else if (!jobs.isKept(DEPLOY)) {
    const inputs = { 'plan-hash': of.planHash, gate }
    await jobs.run(DEPLOY, 'deploy', (p) => rig.promote(p, run, of.version, inputs), isWell)
  }
}

/** The jobs of one attempt. */
class Jobs {
  readonly bugs: unknown[] = []
  readonly results = new Map<string, JobResult>()
  readonly #rig: Rig
  readonly #run: Run
  readonly #options: PipelineOptions
  #isDead = false

  constructor(rig: Rig, run: Run, options: PipelineOptions) {
    this.#rig = rig
    this.#run = run
    this.#options = options
  }

  /** It went well in the attempt before, as did all before it: it stands. */
  isKept(job: string): boolean {
    const isFirst = [...this.results.values()].every((result) => result === 'success')
    if (!isFirst || this.#options.before?.results.get(job) !== 'success') return false
    // Kept ones come first, so that the others are new.
    this.results.set(job, 'success')
    return true
  }

  /** Undefined when the run has died. @param isWell Whether what it answers ends the job well. */
  async run<T>(
    job: string,
    name: string,
    work: (process: Process) => Promise<T>,
    isWell: (value: T) => boolean = () => true,
  ): Promise<Ended<T> | undefined> {
    if (this.#isDead) return undefined
    const { queue, onProcess, diesWhole } = this.#options
    const wait = queue?.() ?? 0
    if (wait > 0) await this.#rig.world.at(this.#rig.world.now + wait)
    const { id, attempt } = this.#run
    const ended = await this.#rig.world.process(`${id}.${attempt}/${name}`, (process) => {
      onProcess?.(process)
      return work(process)
    })
    if (ended.kind === 'bug') this.bugs.push(ended.error)
    if (ended.kind === 'crashed' && diesWhole()) this.#isDead = true
    this.results.set(job, ended.kind === 'done' && isWell(ended.value) ? 'success' : 'failure')
    return ended
  }
}

import { startStepId } from '../flatten/steps.ts'
import type { Result, RunEvent, StepRun } from '../outcome.ts'
import type { ActLine } from './act-line.ts'

/** How a job of the log is called. */
export interface JobNaming {
  readonly path: string
  readonly name: string
  readonly internal: boolean
  /** A leg of a matrix that may not exist in this run. */
  readonly slot: boolean
  /** The name of a step whose own name holds no expression. */
  readonly stepNames: ReadonlyMap<string, string>
  /** What act's debug line shows for an output, and the output's name. */
  readonly outputs: readonly (readonly [string, string])[]
}

/** Finds the naming of the job that a line belongs to; `key` tells jobs apart. */
export interface JobDirectory {
  readonly describe: (line: ActLine) => JobNaming & { readonly key: string }
}

interface Step {
  readonly id: string
  name: string
  outcome: Result
  seconds: number
}

type MaskText = (text: string) => string

/** What the log has said about one job so far. */
export class JobRecord {
  readonly key: string
  readonly path: string
  readonly name: string
  readonly internal: boolean
  readonly outputs: Record<string, string> = {}
  result: Result | undefined
  startedAt: number | undefined
  endedAt: number | undefined
  /** The step that runs. */
  currentStep: string | undefined
  /** Every line that the job's processes wrote, unmasked. */
  readonly received: string[] = []
  readonly #naming: JobNaming
  readonly #steps = new Map<string, Step>()

  constructor(key: string, naming: JobNaming) {
    this.key = key
    this.path = naming.path
    this.name = naming.name
    this.internal = naming.internal
    this.#naming = naming
  }

  /** Steps in the order in which they came. */
  get steps(): readonly StepRun[] {
    return [...this.#steps.values()]
  }

  /** Takes in a line of this job and returns what a live view should hear. */
  read(line: ActLine, at: number, mask: MaskText): RunEvent[] {
    if (line.stepid !== undefined) return this.#setUp(line, at, mask)
    if (line.jobResult !== undefined) return this.#end(line.jobResult, at)
    const id = line.stepID?.[0]
    if (id === undefined || id === startStepId) return []
    if (line.raw_output || line.raw !== undefined) {
      return [this.output(id, (line.raw ?? line.msg).replace(/\r?\n$/, ''), at, mask)]
    }
    return line.stepID?.length === 1 ? this.#step(id, line, at, mask) : []
  }

  /** Takes in a line that a process of a step wrote. */
  output(step: string, text: string, at: number, mask: MaskText): RunEvent {
    this.received.push(text)
    return { kind: 'output', job: this.path, step, line: mask(text), at }
  }

  #setUp(line: ActLine, at: number, mask: MaskText): RunEvent[] {
    this.#readOutput(line, mask)
    if (this.startedAt !== undefined || line.stepid?.[0] !== '--setup-job') return []
    this.startedAt = at
    return [{ kind: 'job-started', job: this.path, name: this.name, at }]
  }

  #end(result: string, at: number): RunEvent[] {
    this.result = result === 'success' || result === 'skipped' ? result : 'failure'
    this.endedAt = at
    if (this.#naming.slot && this.result === 'skipped') return []
    return [{ kind: 'job-ended', job: this.path, result: this.result, at }]
  }

  #step(id: string, line: ActLine, at: number, mask: MaskText): RunEvent[] {
    if (line.stage !== 'Main') return this.#post(id, line)
    if (line.msg.startsWith('⭐ Run Main')) {
      const step = this.#stepOf(id, line, mask)
      this.currentStep = id
      return [{ kind: 'step-started', job: this.path, step: id, name: step.name, at }]
    }
    if (line.stepResult === undefined) return []
    const step = this.#stepOf(id, line, mask)
    step.outcome = asResult(line.stepResult)
    step.seconds = (line.executionTime ?? 0) / 1e9
    const { outcome, seconds } = step
    if (outcome === 'skipped') return []
    return [{ kind: 'step-ended', job: this.path, step: id, outcome, seconds, at }]
  }

  #post(id: string, line: ActLine): RunEvent[] {
    if (line.stage === 'Post' && line.stepResult === 'failure') {
      const key = `post ${id}`
      this.#steps.set(key, { id: key, name: key, outcome: 'failure', seconds: 0 })
    }
    return []
  }

  #stepOf(id: string, line: ActLine, mask: MaskText): Step {
    const known = this.#steps.get(id)
    if (known) return known
    const name = this.#naming.stepNames.get(id) || mask(line.step ?? id)
    const step: Step = { id, name, outcome: 'missing', seconds: 0 }
    this.#steps.set(id, step)
    return step
  }

  /** Outputs show only in a debug line of the evaluation, the same for jobs that failed or were stopped. */
  #readOutput({ msg, level }: ActLine, mask: MaskText): void {
    if (level !== 'debug') return
    const found = /^expression '([\s\S]*)' evaluated to '%!t\(string=([\s\S]*)\)'$/.exec(msg)
    if (!found) return
    const shown = mask(found[1] ?? '')
    for (const [expression, name] of this.#naming.outputs) {
      if (mask(expression) === shown) this.outputs[name] = mask(found[2] ?? '')
    }
  }
}

function asResult(text: string): Result {
  return text === 'success' || text === 'skipped' || text === 'cancelled' ? text : 'failure'
}

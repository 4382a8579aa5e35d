/** How a job or a step ended; `missing` is a job about which act said nothing. */
export type Result = 'success' | 'failure' | 'cancelled' | 'skipped' | 'missing'

/** One step of a job that ran or was skipped. */
export interface StepRun {
  readonly id: string
  readonly name: string
  readonly outcome: Result
  readonly seconds: number
}

/** One job. */
export interface JobRun {
  /** Job id in the flat file. */
  readonly id: string
  /** By job ids: `caller / inner (leg)`; stable across runs. */
  readonly path: string
  /** As GitHub shows it: `Caller name / Inner name (leg)`. */
  readonly name: string
  readonly result: Result
  readonly outputs: Readonly<Record<string, string>>
  /** Milliseconds since the epoch; absent for a job that did not start. */
  readonly startedAt?: number
  readonly endedAt?: number
  readonly steps: readonly StepRun[]
  /** True when the result comes from the earlier attempt. */
  readonly reused?: boolean
}

/** A job summary that one step wrote. */
export interface Summary {
  readonly job: string
  readonly step: string
  readonly markdown: string
}

/** A line of the log that GitHub shows beside the run. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title?: string
  readonly message: string
  readonly job: string
}

/** What a run left behind; every text is masked. */
export interface WorkflowRun {
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'refused'
  /** Why GitHub would not have started it. */
  readonly refusal?: string
  /** What went wrong with act itself: a crash, a job without a result, a time limit. */
  readonly problem?: string
  readonly jobs: readonly JobRun[]
  readonly summaries: readonly Summary[]
  readonly annotations: readonly Annotation[]
  readonly logFile: string
  readonly flatFile: string
  readonly seconds: number
}

/** What a live view gets while the run goes on; `job` is a path, `at` is in milliseconds since the epoch. */
export type RunEvent =
  | {
      readonly kind: 'job-started'
      readonly job: string
      readonly name: string
      readonly at: number
    }
  | {
      readonly kind: 'job-ended'
      readonly job: string
      readonly result: Result
      readonly at: number
    }
  | {
      readonly kind: 'step-started'
      readonly job: string
      readonly step: string
      readonly name: string
      readonly at: number
    }
  | {
      readonly kind: 'step-ended'
      readonly job: string
      readonly step: string
      readonly outcome: Result
      readonly seconds: number
      readonly at: number
    }
  | {
      readonly kind: 'output'
      readonly job: string
      readonly step: string
      readonly line: string
      readonly at: number
    }

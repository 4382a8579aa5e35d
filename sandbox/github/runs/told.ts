import type { Conclusion } from './run.ts'

/** What who carries a run out tells about it; `at` is in milliseconds since the epoch. */
export type RunReport =
  | { readonly kind: 'started' }
  | { readonly kind: 'waiting'; readonly environments: readonly string[] }
  | {
      readonly kind: 'job-started'
      readonly job: string
      readonly name: string
      readonly at: number
    }
  | {
      readonly kind: 'job-ended'
      readonly job: string
      readonly result: string
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
      readonly outcome: string
      readonly at: number
    }
  | {
      readonly kind: 'output'
      readonly job: string
      readonly step: string
      readonly line: string
      readonly at: number
    }
  | {
      readonly kind: 'annotated'
      readonly job: string
      readonly level: 'error' | 'warning' | 'notice'
      readonly title?: string
      readonly message: string
    }
  | { readonly kind: 'completed'; readonly conclusion: Conclusion; readonly at: number }

/** What was told about one job or one of its steps. */
export type ToldOfJob = Extract<RunReport, { readonly job: string; readonly at: number }>

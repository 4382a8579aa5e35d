import type { KnownContexts } from '../expression/evaluate.ts'
import type { Expression } from '../expression/syntax.ts'
import type { Grant } from '../permissions.ts'
import type { CallTree } from '../tree/call-tree.ts'
import type { KnownJob, LegRules } from './plan.ts'

/** What is known about the run before it starts. */
export interface FlattenSettings {
  readonly suite: string
  readonly event: string
  /** Inputs of the top workflow by name, typed; strings stay with act. */
  readonly inputs: Readonly<Record<string, string | number | boolean>>
  readonly secretNames: readonly string[]
  readonly environments: Readonly<Record<string, EnvironmentValues>>
  readonly grant: Grant
  readonly contexts: KnownContexts
  /** Fields of `github` that act leaves empty. */
  readonly github: Readonly<Record<string, string>>
  readonly suiteSha: string
  /** The run may be cancelled: steps are written so that act does not kill them at once. */
  readonly cancellable: boolean
  /** Legs that a matrix known only in the run may have. */
  readonly matrixSlots: number
  /** Results of an earlier attempt. */
  readonly known?: KnownResults
}

/** Secret names and variables of an environment; the secrets reach act as `ENVIRONMENT_<n>_<name>`. */
export interface EnvironmentValues {
  readonly secretNames: readonly string[]
  readonly vars: Readonly<Record<string, string>>
}

/** Which jobs are not run again. */
export interface KnownResults {
  readonly jobs: ReadonlyMap<string, KnownJob>
  /** True after a cancellation: everything listed is settled; else what depends on a job that runs again runs too. */
  readonly settled: boolean
}

/** One workflow file at one place of the call tree. */
export interface Scope {
  readonly tree: CallTree
  /** Start of the flat ids of its jobs. */
  readonly prefix: string
  /** Start of the paths of its jobs: `caller / `. */
  readonly path: string
  /** The same with names, as a YAML string that may hold expressions. */
  readonly title: string
  /** Flat id of the job that carries the inputs; absent at the top. */
  readonly gate?: string
  readonly inputNames: readonly string[]
  readonly secrets: SecretSource
  readonly grant: Grant
  /** Values that are known before the run. */
  readonly known: KnownContexts
  readonly rules: LegRules
  /** False below a job that runs again. */
  readonly reusable: boolean
}

/** The secrets that a file sees. */
export interface SecretSource {
  readonly names: readonly string[]
  /** The expression in the flat file; `''` for one that is not passed. */
  readonly read: (name: string) => Expression
  /** True where GitHub lets a job see the secrets of its environment: at the top and below `inherit`. */
  readonly environments: boolean
}

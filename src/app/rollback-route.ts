import type { Verdict } from '../domain/judging/verdict.ts'
import type { JobResult } from '../domain/release/outcome.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { Releases } from '../ports/releases.ts'
import type { AdvancePorts } from './advance.ts'

/** The steps of a rollback; each job of the workflow is one. */
export const OPERATIONS = [
  'readiness',
  'validate',
  'traffic',
  'hotfix-branch',
  'next-version',
  'packages',
  'finalize',
] as const

export interface RollbackInputs {
  readonly operation: (typeof OPERATIONS)[number]
  readonly rollback_version: string
  readonly rollback_reason: string
  readonly pypi_action: 'yank' | 'leave-as-is' | 'delete-if-possible'
  /** The version to leave; absent means the one that serves. */
  readonly current_version?: string | undefined
  readonly jobs?: ReadonlyMap<string, JobResult> | undefined
  /** Profile of the config. */
  readonly environment?: string | undefined
  readonly 'dry-run': boolean
}

export interface RollbackPorts extends AdvancePorts {
  readonly releases: Releases
  readonly artifacts: Artifacts
  readonly run: { readonly url: string; readonly attempt: number }
  readonly context: { readonly actor: string }
}

export interface RollbackReport {
  readonly verdict: Verdict
  readonly outputs?: Record<string, string>
  readonly summary?: readonly string[]
}

/** From where to where. */
export interface Route {
  readonly product: string
  readonly current: string
  readonly target: string
}

/** The output that every operation has. */
export function base({ current }: Route) {
  return { current_version: current }
}

import type { Permissions } from '../permissions.ts'
import { Refusal } from '../tree/refusal.ts'
import type { YamlMap } from '../yaml.ts'

/** A step as the live view names it; `id` is the one in the flat file. */
export interface PlannedStep {
  readonly id: string
  readonly name: string
  /** Its condition holds in a cancelled run too: a cancellation does not touch it. */
  readonly survives: boolean
}

/** A job of the flat file. */
export interface PlannedJob {
  /** Job id in the flat file. */
  readonly id: string
  /** Path by job ids: `caller / inner`, with the values of a matrix in brackets. */
  readonly path: string
  /** Carries inputs, results or a matrix between real jobs; people do not see it. */
  readonly internal: boolean
  readonly steps: readonly PlannedStep[]
  readonly rules: LegRules
  /** It computes a matrix in the run and stands for all legs when there are none. */
  readonly matrix?: true
  /** Its condition holds in a cancelled run too. */
  readonly survives?: boolean
}

/** What applies to a job because it is, or is called by, a leg of a matrix. */
export interface LegRules {
  /** The leg may not exist: the flat id of the job that computes the matrix in the run. */
  readonly slotOf?: string
  /** Flat ids of earlier legs whose failure cancels this one. */
  readonly stoppedBy: readonly string[]
}

/** Outside of any matrix. */
export const noRules: LegRules = { stoppedBy: [] }

/** A token that one job gets. */
export interface PlannedToken {
  readonly secret: string
  readonly permissions: Permissions
  readonly job: string
}

/** A job whose result is taken over from an earlier attempt or an earlier phase of the run. */
export interface KnownJob {
  readonly path: string
  readonly result: string
  readonly outputs: Readonly<Record<string, string>>
}

/** The flat file while it grows. */
export class Plan {
  readonly jobs: Record<string, YamlMap> = {}
  readonly planned: PlannedJob[] = []
  readonly tokens: PlannedToken[] = []
  readonly reused: KnownJob[] = []

  /** Adds a job. Throws Refusal when the id is taken, because a consumer's job is named like an internal one. */
  add(planned: PlannedJob, job: YamlMap): void {
    if (this.jobs[planned.id])
      throw new Refusal(`job id ${planned.id} is used twice after flattening`)
    this.jobs[planned.id] = job
    this.planned.push(planned)
  }

  /** Registers the token of a job and names the secret that holds it. */
  token(permissions: Permissions, job: string): string {
    const secret = `JOB_TOKEN_${this.tokens.length + 1}`
    this.tokens.push({ secret, permissions, job })
    return secret
  }
}

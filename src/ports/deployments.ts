/** A deployment of GitHub as far as the suite knows it by. */
export interface Deployment {
  readonly id: number
  /** What was said when it was made; anybody may have made it. */
  readonly payload: unknown
}

export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'inactive'

export interface DeploymentStatus {
  readonly state: DeploymentState
  /** At most 140 characters. */
  readonly description: string
}

/** What a deployment is looked up by. */
export interface DeploymentPlace {
  /** 40 hex digits. */
  readonly commit: string
  readonly environment: string
}

export interface NewDeployment extends DeploymentPlace {
  readonly description: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Users are served by the environment. */
  readonly isProduction: boolean
}

/** GitHub's deployments that the suite itself has made. Every method throws `Failure`; none is patient. */
export interface Deployments {
  /** All of a commit in an environment, oldest first. */
  of(place: DeploymentPlace): Promise<readonly Deployment[]>
  create(deployment: NewDeployment): Promise<Deployment>
  /** The newest status; undefined where there is none. */
  latest(id: number): Promise<{ readonly state: string; readonly description: string } | undefined>
  /** @param logUrl Page of the run that says so. */
  report(id: number, status: DeploymentStatus, logUrl: string): Promise<void>
  /** Takes one away that is no longer active. */
  remove(id: number): Promise<void>
}

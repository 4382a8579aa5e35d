import { noteReport } from './runs/report.ts'
import type { WorkflowRun } from './runs/run.ts'
import { noteRun } from './runs/start.ts'
import type { RunReport } from './runs/told.ts'
import type {
  Attestation,
  CommitStatus,
  Deployment,
  Issue,
  Label,
  Release,
  Repository,
} from './store.ts'
import { findRepository, type World } from './world.ts'

/** What a run needs to be known to GitHub; the rest has plain defaults. */
export interface NewRun {
  /** A fresh id unless given. */
  readonly id?: number
  /** Path of the workflow file. */
  readonly workflow: string
  readonly headSha: string
  readonly actor: string
  readonly name?: string
  readonly event?: string
  readonly headBranch?: string
  readonly attempt?: number
  readonly triggeringActor?: string
  readonly inputs?: Readonly<Record<string, string>>
}

/** A look into the store, past the API: for assertions, and for what only GitHub itself does. */
export interface Inspection {
  repository(fullName: string): Repository
  issues(fullName: string): readonly Issue[]
  labels(fullName: string): readonly Label[]
  releases(fullName: string): readonly Release[]
  deployments(fullName: string): readonly Deployment[]
  attestations(fullName: string): readonly Attestation[]
  statuses(fullName: string): readonly CommitStatus[]
  /** The bytes of a published or draft asset, undefined when there is none of that name. */
  assetBytes(fullName: string, tag: string, name: string): Uint8Array | undefined
  /** The text of a file on a branch, undefined when there is none. */
  fileText(fullName: string, branch: string, path: string): Promise<string | undefined>
  /** All runs, oldest first. */
  runs(fullName: string): readonly WorkflowRun[]
  /** Notes what became of the newest attempt of a run: for who carries it out. */
  report(fullName: string, runId: number, report: RunReport): void
  /** Notes that a run exists, as GitHub does when it starts one. */
  addRun(fullName: string, run: NewRun): WorkflowRun
  /** Notes that a person answered a job that waits for an environment. */
  review(
    fullName: string,
    runId: number,
    review: {
      readonly environment: string
      readonly login: string
      readonly state?: 'approved' | 'rejected'
      readonly comment?: string
    },
  ): void
}

/** The look into one world. */
export function inspect(world: World): Inspection {
  const repository = (fullName: string) => {
    const match = findRepository(world, fullName)
    if (match === undefined) throw new Error(`the sandbox has no repository ${fullName}`)
    return match
  }
  return {
    repository,
    issues: (fullName) => repository(fullName).issues,
    labels: (fullName) => [...repository(fullName).labels.values()],
    releases: (fullName) => repository(fullName).releases,
    deployments: (fullName) => repository(fullName).deployments,
    attestations: (fullName) => repository(fullName).attestations,
    statuses: (fullName) => repository(fullName).statuses,
    assetBytes: (fullName, tag, name) =>
      repository(fullName)
        .releases.filter((release) => release.tagName === tag)
        .flatMap((release) => release.assets)
        .find((asset) => asset.name === name)?.bytes,
    fileText: (fullName, branch, path) => fileText(repository(fullName), branch, path),
    runs: (fullName) => [...repository(fullName).runs.values()],
    report(fullName, runId, report) {
      const run = repository(fullName).runs.get(runId)
      if (run === undefined) throw new Error(`${fullName} has no run ${runId}`)
      noteReport(world, repository(fullName), run, report)
    },
    addRun: (fullName, run) => addRun(world, repository(fullName), run),
    review(fullName, runId, { environment, login, state = 'approved', comment = '' }) {
      const run = repository(fullName).runs.get(runId)
      if (run === undefined) throw new Error(`${fullName} has no run ${runId}`)
      run.approvals.push({ environment, login, state, comment })
    },
  }
}

async function fileText({ git }: Repository, branch: string, path: string) {
  const oid = await git.objectAt(`refs/heads/${branch}:${path}`)
  return oid === undefined ? undefined : (await git.blob(oid)).toString('utf8')
}

function addRun(world: World, repository: Repository, run: NewRun): WorkflowRun {
  const { workflow, headSha, actor } = run
  const noted = noteRun(world, repository, {
    id: run.id,
    workflow,
    name: run.name ?? workflow,
    title: run.name ?? workflow,
    event: run.event ?? 'workflow_dispatch',
    headBranch: run.headBranch ?? repository.defaultBranch,
    headSha,
    inputs: run.inputs ?? {},
    payload: {},
    actor,
    triggeringActor: run.triggeringActor,
    attempt: run.attempt,
  })
  noteReport(world, repository, noted, { kind: 'started' })
  return noted
}

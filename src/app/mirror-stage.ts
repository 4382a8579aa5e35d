import { Failure, failureLine } from '../domain/failure.ts'
import { canonical, type Digest } from '../domain/ledger/canonical.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { type StageStatus, stageStatus } from '../domain/rollout/stage-status.ts'
import type { DeploymentStatus, Deployments } from '../ports/deployments.ts'
import type { Log } from '../ports/log.ts'
import { unlessCancelled } from './observe-stage.ts'
import { oneDeployment } from './one-deployment.ts'
import { hasQuickEnd } from './open-end.ts'

/** Shows people outside where a rollout stands. It never throws and never decides: the record does. */
export interface Mirror {
  /** What stands now was shown by who wrote it. */
  begin(entries: readonly Entry[]): void
  /** Show what has changed since. Without a beginning it is asked what is shown. */
  show(entries: readonly Entry[]): Promise<void>
}

export interface MirrorPorts {
  readonly deployments: Deployments
  readonly digest: Digest
  readonly log: Log
  readonly signal: AbortSignal
}

/** Shows nothing. */
export const NO_MIRROR: Mirror = { begin: () => undefined, show: async () => undefined }

/**
 * Mirror one release on GitHub's page of deployments: a deployment a plan, a status a stage, and one for its end.
 * @param environment As the config has it; undefined: the profile of the plan, without one `production`.
 */
export function mirrorStages(
  environment: string | undefined,
  runUrl: string,
  ports: MirrorPorts,
): Mirror {
  const { deployments, log, signal } = ports
  let known: string | undefined
  let id: number | undefined
  let isOff = false
  const post = async (status: StageStatus, entries: readonly Entry[]) => {
    id ??= await oneDeployment(environment, entries, ports)
    const said = described(status, entries, ports.digest)
    const isShown = known === undefined && isSame(await deployments.latest(id), status)
    if (!isShown) await report(id, said, runUrl, deployments)
    known = status.text
  }
  const tried = async (status: StageStatus, entries: readonly Entry[]) => {
    try {
      await post(status, entries)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      id = undefined
      isOff = error.code === 'forbidden'
      log.warning(`not shown among the deployments: ${status.text}: ${failureLine(error)}`)
    }
  }
  return {
    begin(entries) {
      known = stageStatus(entries)?.text ?? ''
    },
    async show(entries) {
      const status = stageStatus(entries)
      if (isOff || status === undefined || status.text === known) return
      // A cancelled job has seconds, and traffic to take back.
      if (status.state === 'in_progress')
        await unlessCancelled(() => tried(status, entries), signal)
      else await tried(status, entries)
    },
  }
}

/** The chain's head beside it: a branch that is written anew cannot change what was shown before. */
function described(
  { state, text }: StageStatus,
  entries: readonly Entry[],
  digest: Digest,
): DeploymentStatus {
  const head = entries.at(-1)
  const hash = head === undefined ? '' : digest(canonical(head))
  return { state, description: `${text}${MARK}${head?.seq} ${hash}` }
}

const MARK = ' | record '

function isSame(
  shown: { readonly state: string; readonly description: string } | undefined,
  { state, text }: StageStatus,
): boolean {
  return shown?.state === state && shown.description.startsWith(`${text}${MARK}`)
}

/** Said once more only where the first time was lost. */
async function report(
  id: number,
  status: DeploymentStatus,
  runUrl: string,
  deployments: Deployments,
): Promise<void> {
  try {
    await deployments.report(id, status, runUrl)
  } catch (error) {
    if (!hasQuickEnd(error)) throw error
    const shown = await deployments.latest(id)
    if (shown?.description === status.description && shown.state === status.state) return
    await deployments.report(id, status, runUrl)
  }
}

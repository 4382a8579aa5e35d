import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { canonical, type Digest } from '../domain/ledger/canonical.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { trackingMarkerText } from '../domain/ledger/freeze.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import { noKey } from '../domain/ledger/trust.ts'
import { spoken } from '../domain/release/spoken.ts'
import { TRACKING_LABELS } from '../domain/release/tracking.ts'
import { trackingBody, trackingTitle } from '../domain/report/tracking-issue.ts'
import { assertKept } from '../domain/rollout/clock.ts'
import { proveAhead } from '../domain/rollout/downtime-ahead.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import { assertProbed } from '../domain/rollout/probed.ts'
import { assertStaged } from '../domain/rollout/staged.ts'
import { BACK, type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Clock } from '../ports/clock.ts'
import type { ImageRegistry } from '../ports/image-registry.ts'
import type { Releases } from '../ports/releases.ts'
import type { Traffic } from '../ports/traffic.ts'
import { recordLift } from './freeze.ts'
import { type FreezePorts, readFreeze } from './freeze-state.ts'
import { proveImages } from './inspect-images.ts'
import { makePlan, type PlanRequest } from './make-plan.ts'
import { oneIssue, sinceEntry } from './one-issue.ts'
import { findSlots, proveChanged, proveReleased, proveServing } from './rollback-target.ts'
import { assertRoutable } from './routable.ts'
import { IN_FLIGHT_MS } from './shift-traffic.ts'

export interface PlanPorts extends FreezePorts {
  readonly releases: Releases
  /** Absent where the config names no traffic: then only the release is proved as rollback target. */
  readonly traffic: Traffic | undefined
  readonly clock: Clock
  readonly digest: Digest
  readonly registry: ImageRegistry
}

export interface Planned {
  readonly plan: Plan
  readonly planHash: string
  /** 0 in a dry run and where issues are switched off. */
  readonly issue: number
  /** Who lifted a freeze that was found closed. */
  readonly liftedBy: string | undefined
  readonly resumed: boolean
  /** The record afterwards; empty in a dry run. */
  readonly entries: readonly Entry[]
}

/** Rules that forbid the job's push to the ledger's branch: GITHUB_TOKEN can never bypass a ruleset. */
const FORBIDDING = [
  'update',
  'pull_request',
  'required_status_checks',
  'required_deployments',
  'merge_queue',
  'workflows',
  'code_scanning',
]

/**
 * Plan one release: everything that could stop it later is asked first, and nothing is written before the last
 * question. @throws Failure naming what stands in the way and what removes it.
 */
export async function planRelease(
  request: PlanRequest,
  config: Config,
  ports: PlanPorts,
  run: { readonly url: string; readonly dryRun: boolean },
): Promise<Planned> {
  const scope = { product: config.product, channel: request.channel }
  const freeze = await readFreeze(scope, ports)
  if (freeze.frozen) throw new Failure('frozen', freeze.reason)
  await checkRules(ports)
  const plan = await makePlan(request, config, ports)
  assertPossible(plan, config, ports)
  await proveImages(plan.artefacts, config, ports.registry)
  proveChanged(plan, await proveReleased(plan.baseline, config, ports))
  const slots = ports.traffic && (await findSlots(plan.baseline, ports.traffic))
  const planHash = ports.digest(canonical(plan))
  const resumed = await checkOpen(plan, planHash, ports)
  if (!resumed) proveAhead(plan, ports.clock.now().toISOString())
  assertStaged(plan, await ports.ledger.entries(keyOf(plan)))
  if (!resumed && slots !== undefined) await proveServing(plan.baseline, slots, ports.traffic)
  const lift = 'lift' in freeze ? freeze.lift : undefined
  const planned = { plan, planHash, resumed, liftedBy: lift?.by }
  if (run.dryRun) return { ...planned, issue: 0, entries: [] }
  if (lift !== undefined) await recordLift(lift, ports.ledger)
  const entries = await record(plan, planHash, ports)
  const since = sinceEntry(entries[0]?.time ?? ports.clock.now().toISOString())
  const isOneOfSeveral = config.products !== undefined
  const issue = await track(plan, planHash, { runUrl: run.url, since, isOneOfSeveral }, ports)
  return { ...planned, issue, entries }
}

/** @throws Failure for what no clock keeps, nobody could sign, or the router cannot be told. */
function assertPossible(plan: Plan, config: Config, { ledger }: PlanPorts): void {
  assertKept(plan)
  assertProbed(plan, config)
  if (plan.conditions?.approval === 'signed' && !ledger.canSign)
    throw noKey('conditions.approval is signed')
  assertRoutable(plan.stages, config)
}

async function checkRules({ repository }: PlanPorts): Promise<void> {
  const rules = await repository.branchRules('release-ledger')
  const forbidding = rules.filter((type) => FORBIDDING.includes(type))
  if (forbidding.length > 0)
    throw new Failure(
      'refused',
      `the rules ${forbidding.join(', ')} hold for the branch release-ledger`,
      'Exclude that branch from the ruleset; deletion and non_fast_forward may stay',
    )
}

/** One release of a channel at a time; the same plan goes on where it stopped. */
async function checkOpen(
  plan: Plan,
  planHash: string,
  { ledger, clock }: PlanPorts,
): Promise<boolean> {
  const own = openReleasePath(plan)
  const folder = own.slice(0, own.lastIndexOf('/') + 1)
  const open = [...(await ledger.markers(folder)).keys()]
  const other = open.find((path) => path !== own)
  if (other !== undefined)
    throw new Failure('busy', `another release is open: ${other}`, 'Let it end, or roll it back')
  const entries = await ledger.entries(keyOf(plan))
  const rollout = rolloutOf(entries)
  if (rollout?.result !== undefined && isMoving(rollout, entries, clock.now()))
    throw new Failure(
      'busy',
      `run ${rollout.pending?.run} is moving the traffic of ${plan.version}`,
      'Let it end; has it died, take the release back once more',
    )
  const resumed = open.includes(own) && rollout !== undefined && rollout.result === undefined
  if (resumed && rollout.planHash !== planHash)
    throw new Failure(
      'other-plan',
      `release ${plan.version} is open with another plan (${rollout.planHash})`,
      'Roll it back before planning it anew',
    )
  return resumed
}

/** A way back is gone to its end however late; any other step has happened soon, or never will. */
function isMoving({ pending }: Rollout, entries: readonly Entry[], now: Date): boolean {
  if (pending === undefined || pending.stage === BACK) return pending !== undefined
  const begun = entries.findLast(({ kind }) => kind === 'intent')?.time ?? ''
  return now.getTime() - Date.parse(begun) < IN_FLIGHT_MS
}

export function keyOf({ product, channel, version }: Plan) {
  return { product, channel, version }
}

/** Whoever was faster is asked for again: the release may be open by now, or another one. */
async function record(plan: Plan, planHash: string, ports: PlanPorts): Promise<readonly Entry[]> {
  return ports.ledger.append(keyOf(plan), async (entries) => {
    if (await checkOpen(plan, planHash, ports)) return undefined
    assertStaged(plan, entries)
    return {
      draft: { kind: 'plan', payload: { plan } },
      planHash,
      open: ({ seq, time }) => ({
        path: openReleasePath(plan),
        text: JSON.stringify({ seq, time, planHash }),
      }),
    }
  })
}

interface Tracking {
  readonly runUrl: string
  readonly since: Date
  readonly isOneOfSeveral: boolean
}

/** The tracking issue: a new one, or the one of an earlier attempt begun anew. 0 where issues are switched off. */
async function track(
  plan: Plan,
  planHash: string,
  { runUrl, since, isOneOfSeveral }: Tracking,
  ports: PlanPorts,
): Promise<number> {
  const content = {
    title: trackingTitle(plan),
    body: trackingBody({ plan, planHash, runUrl, jobs: [], note: '', isOneOfSeveral }),
    labels: [...TRACKING_LABELS, spoken(plan.version)],
  }
  const marker = trackingMarkerText(plan.product, plan.version)
  try {
    const { issue, created } = await oneIssue(marker, content, ports, { since })
    if (!created) await ports.issues.update(issue.number, content)
    return issue.number
  } catch (error) {
    if (error instanceof Failure && error.code === 'gone') return 0
    throw error
  }
}

import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import { chooseSlot, type SlotState, type TargetKind } from '../domain/smoke/target.ts'
import type { Traffic } from '../ports/traffic.ts'

export interface TargetRequest {
  readonly kind: TargetKind
  readonly version: string
  /** Start the version in the idle slot first. */
  readonly prepare: boolean
}

/** Where the checks go. */
export interface Target {
  /** Base URL without slash at the end; undefined when the checks address no slot. */
  readonly url: string | undefined
  /** For people. */
  readonly text: string
  /** Whether the version under test answers there; undefined when nobody was asked. */
  readonly evidence: Evidence | undefined
}

export interface TargetPorts {
  readonly traffic: Traffic
  readonly start: (version: string, slot: string) => Promise<void>
}

export const NO_TARGET: Target = { url: undefined, text: 'none', evidence: undefined }

/**
 * Find the slot, start the version there where that is asked for, and ask the slot itself for its version. A slot that
 * has traffic is never started anew.
 * @throws Failure when router, slots or the deploy command refuse.
 */
export async function findTarget(
  request: TargetRequest,
  config: Config,
  ports: TargetPorts,
): Promise<Target> {
  const { kind, version } = request
  if (kind === 'none') return NO_TARGET
  const chosen = chooseSlot(kind, version, await slotStates(request, ports.traffic))
  if (chosen === undefined)
    throw new Failure(
      'busy-slot',
      `no slot is idle, and none runs ${version}`,
      'End the rollout that has the traffic first',
    )
  const starts = request.prepare && (chosen.weight === 0 || chosen.version !== version)
  if (starts) await ports.start(version, chosen.slot)
  const answers = starts ? await ports.traffic.versionIn(chosen.slot) : chosen.version
  return target({ ...chosen, version: answers }, version, config)
}

/**
 * The slots that come into question, with weight and version. What runs in an idle slot is not asked when it is about
 * to be replaced: it may be the broken one of last time. @throws Failure for another slot that cannot be asked.
 */
async function slotStates(
  { kind, prepare }: TargetRequest,
  traffic: Traffic,
): Promise<readonly SlotState[]> {
  const all = Object.entries(await traffic.weights())
  const idle = kind === 'idle-slot' ? all.filter(([, weight]) => weight === 0) : []
  const states = (idle.length === 0 ? all : idle).map(async ([slot, weight]) => {
    const replaced = prepare && weight === 0
    return { slot, weight, version: replaced ? undefined : await traffic.versionIn(slot) }
  })
  return Promise.all(states)
}

function target({ slot, weight, version }: SlotState, wanted: string, config: Config): Target {
  const { traffic } = config
  const own = traffic?.slots[slot]?.url
  // With all of the traffic the slot is tested the way its users reach it.
  const url = weight === 100 ? (traffic?.endpoint ?? own) : own
  return {
    url: url?.replace(/\/$/, ''),
    text: `slot ${slot} at ${weight} %`,
    evidence: {
      name: 'version',
      verdict: version === wanted ? 'pass' : 'fail',
      question: `version of slot ${slot}`,
      answer: version ?? 'nothing answers',
      limit: wanted,
    },
  }
}

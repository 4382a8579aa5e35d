import { Failure } from '../domain/failure.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { weightsText } from './held.ts'
import { insist } from './insist.ts'
import { allBack } from './roll-back.ts'
import { assertSamePlan, type Hand, record, type ShiftPorts } from './shift-traffic.ts'

/**
 * Users first: the traffic goes back before anything is written, because a cancelled job has seconds and the record may
 * be out of reach. Where moving it fails the recorded way back is tried all the same. Has another run completed the
 * release meanwhile, its weights are set again: the record has the last word.
 * @param why In words for the log.
 */
export async function safeFirst<T>(
  why: string,
  hand: Hand,
  ports: ShiftPorts,
  write: () => Promise<T>,
): Promise<T> {
  const takeBack = async () => {
    const to = await allBack(hand, ports)
    await ports.traffic.shift(to)
    ports.log.info(`${weightsText(to)}: ${why}`)
  }
  const isBack = await tried('the traffic is not back yet', ports, takeBack)
  try {
    return await write()
  } catch (error) {
    if (!isBack) await tried('the traffic is not back', ports, () => insist(takeBack, ports))
    await tried('the recorded weights are not set again', ports, () => asCompleted(hand, ports))
    throw error
  }
}

/** Whether it could be done. */
async function tried(
  what: string,
  { log }: ShiftPorts,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(`${what}: ${error.message}`)
    return false
  }
}

/** Written before it is done, because only a write is sure to see a plan made anew that a read does not show yet. */
async function asCompleted({ release }: Hand, ports: ShiftPorts): Promise<void> {
  const { traffic, log } = ports
  const completed = await longerRecord(release, ports)
  const rollout = rolloutOf(completed)
  if (rollout?.result !== 'completed' || rollout.weights === undefined) return
  const { weights: to, stage } = rollout
  const from = await traffic.weights()
  if (weightsText(from) === weightsText(to)) return
  const reason = 'another run has completed the release'
  const draft = { kind: 'intent', payload: { effect: 'shift', stage, reason, from, to } } as const
  await ports.ledger.append(release, (entries) => {
    // What lags behind is refused by GitHub, and read again.
    if (entries.length >= completed.length) assertSamePlan(entries, rollout)
    return { draft, planHash: rollout.planHash }
  })
  await traffic.shift(to)
  log.info(`${reason}: ${weightsText(to)}`)
  const outcome = { effect: 'shift', stage, weights: to } as const
  await record({ release, rollout }, { kind: 'outcome', payload: outcome }, ports)
}

/** An answer may lag behind the one that has told of an end; a record only grows. */
async function longerRecord(release: ReleaseKey, { ledger }: ShiftPorts) {
  const known = await ledger.entries(release)
  ledger.refresh()
  const fresh = await ledger.entries(release)
  return fresh.length < known.length ? known : fresh
}

import { Failure } from '../domain/failure.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { weightsText } from './held.ts'
import { insist } from './insist.ts'
import { allBack } from './roll-back.ts'
import type { Hand, ShiftPorts } from './shift-traffic.ts'

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
  record: () => Promise<T>,
): Promise<T> {
  const takeBack = async () => {
    const to = await allBack(hand, ports)
    await ports.traffic.shift(to)
    ports.log.info(`${weightsText(to)}: ${why}`)
  }
  const isBack = await tried('the traffic is not back yet', ports, takeBack)
  try {
    return await record()
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

async function asCompleted({ release }: Hand, { ledger, traffic, log }: ShiftPorts): Promise<void> {
  const known = await ledger.entries(release)
  ledger.refresh()
  const fresh = await ledger.entries(release)
  // An answer may lag behind the one that has told of the end; a record only grows.
  const rollout = rolloutOf(fresh.length < known.length ? known : fresh)
  if (rollout?.result !== 'completed' || rollout.weights === undefined) return
  if (weightsText(await traffic.weights()) === weightsText(rollout.weights)) return
  await traffic.shift(rollout.weights)
  log.info(`another run has completed the release: ${weightsText(rollout.weights)}`)
}

import { Failure } from '../domain/failure.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { weightsText } from './observe-stage.ts'
import { allBack, type Hand, type ShiftPorts } from './shift-traffic.ts'

/**
 * A cancelled job has seconds: the traffic first, without a record, which follows. Where moving it fails the recorded
 * way back is tried all the same. Has another run completed the release in these seconds, its weights are set again:
 * the record has the last word.
 */
export async function safeFirst<T>(
  hand: Hand,
  ports: ShiftPorts,
  record: () => Promise<T>,
): Promise<T> {
  await tried('the traffic is not back yet', ports, () => takeTraffic(hand, ports))
  try {
    return await record()
  } catch (error) {
    await tried('the recorded weights are not set again', ports, () => asCompleted(hand, ports))
    throw error
  }
}

async function tried(what: string, { log }: ShiftPorts, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(`the job was cancelled and ${what}: ${error.message}`)
  }
}

async function takeTraffic(hand: Hand, ports: ShiftPorts): Promise<void> {
  const to = await allBack(hand, ports)
  await ports.traffic.shift(to)
  ports.log.info(`the job was cancelled: ${weightsText(to)}`)
}

async function asCompleted({ release }: Hand, { ledger, traffic, log }: ShiftPorts): Promise<void> {
  ledger.refresh()
  const rollout = rolloutOf(await ledger.entries(release))
  if (rollout?.result !== 'completed' || rollout.weights === undefined) return
  if (weightsText(await traffic.weights()) === weightsText(rollout.weights)) return
  await traffic.shift(rollout.weights)
  log.info(`another run has completed the release: ${weightsText(rollout.weights)}`)
}

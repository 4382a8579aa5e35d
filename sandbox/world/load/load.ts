import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { adopt, goneWithin } from '../children.ts'
import { type LoadCounts, NO_LOAD } from './counts.ts'

/** How much of what is sent to whom. */
export interface LoadPlan {
  /** Address of the router's front. */
  readonly url: string
  readonly ratePerSecond: number
  readonly connections: number
  /** Different customers; each order comes from one of them. */
  readonly customers: number
  readonly seed: number
}

/** A load that is running. */
export interface Load {
  /** Counts as of at most 200 ms ago. */
  counts(): LoadCounts
  /** Ends the load; the final counts. A second call gives the same. */
  stop(): Promise<LoadCounts>
}

const GENERATOR = fileURLToPath(new URL('./generator.ts', import.meta.url))

/** Starts sending orders, in a process of its own so that it does not slow down the servers here. */
export async function startLoad(plan: Partial<LoadPlan> & { readonly url: string }): Promise<Load> {
  const complete = { ratePerSecond: 120, connections: 10, customers: 500, seed: 1, ...plan }
  const execArgv = ['--disable-warning=ExperimentalWarning']
  const child = await adopt(
    fork(GENERATOR, { execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
  )
  let counts = NO_LOAD
  child.on('message', (message) => {
    counts = message as LoadCounts
  })
  child.send(complete)
  let ended: Promise<LoadCounts> | undefined
  const end = async () => {
    // The generator reports once more and ends; what is left of it after 2 s is killed.
    if (child.connected) child.send('stop')
    await goneWithin(child, 2000)
    return counts
  }
  return {
    counts: () => counts,
    stop: () => {
      ended ??= end()
      return ended
    },
  }
}

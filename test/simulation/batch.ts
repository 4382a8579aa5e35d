import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Case } from './case.ts'

/** A row of seeds for one worker. */
export interface Asked {
  readonly from: number
  readonly seeds: number
  /** End at the first violation. */
  readonly stop: boolean
}

/** What a row of seeds led to. */
export interface Batch {
  readonly seeds: number
  readonly violations: readonly string[]
  /** The first that led to a violation. */
  readonly failing?: Case | undefined
  /** `<fault> <site>` that struck. */
  readonly struck: readonly string[]
  /** How releases ended. */
  readonly results: readonly string[]
}

export interface SpreadOptions extends Asked {
  /** Processes at once. */
  readonly workers: number
  /** Folder of the project whose sources are played. */
  readonly root: string
  /** Told after each batch how many seeds are done. */
  readonly progress?: (done: number) => void
}

/** Seeds of one message: some hundred milliseconds. */
const SIZE = 100

/** Play seeds in processes of their own. @throws Error when one of them dies. */
export async function spread(options: SpreadOptions): Promise<Batch> {
  const batches: Batch[] = []
  let next = options.from
  const end = options.from + options.seeds
  const take = (): Asked | undefined => {
    if (next >= end || (options.stop && batches.some((b) => b.failing !== undefined))) return
    const from = next
    next = Math.min(end, from + SIZE)
    return { from, seeds: next - from, stop: options.stop }
  }
  let done = 0
  const keep = (batch: Batch) => {
    batches.push(batch)
    done += batch.seeds
    options.progress?.(done)
  }
  await Promise.all(Array.from({ length: options.workers }, () => work(options.root, take, keep)))
  return merged(batches)
}

async function work(
  root: string,
  take: () => Asked | undefined,
  keep: (batch: Batch) => void,
): Promise<void> {
  const worker = fork(join(root, 'test/simulation/worker.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const ended = once(worker, 'exit')
  const died = ended.then(([code, signal]) => {
    throw new Error(`a worker of the simulation ended with ${code ?? signal}`)
  })
  died.catch(() => undefined)
  try {
    for (let asked = take(); asked !== undefined; asked = take()) {
      const answered = once(worker, 'message')
      worker.send(asked)
      const [batch] = await Promise.race([answered, died])
      keep(batch)
    }
  } finally {
    if (worker.connected) worker.disconnect()
    await ended
  }
}

function merged(batches: readonly Batch[]): Batch {
  const all = <T>(of: (batch: Batch) => readonly T[]) => [...new Set(batches.flatMap(of))]
  const failing = batches.flatMap((b) => b.failing ?? []).sort((a, b) => a.seed - b.seed)
  return {
    seeds: batches.reduce((sum, b) => sum + b.seeds, 0),
    violations: all((b) => b.violations),
    failing: failing[0],
    struck: all((b) => b.struck),
    results: all((b) => b.results),
  }
}

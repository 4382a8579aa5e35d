/** Work that runs in its order, a few at a time. */
export interface Queue {
  /** Takes work in; what it throws is thrown by `idle`. */
  add(work: () => Promise<void>): void
  /** Resolves when all work is done. Throws the first failure. */
  idle(): Promise<void>
}

/** A queue that does `parallel` things at the same time. */
export function startQueue(parallel: number): Queue {
  const waiting: (() => Promise<void>)[] = []
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  const next = () => {
    const work = running.size < parallel ? waiting.shift() : undefined
    if (work === undefined) return
    const task = work()
      .catch((error) => {
        failures.push(error)
      })
      .finally(() => {
        running.delete(task)
        next()
      })
    running.add(task)
  }
  return {
    add(work) {
      waiting.push(work)
      next()
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
      if (failures.length > 0) throw failures.shift()
    },
  }
}

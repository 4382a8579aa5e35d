interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** Virtual time: nothing waits, the clock jumps to whoever is next. */
export class Timeline {
  now: number
  #sleepers: Sleeper[] = []

  constructor(now: number) {
    this.now = now
  }

  /** Resolves when it is so late. Who comes first of two for the same moment is woken first. */
  at(time: number): Promise<void> {
    return new Promise((wake) => {
      const index = this.#sleepers.findIndex((s) => s.at > time)
      this.#sleepers.splice(index < 0 ? this.#sleepers.length : index, 0, { at: time, wake })
    })
  }

  /** Wake the next; false when nobody sleeps. */
  next(): boolean {
    const next = this.#sleepers.shift()
    if (next === undefined) return false
    this.now = Math.max(this.now, next.at)
    next.wake()
    return true
  }

  /** Whoever still sleeps belongs to a dead process. */
  clear(): void {
    this.#sleepers = []
  }
}

import { Failure } from '../../src/domain/failure.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Effect } from './effect.ts'

/** What goes wrong with one call: nothing, an error or the death of the process, before or after its effect. */
export type Fault = 'none' | 'fail-before' | 'fail-after' | 'crash-before' | 'crash-after'

/** One call of a port, as the fault plan sees it. */
export interface Call {
  readonly process: string
  readonly site: string
  /** Counts the calls of this process from 0. */
  readonly index: number
}

export interface WorldOptions {
  readonly random: () => number
  readonly faults: (call: Call) => Fault
  /** Longest time in ms that a read may lag behind a write. */
  readonly lag?: number
  /** Share of calls that take up to eight seconds. */
  readonly slow?: number
  /** Keep every call for a replay; off where many seeds run. */
  readonly trace?: boolean
}

/** How a process ended. */
export type Ended<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'crashed' }
  /** Nobody expects this one. */
  | { readonly kind: 'bug'; readonly error: unknown }

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

const START = Date.UTC(2026, 0, 1)
const MOST_STEPS = 20_000

/** Virtual time, processes and faults. Nothing here waits in real time: the clock jumps to whoever is next. */
export class World {
  now = START
  /** No more faults: what follows must converge. */
  calm = false
  readonly random: () => number
  readonly lag: number
  readonly trace: string[] = []
  /** Kinds of faults that struck, by site. */
  readonly struck = new Set<string>()
  readonly #options: WorldOptions
  readonly #watchers: ((effect: Effect) => void)[] = []
  #sleepers: Sleeper[] = []
  #tasks = 0

  constructor(options: WorldOptions) {
    this.#options = options
    this.random = options.random
    this.lag = options.lag ?? 0
  }

  watch(watcher: (effect: Effect) => void): void {
    this.#watchers.push(watcher)
  }

  /** Something that others can see has happened. */
  emit(effect: Effect): void {
    for (const watcher of this.#watchers) watcher(effect)
  }

  note(line: string): void {
    if (this.#options.trace === true) this.trace.push(`${this.now - START} ${line}`)
  }

  /** Mostly quick, now and then seconds. */
  latency(): number {
    const slow = this.random() < (this.#options.slow ?? 0)
    return Math.ceil(this.random() * (slow ? 8000 : 200))
  }

  faultOf(call: Call): Fault {
    const fault = this.calm ? 'none' : this.#options.faults(call)
    if (fault !== 'none') this.struck.add(`${fault} ${call.site}`)
    return fault
  }

  /** Resolves when virtual time has come so far. */
  at(time: number): Promise<void> {
    return new Promise((wake) => {
      const index = this.#sleepers.findIndex((s) => s.at > time)
      this.#sleepers.splice(index < 0 ? this.#sleepers.length : index, 0, { at: time, wake })
    })
  }

  /** Start something that lives in the world; `run` ends when all of them have. */
  task(work: () => Promise<void>): void {
    this.#tasks++
    work().finally(() => this.#tasks--)
  }

  /** Run until every task has ended. */
  async run(): Promise<void> {
    for (let steps = 0; ; steps++) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#tasks === 0) break
      const next = this.#sleepers.shift()
      if (next === undefined) throw new Error('every task waits and nobody wakes them')
      if (steps > MOST_STEPS) throw new Error('the world does not come to rest')
      this.now = Math.max(this.now, next.at)
      next.wake()
    }
    // Whoever still sleeps belongs to a dead process.
    this.#sleepers = []
  }

  /** A process of a runner: it may die at any call, and then nothing of it goes on. */
  async process<T>(name: string, work: (process: Process) => Promise<T>): Promise<Ended<T>> {
    const process = new Process(this, name)
    const life = work(process).then(
      (value): Ended<T> => ({ kind: 'done', value }),
      (error): Ended<T> =>
        error instanceof Failure ? { kind: 'failed', failure: error } : { kind: 'bug', error },
    )
    const ended = await Promise.race([life, process.death])
    this.note(`${name} ${ended.kind}${ended.kind === 'failed' ? ` ${ended.failure.message}` : ''}`)
    return ended
  }
}

/** How a call of a port meets the world. */
export interface Meeting<T> {
  readonly site: string
  readonly effect: () => T
  /** The answer when it got lost; without it a lost answer is a `Failure`. */
  readonly lost?: () => T
  /** Of the effect, when a failure or a death left it open whether it happened. */
  readonly doubt?: Effect
}

export class Process {
  readonly name: string
  readonly world: World
  readonly death: Promise<{ readonly kind: 'crashed' }>
  readonly #abort = new AbortController()
  #die: () => void = () => undefined
  #dead = false
  #calls = 0

  constructor(world: World, name: string) {
    this.world = world
    this.name = name
    this.death = new Promise((resolve) => {
      this.#die = () => resolve({ kind: 'crashed' })
    })
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** The job is cancelled: the process learns it and goes on. */
  cancel(): void {
    this.world.note(`${this.name} is cancelled`)
    this.#abort.abort()
  }

  /** One call of a port: it takes time, and the fault plan says how it ends. */
  async meet<T>(meeting: Meeting<T>): Promise<T> {
    const { world, name } = this
    const { site } = meeting
    const fault = world.faultOf({ process: name, site, index: this.#calls++ })
    await world.at(world.now + world.latency())
    if (this.#dead || fault === 'crash-before') return this.#crash(site, fault)
    if (fault === 'fail-before') {
      world.note(`${name} ${site} failed before`)
      return this.#unanswered(meeting, 'connection')
    }
    const answer = meeting.effect()
    world.note(`${name} ${site} ${fault} ${JSON.stringify(answer)}`)
    if (fault === 'crash-after') return this.#crash(site, fault)
    return fault === 'fail-after' ? this.#unanswered(meeting, 'timeout') : answer
  }

  #unanswered<T>({ site, lost, doubt }: Meeting<T>, code: string): T {
    if (doubt !== undefined) this.world.emit(doubt)
    if (lost !== undefined) return lost()
    throw new Failure(code, `${site} gave no answer`)
  }

  clock(): Clock {
    return {
      now: () => new Date(this.world.now),
      sleep: async (ms) => {
        await this.world.at(Math.ceil(this.world.now + (this.signal.aborted ? 0 : ms)))
        if (this.#dead) await never()
      },
    }
  }

  log(): Log {
    const line = (text: string) => this.world.note(`${this.name} says ${text}`)
    return { info: line, warning: line, error: line }
  }

  #crash(site: string, fault: Fault): Promise<never> {
    this.world.note(`${this.name} ${site} ${fault}`)
    this.#dead = true
    this.#die()
    return never()
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}

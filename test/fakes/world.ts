import { steady } from '../../src/adapters/runner/system-clock.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Effect } from './effect.ts'
import { type Call, codeOf, type Fault, type Struck, silenceOf } from './fault.ts'
import { seeded } from './random.ts'
import { Timeline } from './timeline.ts'

export interface WorldOptions {
  readonly random: () => number
  readonly faults: (call: Call) => Fault
  /** Longest time in ms that a read may lag behind a write. */
  readonly lag?: number
  /** Share of calls that take up to eight seconds. */
  readonly slow?: number
  /** Calls that are slow so often; others are seldom. */
  readonly slowAt?: string
  /** What the machine of a process that begins says it is, at a true time; right where absent. */
  readonly machine?: (process: string, begun: number) => (now: number) => number
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

const START = Date.UTC(2026, 0, 1)
const SELDOM = 0.02
const MOST_STEPS = 20_000

/** Virtual time, processes and faults. Nothing here waits in real time: the clock jumps to whoever is next. */
export class World {
  /** No more faults: what follows must converge. */
  calm = false
  readonly random: () => number
  readonly lag: number
  readonly trace: string[] = []
  /** The calls that a fault struck, in order. */
  readonly struck: Struck[] = []
  readonly #time = new Timeline(START)
  readonly #salt: number
  readonly #options: WorldOptions
  readonly #watchers: ((effect: Effect) => void)[] = []
  #tasks = 0

  constructor(options: WorldOptions) {
    this.#options = options
    this.random = options.random
    this.#salt = Math.floor(options.random() * 2 ** 32)
    this.lag = options.lag ?? 0
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#time.now
  }

  set now(time: number) {
    this.#time.now = time
  }

  /** A row of its own for each name: what one process meets shifts nothing of what another does. */
  randomOf(name: string): () => number {
    let mixed = this.#salt
    for (const char of name) mixed = Math.imul(mixed ^ (char.codePointAt(0) ?? 0), 0x01000193)
    return seeded(mixed)
  }

  watch(watcher: (effect: Effect) => void): void {
    this.#watchers.push(watcher)
  }

  /** Something that others can see has happened. */
  emit(effect: Effect): void {
    for (const watcher of this.#watchers) watcher(effect)
  }

  /** Whether notes are kept. */
  get traces(): boolean {
    return this.#options.trace === true
  }

  note(line: string): void {
    if (this.traces) this.trace.push(`${this.now - START} ${line}`)
  }

  /** Mostly quick, now and then seconds. */
  latency(site: string, random: () => number): number {
    const { slow: share = 0, slowAt = '' } = this.#options
    const slow = random() < (site.startsWith(slowAt) ? share : Math.min(share, SELDOM))
    return Math.ceil(random() * (slow ? 8000 : 200))
  }

  faultOf(call: Call): Fault {
    const fault = this.calm ? 'none' : this.#options.faults(call)
    if (fault === 'none') return fault
    this.struck.push({ ...call, fault })
    this.emit({ kind: 'struck', process: call.process, site: call.site })
    return fault
  }

  /** What the clock of a process that begins now says at a true time. */
  machineOf(process: string): (now: number) => number {
    return this.#options.machine?.(process, this.now) ?? ((now) => now)
  }

  /** Resolves when virtual time has come so far. */
  at(time: number): Promise<void> {
    return this.#time.at(time)
  }

  /** Start something that lives in the world; `run` ends when all of them have. */
  task(work: () => Promise<void>): void {
    this.#tasks++
    work().finally(() => this.#tasks--)
  }

  /** Run until every task has ended. */
  async run(): Promise<void> {
    for (let steps = 0; ; steps++) {
      // Comes when all promises have been answered; nothing in here waits for anything else.
      await new Promise<void>((resolve) => process.nextTick(resolve))
      if (this.#tasks === 0) break
      if (!this.#time.next()) throw new Error('every task waits and nobody wakes them')
      if (steps > MOST_STEPS) throw new Error('the world does not come to rest')
    }
    this.#time.clear()
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
    if (ended.kind !== 'crashed') this.emit({ kind: 'ended', process: name })
    this.note(`${name} ${ended.kind}${ended.kind === 'failed' ? ` ${ended.failure.message}` : ''}`)
    return ended
  }
}

/** How a call of a port meets the world. */
export interface Meeting<T> {
  readonly site: string
  readonly effect: () => T
  /** The answer when it got lost; without it a lost answer is a `Failure`. */
  readonly lost?: (fault: Fault) => T
  /** Of the effect, when a failure or a death left it open whether it happened. */
  readonly doubt?: Effect
}

export class Process {
  readonly name: string
  readonly world: World
  /** What this process meets by chance. */
  readonly random: () => number
  readonly death: Promise<{ readonly kind: 'crashed' }>
  readonly #wall: (now: number) => number
  readonly #abort = new AbortController()
  #die: () => void = () => undefined
  #dead = false
  #calls = 0

  constructor(world: World, name: string) {
    this.world = world
    this.name = name
    this.random = world.randomOf(name)
    this.#wall = world.machineOf(name)
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
    this.world.emit({ kind: 'cancelled', process: this.name })
    this.#abort.abort()
  }

  /** One call of a port: it takes time, and the fault plan says how it ends. */
  async meet<T>(meeting: Meeting<T>): Promise<T> {
    const { world, name } = this
    const { site } = meeting
    const fault = world.faultOf({ process: name, site, index: this.#calls++ })
    const end = fault.startsWith('silent') ? world.now + silenceOf(site) : 0
    await world.at(world.now + world.latency(site, this.random))
    if (this.#dead || fault === 'crash-before') return this.#crash(site, fault)
    if (!fault.endsWith('after') && fault !== 'none') return this.#unanswered(meeting, fault, end)
    const answer = meeting.effect()
    if (world.traces) world.note(`${name} ${site} ${fault} ${JSON.stringify(answer)}`)
    if (fault === 'crash-after') return this.#crash(site, fault)
    return fault === 'none' ? answer : this.#unanswered(meeting, fault, end)
  }

  /** The caller learns it at `end`, or at once. */
  async #unanswered<T>({ site, lost, doubt }: Meeting<T>, fault: Fault, end: number): Promise<T> {
    this.world.note(`${this.name} ${site} ${fault}`)
    if (end > this.world.now) await this.world.at(end)
    if (this.#dead) return never()
    const code = codeOf(fault, site)
    if (code === 'rate-limited') throw new Failure(code, `${site} was refused: too many requests`)
    if (doubt !== undefined) this.world.emit(doubt)
    if (lost !== undefined) return lost(fault)
    throw new Failure(code, `${site} gave no answer`)
  }

  clock(): Clock {
    const { world } = this
    return {
      now: steady({ wall: () => this.#wall(world.now), passed: () => world.now }),
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

import { Failure } from '../../src/domain/failure.ts'
import type { Audience } from '../../src/domain/rollout/audience.ts'
import type { Held, Traffic, Weights } from '../../src/ports/traffic.ts'
import type { Process, World } from './world.ts'

/** Model of two slots behind a weighted router, and of what runs in them. */
export class Router {
  weights: Weights = { blue: 100, green: 0 }
  audience: Audience | undefined
  readonly running = new Map<string, string>()
  readonly #world: World

  constructor(world: World, serving: string) {
    this.#world = world
    this.running.set('blue', serving)
  }

  /** Weight of a version, percent. */
  weightOf(version: string): number {
    const slots = Object.keys(this.weights).filter((s) => this.running.get(s) === version)
    return slots.reduce((sum, slot) => sum + (this.weights[slot] ?? 0), 0)
  }

  /** A person at the router's own console. */
  setByHand(weights: Weights): void {
    this.#world.note(`a person sets ${JSON.stringify(weights)}`)
    this.weights = weights
    this.#world.emit({ kind: 'by-hand', process: 'a person' })
  }

  traffic(process: Process): Traffic {
    const doubt = { kind: 'doubt', process: process.name, resource: 'router' } as const
    const held = (): Promise<Held> =>
      process.meet({
        site: 'router.weights',
        effect: () => {
          this.#world.emit({ ...doubt, kind: 'read', what: 'weights' })
          return { weights: this.weights, audience: this.audience }
        },
      })
    return {
      held,
      weights: async () => (await held()).weights,
      shift: (to, audience) =>
        process.meet({
          site: 'router.shift',
          effect: () => this.#shift({ weights: to, audience }, process),
          doubt,
        }),
      versionIn: (slot) =>
        process.meet({ site: 'slot.version', effect: () => this.running.get(slot) }),
    }
  }

  /** As the consumer's deploy command: refuses a slot that has weight. */
  start(process: Process): (version: string, slot: string) => Promise<void> {
    return (version, slot) =>
      process.meet({
        site: 'slot.start',
        effect: () => {
          if ((this.weights[slot] ?? 0) > 0)
            throw new Failure(
              'busy-slot',
              `slot ${slot} has ${this.weights[slot]} % of the traffic`,
            )
          this.running.set(slot, version)
        },
      })
  }

  #shift({ weights: to, audience }: Held, { name }: Process): void {
    const from = this.weights
    this.#world.emit({ kind: 'write', process: name, resource: 'router' })
    this.weights = to
    this.audience = audience
    this.#world.emit({ kind: 'shift', process: name, from, to })
  }
}

import { Failure } from '../../src/domain/failure.ts'
import type { Metrics, Reading } from '../../src/ports/metrics.ts'
import type { Process, World } from './world.ts'

/** What a source of metrics answers at a moment; `broken` throws something nobody expects. */
export type Health = 'good' | 'bad' | 'few' | 'no-number' | 'unreachable' | 'broken'

/** Model of a metric source: what it says of a version is decided by the scenario. */
export class Service {
  readonly #world: World
  readonly #health: (version: string, now: number) => Health

  constructor(world: World, health: (version: string, now: number) => Health) {
    this.#world = world
    this.#health = health
  }

  metrics(process: Process): Metrics {
    return {
      read: async (objective, window) => {
        const said = { kind: 'reading', process: process.name, objective: objective.name } as const
        // What only notifies holds nothing back, whatever it is.
        const binds = objective.onBreach !== 'notify'
        this.#world.emit({ ...said, good: !binds, bad: false })
        const health = await process.meet({
          site: 'metrics.read',
          effect: () => this.#health(window.version, this.#world.now),
        })
        const reading = answer(health, objective.limit)
        const good = !binds || health === 'good'
        this.#world.emit({ ...said, good, bad: binds && health === 'bad' })
        return reading
      },
    }
  }
}

function answer(health: Health, limit: number): Reading {
  const question = 'errors / requests'
  if (health === 'unreachable') throw new Failure('connection', 'the source cannot be reached')
  if (health === 'broken') throw new TypeError('x is undefined')
  if (health === 'few') return { value: 0, samples: 1, question }
  if (health === 'no-number') return { value: Number.NaN, samples: 1000, question }
  return { value: health === 'good' ? limit / 2 : limit * 2, samples: 1000, question }
}

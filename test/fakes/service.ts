import { Failure } from '../../src/domain/failure.ts'
import type { Look, MetricLook } from '../../src/domain/judging/comparison/look.ts'
import type { ComparedMetric } from '../../src/domain/rollout/planned-comparison.ts'
import type { Groups } from '../../src/ports/comparable.ts'
import type { Metrics, Reading } from '../../src/ports/metrics.ts'
import type { Process, World } from './world.ts'

/** What a source of metrics answers at a moment; `broken` throws something nobody expects. */
export type Health = 'good' | 'bad' | 'few' | 'no-number' | 'unreachable' | 'broken'

/** Model of a metric source: what it says of a version is decided by the scenario. */
export class Service {
  readonly #world: World
  readonly #health: (version: string, now: number) => Health
  readonly #past = new Map<string, Health>()
  /** Whether what a process has read last was bad. */
  readonly #bad = new Map<string, boolean>()

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
        this.#bad.set(process.name, binds && health === 'bad')
        const good = !binds || health === 'good'
        this.#world.emit({ ...said, good, bad: binds && health === 'bad' })
        return reading
      },
      comparable: { looks: (metrics, groups) => this.#looks(process, metrics, groups) },
    }
  }

  /** What is past stays as it was read first. */
  #at(version: string, time: number): Health {
    const key = `${version} ${time}`
    const health = this.#past.get(key) ?? this.#health(version, time)
    this.#past.set(key, health)
    return health
  }

  /** What the new version was like at the end of each look; the old one is always well. */
  async #looks(
    process: Process,
    metrics: readonly ComparedMetric[],
    { canary, from, to, look, looks }: Groups,
  ): Promise<readonly Look[]> {
    const count = Math.min(looks, Math.max(0, Math.floor((to.getTime() - from.getTime()) / look)))
    const ends = Array.from({ length: count }, (_, i) => from.getTime() + (i + 1) * look)
    const { now, past } = await process.meet({
      site: 'metrics.looks',
      effect: () => ({
        now: this.#health(canary, this.#world.now),
        past: ends.map((end) => this.#at(canary, end)),
      }),
    })
    // Whoever cannot be asked now has no past either.
    answer(now, 1)
    const wasBad = past.includes('bad')
    this.#world.emit({
      ...{ kind: 'reading', process: process.name, objective: 'comparison' },
      // What has only just turned is in no look yet.
      ...{ good: !wasBad, bad: wasBad || this.#bad.get(process.name) === true },
    })
    return past.map((health, i) => ({
      minute: i + 1,
      metrics: metrics.map(({ name }) => eventsOf(name, health)),
    }))
  }
}

/** Of a hundred requests; half of them fail where something is wrong. */
function eventsOf(name: string, health: Health): MetricLook {
  const total = health === 'few' ? 1 : 100
  const isSeen = health === 'good' || health === 'bad' || health === 'few'
  const canary = isSeen ? { bad: health === 'bad' ? 50 : 0, total } : null
  return { name, kind: 'errors', baseline: { bad: 0, total: 100 }, canary }
}

function answer(health: Health, limit: number): Reading {
  const question = 'errors / requests'
  if (health === 'unreachable') throw new Failure('connection', 'the source cannot be reached')
  if (health === 'broken') throw new TypeError('x is undefined')
  if (health === 'few') return { value: 0, samples: 1, question }
  if (health === 'no-number') return { value: Number.NaN, samples: 1000, question }
  return { value: health === 'good' ? limit / 2 : limit * 2, samples: 1000, question }
}

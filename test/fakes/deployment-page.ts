import { Failure } from '../../src/domain/failure.ts'
import type { Deployment, DeploymentStatus, Deployments } from '../../src/ports/deployments.ts'
import type { Process, World } from './world.ts'

interface Known extends Deployment {
  readonly version: string
  readonly createdAt: number
  readonly statuses: DeploymentStatus[]
}

/** Longest time that a late list lags behind. */
const LATE_MS = 120_000

/** Model of a repository's deployments: the list lags behind, what is asked for by its id does not. */
export class DeploymentPage {
  readonly #world: World
  readonly #known = new Map<number, Known>()
  readonly #lag: number
  #last = 0

  /** @param isLate The list lags behind whatever the world's lag is. */
  constructor(world: World, isLate: boolean) {
    this.#world = world
    this.#lag = isLate ? LATE_MS : world.lag
  }

  deployments(process: Process): Deployments {
    const doubt = { kind: 'doubt', process: process.name, resource: 'deployments' } as const
    const looked = () => this.#world.emit({ ...doubt, kind: 'read', what: '' })
    const written = () => this.#world.emit({ ...doubt, kind: 'write' })
    const meet = <T>(name: string, effect: () => T) =>
      process.meet({ site: `deployments.${name}`, effect })
    return {
      of: () =>
        meet('list', () => {
          looked()
          return this.#listed(process.random)
        }),
      create: ({ payload }) =>
        process.meet({
          site: 'deployments.create',
          doubt,
          effect: () => {
            written()
            const id = ++this.#last
            const made = { id, payload, version: String(payload.version), statuses: [] }
            this.#known.set(id, { ...made, createdAt: this.#world.now })
            return { id, payload }
          },
        }),
      latest: (id) =>
        meet('latest', () => {
          looked()
          return this.#get(id).statuses.at(-1)
        }),
      report: (id, status) =>
        process.meet({
          site: 'deployments.report',
          doubt,
          effect: () => {
            written()
            const { version, statuses } = this.#get(id)
            statuses.push(status)
            this.#world.emit({ kind: 'shown', process: process.name, version, state: status.state })
          },
        }),
      remove: (id) => meet('remove', () => void this.#known.delete(this.#get(id).id)),
    }
  }

  #get(id: number): Known {
    const known = this.#known.get(id)
    if (known === undefined) throw new Failure('absent', `there is no deployment ${id}`)
    return known
  }

  #listed(random: () => number): readonly Deployment[] {
    const { now, calm } = this.#world
    const until = now - (calm ? 0 : random() * this.#lag)
    return [...this.#known.values()].filter(({ createdAt }) => createdAt <= until)
  }
}

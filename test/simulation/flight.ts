import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import type { Effect } from '../fakes/effect.ts'
import { ends, isBack, isOf, isRestoring, settles } from './record.ts'
import type { Rig } from './rig.ts'

/** So long a step that was written down may be on its way to the router, milliseconds. */
const IN_FLIGHT_MS = 30_000

/** A step forward and when it was written down. */
interface Step {
  readonly entry: Extract<Entry, { kind: 'intent' }>
  readonly at: number
  /** It sets the weights of what has completed again. */
  readonly isRestoring: boolean
  isSettled: boolean
}

/** The router has no lock, so that steps keep their distance in time: what is on its way is left to whoever sent it. */
export class Flight {
  readonly #rig: Rig
  readonly #planned: (version: string) => readonly Entry[]
  readonly #wrong: (rule: string, process: string) => void
  readonly #steps: Step[] = []

  /** @param planned The entries since the last plan of a version. */
  constructor(
    rig: Rig,
    planned: (version: string) => readonly Entry[],
    wrong: (rule: string, process: string) => void,
  ) {
    this.#rig = rig
    this.#planned = planned
    this.#wrong = wrong
  }

  see(effect: Effect): void {
    if (effect.kind === 'shift') this.#shifted(effect)
    if (effect.kind !== 'commit' || effect.entry === undefined) return
    const { entry, process } = effect
    if (entry.kind === 'intent' && !isBack(entry)) this.#intended(entry, process)
    if (entry.kind === 'plan') this.#over(entry.release.version)
    if (settles(entry)) this.#settled(entry, process)
    if (ends(entry) && this.#underWay(entry) !== undefined)
      this.#wrong('a release ends while another run takes a step', process)
  }

  #intended(entry: Step['entry'], process: string): void {
    const at = this.#rig.world.now
    const restores = isRestoring(this.#planned(entry.release.version))
    this.#steps.push({ entry, at, isRestoring: restores, isSettled: false })
    if (this.#underWay(entry) !== undefined) this.#wrong('two runs take a step at once', process)
  }

  #settled(entry: Entry, process: string): void {
    if (this.#underWay(entry) !== undefined)
      this.#wrong('a step is settled that another run is taking', process)
    this.#over(entry.release.version)
  }

  /** Settled, or begun under a plan that another one has followed. */
  #over(version: string): void {
    for (const step of this.#steps)
      if (step.entry.release.version === version) step.isSettled = true
  }

  /**
   * A step of another run that may still reach the router. Runs that have each taken back what meanwhile completed each
   * set its weights again: users do not wait for a run that may have died, and whichever is last sets the same.
   */
  #underWay({ release, run }: Entry): Step | undefined {
    const restores = this.#steps.findLast(({ entry }) => entry.run.id === run.id)?.isRestoring
    return this.#steps.find(
      ({ entry, at, isRestoring: alike, isSettled }) =>
        !isSettled &&
        !(alike && restores === true) &&
        entry.release.version === release.version &&
        entry.run.id !== run.id &&
        this.#rig.world.now - at < IN_FLIGHT_MS,
    )
  }

  /** A step that is undone goes back to where it began, which may come late. */
  #shifted({ process, from, to }: Extract<Effect, { kind: 'shift' }>): void {
    const own = this.#steps.findLast(({ entry }) => isOf(entry, process))
    if (canonical(from) === canonical(to)) return
    if (own === undefined || canonical(own.entry.payload.to) !== canonical(to)) return
    if (this.#rig.world.now - own.at > IN_FLIGHT_MS && !own.isSettled)
      this.#wrong('a step reaches the router after its time', process)
  }
}

import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Weights } from '../../src/ports/traffic.ts'
import type { Effect } from '../fakes/effect.ts'
import { isBack, isOf, settles } from './record.ts'
import { NEW, NEXT, OLD, type Rig } from './rig.ts'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>
/** After this a shift that was intended counts as lost, and another run settles it. */
const IN_FLIGHT_MS = 30_000

/** What one process has done so far. */
interface Known {
  /** The plan that it was given. */
  planHash: string | undefined
  isCancelled: boolean
  /** It was cancelled before it wrote its last verdict. */
  isOver: boolean
  /** The last look at the router, milliseconds. */
  lookedAt: number
  /** Objectives that it read last, and whether they were good. */
  readonly readings: Map<string, boolean>
  /** The last one was over its limit. */
  isBad: boolean
  /** Anything went wrong with a call, and with one about the traffic. */
  isStruck: boolean
  isBlind: boolean
  /** It has taken the traffic back since its last look at the objectives. */
  wentBack: boolean
  /** The last thing that it wrote. */
  wrote: string
  /** The step forward that it wrote down last, and when it looked at the router before. */
  intent: { readonly version: string; readonly to: Weights; readonly since: number } | undefined
}

/** What each process owes to those who come after it. */
export class Conduct {
  readonly #rig: Rig
  readonly #planned: (version: string) => readonly Entry[]
  readonly #wrong: (rule: string, process: string) => void
  readonly #processes = new Map<string, Known>()

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
    const known = this.#of(effect.process)
    if (effect.kind === 'given') known.planHash = effect.planHash
    else if (effect.kind === 'cancelled') known.isCancelled = true
    else if (effect.kind === 'struck') this.#struck(effect, known)
    else if (effect.kind === 'reading') this.#reading(effect, known)
    else if (effect.kind === 'read') this.#read(effect, known)
    else if (effect.kind === 'commit') this.#commit(effect, known)
    else if (effect.kind === 'shift') this.#shifted(effect, known)
    else if (effect.kind === 'ended') this.#ended(effect, known)
    else if (effect.kind === 'shown') this.#shown(effect)
    else if (effect.kind === 'anew') this.#anew(effect.process, known)
  }

  #read({ resource }: Of<'read'>, known: Known): void {
    if (resource === 'router') known.lookedAt = this.#rig.world.now
  }

  /** A mirror shows what is recorded, and nothing sooner. */
  #shown({ process, version, state }: Of<'shown'>): void {
    const ends = this.#planned(version).flatMap((e) =>
      e.kind === 'outcome' && e.payload.effect === 'release' ? [e.payload.result] : [],
    )
    if (state === 'success' && !ends.includes('completed'))
      this.#wrong(`${version} is shown as out before it is`, process)
  }

  #struck({ site }: Of<'struck'>, known: Known): void {
    // What shows the release to people excuses nothing.
    if (site.startsWith('deployments.')) return
    known.isStruck = true
    known.isBlind ||= site.startsWith('router.') || site.startsWith('slot.')
  }

  #reading({ objective, good, bad }: Of<'reading'>, known: Known): void {
    known.readings.set(objective, good)
    known.isBad = bad
    // A look that was under way when the job was cancelled decides nothing any more.
    known.wentBack &&= known.isCancelled
  }

  #commit({ entry, process }: Of<'commit'>, known: Known): void {
    if (entry === undefined) return
    const line = `${entry.kind} ${JSON.stringify(entry.payload)}`
    // What another run has left since then may be settled in the same words.
    const before = this.#planned(entry.release.version).at(-2)
    const isNext = before === undefined || isOf(before, process)
    if (known.wrote === line && isNext) this.#wrong('an entry is written twice', process)
    known.wrote = line
    const { planHash } = known
    if (planHash !== undefined && entry.planHash !== planHash)
      this.#wrong('an entry names a plan that its writer was not given', process)
    if (entry.kind === 'verdict') this.#judged(entry, process, known)
    if (entry.kind === 'intent') this.#intended(entry, process, known)
  }

  #intended(entry: Extract<Entry, { kind: 'intent' }>, process: string, known: Known): void {
    const { version } = entry.release
    if (isBack(entry)) {
      known.intent = undefined
      if (rolloutOf(this.#planned(version).slice(0, -1))?.result === 'completed')
        this.#wrong('a release that has completed is taken back', process)
      return
    }
    known.intent = { version, to: entry.payload.to, since: known.lookedAt }
    if (known.isOver) this.#wrong('a cancelled job goes on', process)
  }

  /**
   * Users first: the traffic is back when a failure is written. Other weights, or another version, are another run's doing, whatever else people are
   * only told of.
   */
  #judged(
    { release, payload }: Extract<Entry, { kind: 'verdict' }>,
    process: string,
    known: Known,
  ): void {
    const { breach, verdict, evidence } = payload
    known.isOver = known.isCancelled
    const objectives = rolloutOf(this.#planned(release.version))?.plan.objectives ?? []
    const told = objectives.filter((o) => o.onBreach === 'notify').map(({ name }) => name)
    const failed = evidence.filter((e) => e.verdict === 'fail' && !told.includes(e.name))
    const isMoved = failed.length > 0 && failed.every(isAnothers)
    if (breach !== 'rollback' || verdict !== 'fail') return
    if (!isMoved && !known.wentBack && !known.isBlind)
      this.#wrong('a verdict is written before the traffic is back', process)
  }

  #shifted({ process, from, to }: Of<'shift'>, known: Known): void {
    const { running } = this.#rig.router
    known.wentBack = Object.entries(to).some(([s, w]) => w === 100 && running.get(s) === OLD)
    if (!known.wentBack || canonical(from) === canonical(to)) return
    if (!process.endsWith('/deploy') || known.isStruck || known.isCancelled) return
    if (!known.isBad && running.size === 2 && this.#hasCompleted(from))
      this.#wrong('what has completed is taken back by one who cannot tell', process)
    const isGood = known.readings.size > 0 && [...known.readings.values()].every((good) => good)
    if (isGood && running.size === 2 && !this.#isRecorded(process))
      this.#wrong('a good version is taken back', process)
  }

  /** A version that has weight is out, as the record says. */
  #hasCompleted(from: Weights): boolean {
    return [NEW, NEXT].some((version) => {
      const slots = Object.keys(from).filter((s) => this.#rig.router.running.get(s) === version)
      const isOut = slots.some((slot) => (from[slot] ?? 0) > 0)
      return isOut && rolloutOf(this.#planned(version))?.result === 'completed'
    })
  }

  /** The way back of a release that this process's run wrote down, or a step of a plan that ends here. */
  #isRecorded(process: string): boolean {
    return [NEW, NEXT].some((version) =>
      this.#planned(version).some((e) => isBack(e) && isOf(e, process)),
    )
  }

  /** A weight that it gave and could not record is taken away again, unless another run may have settled it. */
  #ended({ process }: Of<'ended'>, { intent, isBlind }: Known): void {
    const { world, router } = this.#rig
    if (intent === undefined || isBlind || world.now - intent.since >= IN_FLIGHT_MS) return
    const last = this.#planned(intent.version).findLast((e) => e.kind === 'intent' || settles(e))
    if (last?.kind !== 'intent' || isBack(last) || !isOf(last, process)) return
    const isThere = canonical(router.weights) === canonical(intent.to)
    if (isThere && canonical(last.payload.from) !== canonical(intent.to))
      this.#wrong('a weight is left that is not recorded', process)
  }

  #anew(process: string, known: Known): void {
    this.#ended({ kind: 'ended', process }, known)
    this.#processes.delete(process)
    const { isCancelled, isOver } = known
    Object.assign(this.#of(process), { isCancelled, isOver })
  }

  #of(process: string): Known {
    const known = this.#processes.get(process) ?? {
      ...{ planHash: undefined, isCancelled: false, isOver: false, lookedAt: 0 },
      ...{ readings: new Map(), isBad: false, isStruck: false, isBlind: false, wentBack: false },
      ...{ wrote: '', intent: undefined },
    }
    this.#processes.set(process, known)
    return known
  }
}

function isAnothers({ name, answer }: { readonly name: string; readonly answer: string }): boolean {
  return name === 'weights' || (name === 'version' && answer !== 'no answer')
}

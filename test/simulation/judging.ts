import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Weights } from '../../src/ports/traffic.ts'
import type { Effect } from '../fakes/effect.ts'
import { hasPassedGate } from './gate.ts'
import { isBack, isRestoring } from './record.ts'
import type { Rig } from './rig.ts'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>
type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>

/** What a process has seen of the world. */
interface Seen {
  /** Whether the last reading of each objective was good. */
  readonly readings: Map<string, boolean>
  /** The weights when it looked last, and when that was. */
  weights: Weights | undefined
  at: number
  /** When it asked for the head of the record last; -1 never. */
  asked: number
}

/** So long a tick may take to judge what it has found due, milliseconds. */
const JUDGING_MS = 10 * 60_000

/** What a pass, a step and an end rest on: looks that were good, at the recorded weights, over the whole bake. */
export class Judging {
  /** Versions that a person moved after the last look of whoever completed them. */
  readonly movedAtEnd = new Set<string>()
  readonly #rig: Rig
  readonly #planned: (version: string) => readonly Entry[]
  readonly #wrong: (rule: string, process: string) => void
  readonly #seen = new Map<string, Seen>()
  /** When each entry was committed, by its id. */
  readonly #times = new Map<string, number>()
  #movedAt = -1
  #shiftedAt = -1

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

  /** @param isUnrecorded Somebody has taken traffic back and is about to record why. */
  see(effect: Effect, isUnrecorded: boolean): void {
    if (effect.kind === 'read') this.#read(effect)
    else if (effect.kind === 'reading')
      this.#of(effect.process).readings.set(effect.objective, effect.good)
    else if (effect.kind === 'by-hand') this.#movedAt = this.#rig.world.now
    else if (effect.kind === 'shift' && canonical(effect.from) !== canonical(effect.to))
      this.#shiftedAt = this.#rig.world.now
    else if (effect.kind === 'commit') this.#commit(effect, isUnrecorded)
    else if (effect.kind === 'published') this.#published(effect)
  }

  weightsSeenBy(process: string): Weights | undefined {
    return this.#seen.get(process)?.weights
  }

  #read({ process, resource }: Of<'read'>): void {
    const seen = this.#of(process)
    if (resource === 'ledger') seen.asked = this.#rig.world.now
    if (resource !== 'router') return
    seen.weights = this.#rig.router.weights
    seen.at = this.#rig.world.now
  }

  #commit({ entry, process }: Of<'commit'>, isUnrecorded: boolean): void {
    if (entry === undefined) return
    this.#times.set(entry.id, this.#rig.world.now)
    if (entry.kind === 'intent' && !isBack(entry)) {
      this.#gated(entry, process)
      this.#begins(entry, process)
    }
    if (entry.kind === 'verdict') this.#judged(entry, process, isUnrecorded)
    if (entry.kind === 'outcome') this.#ended(entry, process)
  }

  /** "Re-run failed jobs" keeps the outputs of the attempt before. */
  #gated({ payload, release, run }: EntryOf<'intent'>, process: string): void {
    if (!this.#rig.gated || payload.stage !== 0 || !process.endsWith('/deploy')) return
    if (!hasPassedGate(this.#planned(release.version), run))
      this.#wrong('a first weight without a pass of the gate in its own attempt', process)
  }

  /** What was judged minutes or hours ago is looked at again, and what somebody else has moved stays with them. */
  #begins({ payload, release: { version } }: EntryOf<'intent'>, process: string): void {
    const { from, stage } = payload
    const isHandedOver = this.#planned(version).some((e) => e.kind === 'handover')
    if (stage === 0 && process.endsWith('/tick') && !isHandedOver)
      this.#wrong('a tick begins a release, which comes after the gates', process)
    const planned = this.#planned(version)
    if (isRestoring(planned)) return
    const recorded = rolloutOf(planned.slice(0, -1))?.weights
    if (recorded === undefined) return
    if (canonical(from) !== canonical(recorded))
      this.#wrong('a step begins at other weights than the record has', process)
    const hasUsers = this.#slots(version).some((slot) => (recorded[slot] ?? 0) > 0)
    // A comparison belongs to the bake that it was made in, and whoever goes on after it looks at the objectives.
    const readings = [...this.#of(process).readings].flatMap(([name, good]) =>
      name === 'comparison' ? [] : [good],
    )
    if (stage > 0 && hasUsers && (readings.length === 0 || readings.includes(false)))
      this.#wrong('a step begins that was not looked at before', process)
  }

  #judged(entry: EntryOf<'verdict'>, process: string, isUnrecorded: boolean): void {
    const { gate, stage, verdict } = entry.payload
    if (gate !== 'stage' || verdict !== 'pass') return
    const seen = this.#of(process)
    const chain = this.#planned(entry.release.version)
    const planned = chain.find((e) => e.kind === 'plan')?.payload.plan.stages[stage ?? 0]
    // Without users there is nothing to read, and without both versions nothing to compare: what a run has read before was of another stage.
    const weight = planned?.weight ?? 100
    const bad = [...seen.readings].filter(
      ([name, good]) => !good && (name !== 'comparison' || weight < 100),
    )
    if (weight > 0 && bad.length > 0)
      this.#wrong(`a pass of stage ${stage} without good readings`, process)
    // Another run may take the traffic back between the look and the verdict: it is about to record why. So may a person.
    const isMoved = isUnrecorded || this.#movedAt >= seen.at
    const now = isMoved ? seen.weights : this.#rig.router.weights
    this.#atWeight(entry, now, planned?.weight, process)
    if (!isMoved) this.#inTime(chain, stage ?? 0, process)
  }

  /** A version that died just now is looked at by the next stage. */
  #atWeight(
    { payload: { stage }, release: { version } }: EntryOf<'verdict'>,
    now: Weights | undefined,
    planned: number | undefined,
    process: string,
  ): void {
    for (const weight of this.#slots(version).map((slot) => now?.[slot]))
      if (weight !== planned)
        this.#wrong(`a pass of stage ${stage} at a weight of ${weight} %`, process)
  }

  #inTime(chain: readonly Entry[], stage: number, process: string): void {
    const plan = chain.find((e) => e.kind === 'plan')?.payload.plan
    const bake = plan?.stages[stage]?.bake ?? 0
    // In true time, since the router got the weights that it has.
    const { now } = this.#rig.world
    if (now - this.#shiftedAt < bake - this.#rig.apart)
      this.#wrong(`a pass of stage ${stage} before its bake is over`, process)
    const unattended = plan?.clock?.unattended ?? Number.POSITIVE_INFINITY
    if (now - this.#begun(chain, stage) > bake + unattended + JUDGING_MS)
      this.#wrong(`a pass of stage ${stage} that nobody came to in time`, process)
  }

  /** When the weight of a stage was recorded, or a person had it judged anew. */
  #begun(chain: readonly Entry[], stage: number): number {
    const isBegin = ({ kind, payload }: Entry) =>
      (kind === 'outcome' && payload.effect === 'shift' && payload.stage === stage) ||
      (kind === 'decision' && payload.decision === 'resume')
    return this.#times.get(chain.findLast(isBegin)?.id ?? '') ?? this.#rig.world.now
  }

  /** The record may be older than the router: who completes a release has looked. */
  #ended({ payload, release: { version } }: EntryOf<'outcome'>, process: string): void {
    if (payload.effect !== 'release' || payload.result !== 'completed') return
    const { weights, at } = this.#of(process)
    const recorded = rolloutOf(this.#planned(version))?.weights
    if (canonical(weights ?? null) !== canonical(recorded ?? null))
      this.#wrong('a release is completed that was not looked at', process)
    if (this.#movedAt >= at) this.movedAtEnd.add(version)
  }

  #published({ tag, process }: Of<'published'>): void {
    const chain = this.#planned(tag.slice(1))
    const plan = chain.find((e) => e.kind === 'plan')?.payload.plan
    const last = chain.some(
      (e) =>
        e.kind === 'verdict' &&
        e.payload.verdict === 'pass' &&
        e.payload.stage === (plan?.stages.length ?? 0) - 1,
    )
    if (!last || this.#isBackSeen(chain, process))
      this.#wrong(`${tag} is published, but its rollout did not pass`, process)
  }

  /**
   * Publication has no lock: a person may begin a way back between the last look and it. Reads of the record are behind
   * by the lag, so that a younger way back is seen only where it has moved the router.
   */
  #isBackSeen(chain: readonly Entry[], process: string): boolean {
    const back = chain.find(isBack)
    if (back === undefined) return false
    const { at, asked } = this.#of(process)
    const begun = this.#times.get(back.id) ?? 0
    const { calm, lag } = this.#rig.world
    const isShown = begun + (calm ? 0 : lag) < Math.max(at, asked)
    return isShown || (begun < this.#shiftedAt && this.#shiftedAt < at)
  }

  #slots(version: string): string[] {
    return [...this.#rig.router.running].flatMap(([slot, v]) => (v === version ? [slot] : []))
  }

  #of(process: string): Seen {
    const nothing: Seen = { readings: new Map(), weights: undefined, at: -1, asked: -1 }
    const seen = this.#seen.get(process) ?? nothing
    this.#seen.set(process, seen)
    return seen
  }
}

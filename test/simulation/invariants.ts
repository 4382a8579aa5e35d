import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { freezeMarkerText } from '../../src/domain/ledger/freeze.ts'
import { openFreezePath } from '../../src/domain/ledger/path.ts'
import { decide } from '../../src/domain/rollout/decide.ts'
import { BACK, rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Weights } from '../../src/ports/traffic.ts'
import type { Effect } from '../fakes/effect.ts'
import { wrongAudience } from './audiences.ts'
import { Conduct } from './conduct.ts'
import { Flight } from './flight.ts'
import { hasOpenIssue, isClosed, isLifted } from './freezes.ts'
import { Judging } from './judging.ts'
import { endsEarly, lacking } from './lacking.ts'
import { folderOf, isBack, isOf, isRestoring, rises, settles, wrongRise } from './record.ts'
import { hash, type Rig, SCOPE } from './rig.ts'

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>

const FREEZE = openFreezePath(SCOPE)

/** Watches a world and says what must never happen and did. It reads the history, not the code. */
export class Invariants {
  readonly violations: string[] = []
  readonly #rig: Rig
  /** Entries by chain folder, as they were committed. */
  readonly #chains = new Map<string, Entry[]>()
  /** Hash of the last entry, by chain folder. */
  readonly #heads = new Map<string, string>()
  /** Resources that a process wrote with an unknown end and has not looked at since. */
  readonly #doubts = new Map<string, Set<string>>()
  /** When processes have read the freeze, since their last entry. */
  readonly #asked = new Map<string, number>()
  /** Processes that made the world safe before they recorded why. */
  readonly #unrecorded = new Set<string>()
  readonly #judging: Judging

  constructor(rig: Rig) {
    this.#rig = rig
    rig.world.watch((effect) => this.#see(effect))
    const wrong = (rule: string, process: string) => this.#wrong(rule, process)
    const conduct = new Conduct(rig, (version) => this.planned(version), wrong)
    rig.world.watch((effect) => conduct.see(effect))
    const flight = new Flight(rig, (version) => this.planned(version), wrong)
    rig.world.watch((effect) => flight.see(effect))
    this.#judging = new Judging(rig, (version) => this.planned(version), wrong)
    rig.world.watch((effect) => this.#judging.see(effect, this.#unrecorded.size > 0))
  }

  /** The entries since the last plan. */
  planned(version: string): readonly Entry[] {
    const chain = this.#chains.get(folderOf(version)) ?? []
    return chain.slice(chain.findLastIndex((e) => e.kind === 'plan'))
  }

  /** Versions that a person moved after the last look of whoever completed them. */
  get movedAtEnd(): ReadonlySet<string> {
    return this.#judging.movedAtEnd
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#rig.world.now
  }

  get versions(): string[] {
    return [...this.#chains.values()].flatMap((c) => c[0]?.release.version ?? [])
  }

  #see(effect: Effect): void {
    if (effect.kind === 'commit') this.#commit(effect)
    else if (effect.kind === 'shift') this.#shift(effect)
    else if (effect.kind === 'read') this.#read(effect)
    else if (effect.kind === 'doubt') this.#of(this.#doubts, effect.process).add(effect.resource)
    else if (effect.kind === 'write') this.#write(effect)
    else if (effect.kind === 'anew') this.#unrecorded.delete(effect.process)
  }

  #wrong(rule: string, process: string): void {
    this.violations.push(`${rule} (${process})`)
  }

  #write({ process, resource }: Of<'write'>): void {
    if (this.#doubts.get(process)?.has(resource) === true)
      this.#wrong(`a write to ${resource} is repeated without a read`, process)
  }

  #read({ process, resource, what }: Of<'read'>): void {
    this.#doubts.get(process)?.delete(resource)
    if (resource === 'issues' && what === freezeMarkerText(SCOPE))
      this.#asked.set(process, this.#rig.world.now)
  }

  #commit(commit: Of<'commit'>): void {
    const { entry, path, process, before } = commit
    if (entry === undefined) {
      this.#wrong('a commit without an entry', process)
      return
    }
    if (before.has(path)) this.#wrong(`the entry ${path} is overwritten`, process)
    if (commit.deletions.some((p) => p.startsWith('releases/')))
      this.#wrong('an entry is removed', process)
    const folder = folderOf(entry.release.version)
    const chain = this.#chains.get(folder) ?? []
    const previous = this.#heads.get(folder) ?? null
    if (entry.seq !== chain.length + 1 || entry.previous !== previous)
      this.#wrong(`the chain breaks at ${entry.seq}`, process)
    this.#chains.set(folder, [...chain, entry])
    this.#heads.set(folder, hash(commit.text))
    this.#entry(entry, process, before)
    this.#asked.delete(process)
  }

  #entry(entry: Entry, process: string, before: ReadonlyMap<string, string>): void {
    if (this.#unrecorded.delete(process) && !this.#isWayBack(entry))
      this.#wrong('traffic was taken back, and something else is recorded', process)
    if (entry.kind === 'intent') this.#intent(entry, process, before)
    const early = entry.kind === 'outcome' && endsEarly(entry, this.planned(entry.release.version))
    if (early) this.#wrong(early, process)
    this.#goesBack(entry, process)
    if (entry.kind === 'plan') this.#plan(entry, process, before)
    const asked = this.#asked.get(process) ?? this.#rig.world.now
    if (entry.kind === 'lift' && !isClosed(before, this.#rig, asked))
      this.#wrong('a freeze is lifted that nobody closed', process)
  }

  /** Nothing that is written later makes the record go forward again. */
  #goesBack({ release }: Entry, process: string): void {
    const chain = this.planned(release.version)
    const state = chain.some(isBack) ? rolloutOf(chain) : undefined
    if (state === undefined) return
    const { kind } = decide(state)
    if (kind === 'shift' || kind === 'analyse' || kind === 'complete')
      this.#wrong(`after a way back the next step is ${kind}`, process)
  }

  /** An ended release may be one that another run has rolled back meanwhile. */
  #isWayBack(entry: Entry): boolean {
    if (entry.kind === 'verdict') return entry.payload.breach === 'rollback'
    return isBack(entry) || rolloutOf(this.planned(entry.release.version))?.result !== undefined
  }

  #plan(
    entry: Extract<Entry, { kind: 'plan' }>,
    process: string,
    before: ReadonlyMap<string, string>,
  ) {
    const others = [...before.keys()].filter(
      (p) => p.startsWith('open/releases/') && !p.includes(entry.release.version),
    )
    if (others.length > 0) this.#wrong(`a plan beside ${others[0]}`, process)
  }

  #intent(
    { payload, release }: Extract<Entry, { kind: 'intent' }>,
    process: string,
    before: ReadonlyMap<string, string>,
  ): void {
    const chain = this.planned(release.version)
    if (isRestoring(chain)) return
    if (rises(release.version, payload.from, payload.to, this.#rig)) this.#promoted(process, before)
    const missing = payload.stage === BACK ? undefined : lacking(chain.slice(0, -1), this.now)
    if (missing !== undefined) this.#wrong(`a release begins without ${missing}`, process)
    // What failed may be taken back, what is back may not.
    const end = rolloutOf(chain.slice(0, -1))?.result
    if (end !== undefined && (payload.stage !== BACK || end === 'rolled-back'))
      this.#wrong('an intent after the end', process)
  }

  #promoted(process: string, before: ReadonlyMap<string, string>): void {
    const asked = this.#asked.get(process)
    if (asked === undefined) this.#wrong('promoted without asking for a freeze', process)
    const since = asked ?? this.#rig.world.now
    if (before.has(FREEZE) && !isLifted(before, this.#rig, since))
      this.#wrong('promoted while frozen', process)
    if (hasOpenIssue(this.#rig, since))
      this.#wrong('promoted while a freeze issue is open', process)
  }

  #shift({ process, from, to }: Of<'shift'>): void {
    const why = wrongAudience(this.#rig.router)
    if (why !== undefined) this.#wrong(why, process)
    const version = this.#versionMoved(process, to)
    if (version === undefined) {
      this.#unintended(process, from, to)
      return
    }
    const chain = this.planned(version)
    if (isRestoring(chain)) return
    if (rises(version, from, to, this.#rig))
      for (const rule of wrongRise(chain, version, process)) this.#wrong(rule, process)
  }

  #unintended(process: string, from: Weights, to: Weights): void {
    if (this.#isSafer(from, to)) this.#unrecorded.add(process)
    else if (!this.#isUndone(process, to))
      this.#wrong('traffic moves without an intent before it', process)
  }

  /**
   * A step of its own that could not be recorded, and that the router still held when it looked: the way back of another
   * run that began since waits for what is on its way, and has the last word.
   */
  #isUndone(process: string, to: Weights): boolean {
    const seen = canonical(this.#judging.weightsSeenBy(process) ?? null)
    return this.versions.some((version) => {
      const own = this.planned(version).findLast((e) => e.kind === 'intent' && isOf(e, process))
      if (own?.kind !== 'intent' || isBack(own)) return false
      return canonical(own.payload.from) === canonical(to) && canonical(own.payload.to) === seen
    })
  }

  /** Only what has completed gets more: the way back, or the recorded weights after a way back that came too late. */
  #isSafer(from: Weights, to: Weights): boolean {
    return this.versions.every(
      (v) => !rises(v, from, to, this.#rig) || rolloutOf(this.planned(v))?.result === 'completed',
    )
  }

  /**
   * The version whose record holds an intent of this run for these weights: the last word of the record, or a way back,
   * which may be repeated. A way back may also overtake an intent that is on its way.
   */
  #versionMoved(process: string, to: Weights): string | undefined {
    const isOwn = (e: Entry) =>
      e.kind === 'intent' && canonical(e.payload.to) === canonical(to) && isOf(e, process)
    return this.versions.find((version) => {
      const chain = this.planned(version)
      const own = chain.findLastIndex(isOwn)
      if (own < 0 || isBack(chain[own])) return own >= 0
      return !chain.slice(own + 1).some((e) => (e.kind === 'intent' && !isBack(e)) || settles(e))
    })
  }

  #of(map: Map<string, Set<string>>, key: string): Set<string> {
    const known = map.get(key) ?? new Set<string>()
    map.set(key, known)
    return known
  }
}

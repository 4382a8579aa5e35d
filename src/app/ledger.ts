import { Failure } from '../domain/failure.ts'
import { auditChains, type Fault } from '../domain/ledger/audit.ts'
import { canonical, type Digest } from '../domain/ledger/canonical.ts'
import { readChain } from '../domain/ledger/chain.ts'
import type { Draft, Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { chainFolder, openReleasePath, type Scope, scopeFolder } from '../domain/ledger/path.ts'
import { signed } from '../domain/ledger/signature.ts'
import { proveSigned, proveWritable, type Signing, UNSIGNED } from '../domain/ledger/trust.ts'
import type { Clock } from '../ports/clock.ts'
import type { LedgerCommit, LedgerHead, LedgerStore, LedgerTexts } from '../ports/ledger-store.ts'
import { beginBranch } from './begin-branch.ts'
import { commitOf, inOrder, markersAfter } from './ledger-texts.ts'

/** Who writes. */
export interface Writer {
  readonly actor: string
  readonly run: { readonly id: number; readonly attempt: number }
  readonly suite: string
}

/** What to append: the entry, and the markers that appear and vanish with it in the same commit. */
export interface Append {
  readonly draft: Draft
  readonly planHash: string | null
  readonly open?: (entry: Entry) => { readonly path: string; readonly text: string }
  readonly close?: readonly string[]
  /** Bytes that are stored in the same commit. */
  readonly files?: NonNullable<LedgerCommit['files']>
}

/**
 * What to write on a chain as it is now; what it reads of the ledger is of the same commit. Undefined: nothing. It may
 * throw, which ends the append.
 */
export type Decide = (entries: readonly Entry[]) => Append | undefined | Promise<Append | undefined>

export interface LedgerPorts {
  readonly store: LedgerStore
  readonly clock: Clock
  readonly digest: Digest
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Absent: nothing is signed, and nobody's key is known. */
  readonly signing?: Signing
  /** A marker that goes with an entry, whoever writes it. */
  readonly marker?: (entry: Entry) => LedgerCommit['additions'][number] | undefined
}

/** The branch as it was at one commit, and the chains of it that were read, by their folders. */
interface Snapshot {
  readonly head: LedgerHead | undefined
  readonly chains: Map<string, readonly Entry[]>
}

const TRIES = 8
const RESTORE = 'Restore the branch release-ledger from before the change, see docs/ledger.md'
/** The ledger of one repository, as one writer sees it. What it wrote itself is not read again. */
export class Ledger {
  readonly #ports: LedgerPorts
  readonly #writer: Writer
  readonly #signing: Signing
  #snapshot: Snapshot | undefined
  /** Whether the snapshot may have been overtaken, and the head is asked for before it is used. */
  #isOld = false

  constructor(ports: LedgerPorts, writer: Writer) {
    this.#ports = ports
    this.#writer = writer
    this.#signing = ports.signing ?? UNSIGNED
  }

  /** Id of the run that writes. */
  get run(): number {
    return this.#writer.run.id
  }

  /** Whether what it writes is signed. */
  get canSign(): boolean {
    return this.#signing.signer !== undefined
  }

  /**
   * The chain of a release that is acted on, checked; empty when nothing is written yet.
   * @throws Failure `broken-chain`, `unsigned`.
   */
  async entries(release: ReleaseKey): Promise<readonly Entry[]> {
    return proveSigned(await this.history(release), release, this.#signing)
  }

  /** The same for who only looks something up: it may be older than the signatures. @throws Failure `broken-chain`. */
  async history(release: ReleaseKey): Promise<readonly Entry[]> {
    const [chain = []] = await this.chains([release])
    return chain
  }

  /** The chains of releases, in their order, as `entries`: all that are not known yet are read at once. */
  async chains(releases: readonly ReleaseKey[]): Promise<readonly (readonly Entry[])[]> {
    const { head, chains } = await this.#look()
    const wanted = releases.filter((release) => !chains.has(chainFolder(release)))
    const folders = wanted.map(chainFolder)
    const texts =
      head === undefined || folders.length === 0
        ? new Map<string, string>()
        : await this.#ports.store.files(head.commit, folders)
    for (const release of wanted) {
      const own = inOrder(texts, chainFolder(release))
      // A marker is made and removed with an entry: what is open has a chain.
      if (own.length === 0 && head?.open.has(openReleasePath(release)) === true)
        throw new Failure('broken-chain', `${release.version} is open and has no entries`, RESTORE)
      chains.set(
        chainFolder(release),
        readChain(own, release, this.#ports.digest, this.#signing.keys),
      )
    }
    return releases.map((release) => chains.get(chainFolder(release)) ?? [])
  }

  /** What `verify-ledger` finds first in a chain, read anew; undefined where it is whole. */
  async fault(release: ReleaseKey): Promise<Fault | undefined> {
    const { head } = await this.#look()
    if (head === undefined) return undefined
    const texts = await this.#ports.store.files(head.commit, [chainFolder(release)])
    const files = [...texts].map(([path, text]) => ({ path, text }))
    const { chains } = auditChains(files, this.#ports.digest, this.#signing.keys)
    return chains[0]?.fault
  }

  /** Versions of a scope that have a chain, in no order. The only read that grows with what is finished. */
  async versions(scope: Scope): Promise<readonly string[]> {
    const { head } = await this.#look()
    if (head === undefined) return []
    const names = await this.#ports.store.names(head.commit, scopeFolder(scope))
    return names.map(decodeURIComponent)
  }

  /** Texts of all markers below a folder of `open/`, by path. */
  async markers(folder: string): Promise<LedgerTexts> {
    const { head } = await this.#look()
    return new Map([...(head?.open ?? [])].filter(([path]) => path.startsWith(folder)))
  }

  /**
   * Append what `decide` makes of the chain as it is now; it is called again when somebody was faster. Undefined means
   * that there is nothing to write. @throws Failure `refused`, `timeout`, `unsigned`, or `contended` after 8 tries.
   */
  async append(release: ReleaseKey, decide: Decide): Promise<readonly Entry[]> {
    const sent = new Set<string>()
    for (let tries = 1; tries <= TRIES; tries++) {
      const chain = await this.history(release)
      // The answer was lost, and the second look came before GitHub showed the entry.
      if (chain.some((e) => sent.has(e.id))) return chain
      const decision = await decide(chain)
      if (decision === undefined) return chain
      proveWritable(decision.draft.kind, chain, release, this.#signing)
      const entry = this.#entry(release, chain, decision)
      sent.add(entry.id)
      const written = await this.#write(entry, chain, decision)
      if (written) return [...chain, entry]
      await this.#ports.clock.sleep(50 * 2 ** tries * (0.5 + this.#ports.random()))
    }
    throw new Failure(
      'contended',
      `the ledger entry was overtaken ${TRIES} times`,
      'Run the job again',
    )
  }

  #entry(release: ReleaseKey, chain: readonly Entry[], { draft, planHash }: Append): Entry {
    const last = chain.at(-1)
    const { run, actor, suite } = this.#writer
    const nonce = Math.floor(this.#ports.random() * 2 ** 48).toString(16)
    const entry = {
      schema: 1,
      id: `${run.id}.${run.attempt}.${nonce}`,
      seq: chain.length + 1,
      previous: last === undefined ? null : this.#ports.digest(canonical(last)),
      time: this.#ports.clock.now().toISOString(),
      release,
      planHash,
      actor,
      run,
      suite,
      signature: null,
      ...draft,
    } as const
    return signed(entry, this.#signing.signer)
  }

  /** True when the entry stands in the ledger, also when only a second look could tell. */
  async #write(
    entry: Entry,
    chain: readonly Entry[],
    { open, close = [], files = [] }: Append,
  ): Promise<boolean> {
    const { release } = entry
    const snapshot = await this.#look()
    const { head } = snapshot
    if (head === undefined) {
      await beginBranch(this.#ports)
      this.refresh()
      // Another run may have made the branch and written to it: decided again on what stands there.
      return false
    }
    // Somebody looked anew while it was decided: the entry follows a chain that may have grown.
    if (snapshot.chains.get(chainFolder(release)) !== chain) return false
    const markers = [open?.(entry), this.#ports.marker?.(entry)].filter((one) => one !== undefined)
    const commit = commitOf(entry, { open: markers, close, files }, head)
    const result = await this.#ports.store.commit(commit)
    if (result.kind === 'committed') {
      const chains = new Map([...snapshot.chains, [chainFolder(release), [...chain, entry]]])
      this.#snapshot = { head: { commit: result.head, open: markersAfter(commit, head) }, chains }
      return true
    }
    this.refresh()
    if (result.kind === 'stale') return false
    const stands = (await this.history(release)).some((e) => e.id === entry.id)
    // Who was silent once is not waited for eight times.
    if (result.kind === 'silent' && !stands)
      throw new Failure('timeout', result.reason, 'Run the job again')
    return stands
  }

  /** A head that is still the same leaves all that was read of it as it is. */
  async #look(): Promise<Snapshot> {
    const known = this.#snapshot
    if (known !== undefined && !this.#isOld) return known
    const head = await this.#ports.store.head()
    const isSame = known !== undefined && known.head?.commit === head?.commit
    const snapshot = isSame ? known : { head, chains: new Map() }
    this.#snapshot = snapshot
    this.#isOld = false
    return snapshot
  }

  /** The next read asks GitHub again: for whoever decides after a wait. */
  refresh(): void {
    this.#isOld = true
  }
}

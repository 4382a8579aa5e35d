import { Failure } from '../domain/failure.ts'
import { canonical, type Digest } from '../domain/ledger/canonical.ts'
import { readChain } from '../domain/ledger/chain.ts'
import type { Draft, Entry, ReleaseKey } from '../domain/ledger/entry.ts'
import { chainFolder, entryPath, type Scope, scopeFolder } from '../domain/ledger/path.ts'
import { signed } from '../domain/ledger/signature.ts'
import { proveSigned, proveWritable, type Signing, UNSIGNED } from '../domain/ledger/trust.ts'
import type { Clock } from '../ports/clock.ts'
import type { CommitResult, LedgerCommit, LedgerFile, LedgerStore } from '../ports/ledger-store.ts'

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
}

/** The branch as it was at one commit. */
interface Snapshot {
  readonly head: string | undefined
  readonly files: readonly LedgerFile[]
}

const TRIES = 8
/** Before the second attempt to make the branch, and before the third. */
const BEGIN_PAUSES_MS = [1000, 3000]
/** What leaves open whether a request was carried out. */
const LOST = ['connection', 'server-error', 'unreachable', 'bad-answer']

/** The ledger of one repository, as one writer sees it. What it wrote itself is not read again. */
export class Ledger {
  readonly #ports: LedgerPorts
  readonly #writer: Writer
  readonly #signing: Signing
  #snapshot: Snapshot | undefined
  readonly #chains = new Map<string, readonly Entry[]>()
  /** Contents by their git name: they never change. */
  readonly #texts = new Map<string, string>()

  constructor(ports: LedgerPorts, writer: Writer) {
    this.#ports = ports
    this.#writer = writer
    this.#signing = ports.signing ?? UNSIGNED
  }

  /** Id of the run that writes. */
  get run(): number {
    return this.#writer.run.id
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
    const folder = chainFolder(release)
    const { files } = await this.#look()
    const known = this.#chains.get(folder)
    if (known !== undefined) return known
    const own = files.filter((f) => f.path.startsWith(folder))
    const texts = await Promise.all(own.sort(byPath).map((f) => this.#text(f)))
    const chain = readChain(texts, release, this.#ports.digest, this.#signing.keys)
    this.#chains.set(folder, chain)
    return chain
  }

  /** Versions of a scope that have a chain, in no order. */
  async versions(scope: Scope): Promise<readonly string[]> {
    const folder = scopeFolder(scope)
    const own = (await this.#look()).files.filter((f) => f.path.startsWith(folder))
    const parts = own.map((f) => f.path.slice(folder.length).split('/')[0] ?? '')
    return [...new Set(parts)].map(decodeURIComponent)
  }

  /** Texts of all markers below a folder, by path. */
  async markers(folder: string): Promise<ReadonlyMap<string, string>> {
    const { files } = await this.#look()
    const found = files.filter((f) => f.path.startsWith(folder))
    return new Map(
      await Promise.all(found.map(async (f) => [f.path, await this.#text(f)] as const)),
    )
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

  /** Sent again when the answer is lost: a branch that stands is taken as it is. */
  async #begin(): Promise<void> {
    const { store, clock } = this.#ports
    for (const pause of BEGIN_PAUSES_MS) {
      try {
        return void (await store.create())
      } catch (error) {
        if (!(error instanceof Failure && LOST.includes(error.code))) throw error
        await clock.sleep(pause)
      }
    }
    await store.create()
  }

  /** True when the entry stands in the ledger, also when only a second look could tell. */
  async #write(
    entry: Entry,
    chain: readonly Entry[],
    { open, close = [] }: Append,
  ): Promise<boolean> {
    const { release } = entry
    const { head: expectedHead, files } = await this.#look()
    if (expectedHead === undefined) {
      await this.#begin()
      this.refresh()
      // Another run may have made the branch and written to it: decided again on what stands there.
      return false
    }
    const path = entryPath(release, entry.seq, entry.kind)
    const commit: LedgerCommit = {
      expectedHead,
      message: `${entry.kind} ${entry.seq} of ${release.product} ${release.version} [skip ci]`,
      additions: [{ path, text: canonical(entry) }, ...(open === undefined ? [] : [open(entry)])],
      deletions: files.map((f) => f.path).filter((p) => close.includes(p)),
    }
    const result = await this.#ports.store.commit(commit)
    if (result.kind === 'committed') {
      this.#remember(result, commit, files)
      this.#chains.set(chainFolder(release), [...chain, entry])
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

  async #look(): Promise<Snapshot> {
    if (this.#snapshot === undefined) {
      const head = await this.#ports.store.head()
      const files = head === undefined ? [] : await this.#ports.store.files(head)
      this.#snapshot = { head, files }
    }
    return this.#snapshot
  }

  async #text({ blob }: LedgerFile): Promise<string> {
    const text = this.#texts.get(blob) ?? (await this.#ports.store.read(blob))
    this.#texts.set(blob, text)
    return text
  }

  /** The next read asks GitHub again: for whoever decides after a wait. */
  refresh(): void {
    this.#snapshot = undefined
    this.#chains.clear()
  }

  /** The next read starts from the own write. */
  #remember(
    { head }: Extract<CommitResult, { kind: 'committed' }>,
    commit: LedgerCommit,
    before: readonly LedgerFile[],
  ): void {
    const gone = new Set([...commit.deletions, ...commit.additions.map((a) => a.path)])
    const added = commit.additions.map(({ path, text }) => {
      const blob = `${head}:${path}`
      this.#texts.set(blob, text)
      return { path, blob }
    })
    this.#snapshot = { head, files: [...before.filter((f) => !gone.has(f.path)), ...added] }
  }
}

function byPath(a: LedgerFile, b: LedgerFile): number {
  return a.path < b.path ? -1 : 1
}

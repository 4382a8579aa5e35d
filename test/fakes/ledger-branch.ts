import { Failure } from '../../src/domain/failure.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { judgeText } from '../../src/domain/ledger/entry-fault.ts'
import type { CommitResult, LedgerCommit, LedgerStore } from '../../src/ports/ledger-store.ts'
import type { Process, World } from './world.ts'

interface Revision {
  readonly id: string
  readonly at: number
  readonly files: ReadonlyMap<string, string>
}

/** Model of the branch `release-ledger`: compare and swap on its head, reads that lag, answers that get lost. */
export class LedgerBranch {
  readonly revisions: Revision[] = []
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  /** Texts by path, as they are now. */
  get files(): ReadonlyMap<string, string> {
    return this.revisions.at(-1)?.files ?? new Map()
  }

  /** Entries below a folder, in order, as they stand. */
  entries(folder: string): Entry[] {
    const own = [...this.files].filter(([path]) => path.startsWith(folder))
    return own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => entryIn(path, text))
  }

  store(process: Process): LedgerStore {
    const name = process.name
    const read = { kind: 'read', process: name, resource: 'ledger', what: 'head' } as const
    const doubt = { kind: 'doubt', process: name, resource: 'ledger' } as const
    return {
      head: () =>
        process.meet({
          site: 'ledger.head',
          effect: () => {
            this.#world.emit(read)
            const seen = this.#visible(process.random)
            return seen === undefined ? undefined : { commit: seen.id, open: below(seen, 'open/') }
          },
        }),
      create: () => process.meet({ site: 'ledger.create', effect: () => this.#create(), doubt }),
      files: (commit, folders) =>
        process.meet({
          site: 'ledger.files',
          effect: () => new Map(folders.flatMap((path) => [...below(this.#at(commit), path)])),
        }),
      names: (commit, folder) =>
        process.meet({
          site: 'ledger.names',
          effect: () => {
            const paths = [...below(this.#at(commit), folder).keys()]
            return [...new Set(paths.map((path) => path.slice(folder.length).split('/')[0] ?? ''))]
          },
        }),
      commit: (commit) =>
        process.meet<CommitResult>({
          site: 'ledger.commit',
          effect: () => this.#commit(commit, name),
          lost: (fault) => ({
            kind: fault.startsWith('silent') ? 'silent' : 'unknown',
            reason: 'no answer',
          }),
          doubt,
        }),
    }
  }

  #commit(commit: LedgerCommit, process: string): CommitResult {
    this.#world.emit({ kind: 'write', process, resource: 'ledger' })
    const last = this.revisions.at(-1)
    if (last?.id !== commit.expectedHead) return { kind: 'stale' }
    const files = new Map(last.files)
    for (const path of commit.deletions) files.delete(path)
    for (const { path, text } of commit.additions) files.set(path, text)
    for (const { path, bytes } of commit.files ?? [])
      files.set(path, new TextDecoder().decode(bytes))
    const own = commit.additions.find((a) => a.path.startsWith('releases/'))
    const head = this.#push(files)
    this.#world.emit({
      kind: 'commit',
      process,
      entry: own === undefined ? undefined : entryIn(own.path, own.text),
      path: own?.path ?? '',
      text: own?.text ?? '',
      before: last.files,
      additions: commit.additions.map((a) => a.path),
      deletions: commit.deletions,
    })
    return { kind: 'committed', head }
  }

  #create(): void {
    if (this.revisions.length === 0) this.#push(new Map([['README.md', 'The release ledger.\n']]))
  }

  #push(files: ReadonlyMap<string, string>): string {
    const id = `c${this.revisions.length + 1}`
    this.revisions.push({ id, at: this.#world.now, files })
    return id
  }

  /** Some replica's newest revision. */
  #visible(random: () => number): Revision | undefined {
    const { now, lag, calm } = this.#world
    const until = now - (calm ? 0 : random() * lag)
    return this.revisions.findLast((r) => r.at <= until)
  }

  #at(id: string): Revision {
    const found = this.revisions.find((r) => r.id === id)
    if (found === undefined) throw new Failure('absent', `there is no commit ${id}`)
    return found
  }
}

const folders = new WeakMap<Revision, Map<string, ReadonlyMap<string, string>>>()

/** The files of a folder, with its final slash: many processes read the same. */
function below(revision: Revision, folder: string): ReadonlyMap<string, string> {
  const own = folders.get(revision) ?? new Map<string, ReadonlyMap<string, string>>()
  const known = own.get(folder)
  if (known !== undefined) return known
  const found = new Map<string, string>()
  for (const [path, text] of revision.files) if (path.startsWith(folder)) found.set(path, text)
  folders.set(revision, own.set(folder, found))
  return found
}

/** @throws Error where it is none, or not in its one form: nobody may write that. */
function entryIn(path: string, text: string): Entry {
  const judged = judgeText(text)
  if ('fault' in judged) throw new Error(`${path}: ${judged.fault}`)
  return judged.entry
}

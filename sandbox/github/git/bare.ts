import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileChange, importCommit } from './import-commit.ts'
import { type ObjectReader, openObjectReader } from './object-reader.ts'
import {
  type CommitObject,
  type Identity,
  parseCommit,
  parseFolder,
  parseTag,
  parseTree,
  type RefEntry,
  type TagObject,
  type TreeEntry,
} from './objects.ts'
import { type GitInput, runGit } from './run.ts'
import { zeroOid } from './zero.ts'

/** A path to put into a tree; without `oid` the path is taken out. */
export interface TreeChange {
  readonly path: string
  readonly mode?: string
  readonly oid?: string
}

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Identity
  readonly committer: Identity
}

/** One bare repository, worked on by the real git. */
export type BareRepository = ReturnType<typeof openBareRepository>

/** Opens the bare repository in a folder; nothing is read before the first call. */
export function openBareRepository(gitDir: string) {
  const run: Run = (args, input) => runGit(gitDir, args, input)
  const reader = openObjectReader(gitDir)
  return {
    gitDir,
    ...refsOf(run, reader),
    ...objectsOf(run, reader),
    ...writingTo(run),
    /** Ends the git process that reads. */
    close: () => reader.close(),
  }
}

type Run = (args: readonly string[], input?: GitInput) => Promise<Buffer>

async function line(run: Run, args: readonly string[], input?: GitInput) {
  return (await run(args, input)).toString('utf8').trim()
}

function maybe(run: Run, args: readonly string[]) {
  return line(run, args).catch(() => undefined)
}

function refsOf(run: Run, reader: ObjectReader) {
  return {
    /** All refs whose full name begins with `prefix`, sorted by name. */
    async refs(prefix: string): Promise<RefEntry[]> {
      const folder = prefix.slice(0, prefix.lastIndexOf('/'))
      const format = '%(refname)%00%(objectname)%00%(objecttype)'
      const lines = (await line(run, ['for-each-ref', `--format=${format}`, folder])).split('\n')
      return lines
        .map((each) => each.split('\0'))
        .map(([ref = '', oid = '', type = '']) => ({ ref, oid, type }))
        .filter(({ ref }) => ref !== '' && ref.startsWith(prefix))
    },
    /** The ref of exactly this full name. */
    async ref(name: string): Promise<RefEntry | undefined> {
      const object = isPlainName(name) ? await reader.read(name) : undefined
      return object && { ref: name, oid: object.oid, type: object.type }
    },
    /** Whether git allows this name for a ref. */
    isRefName: async (ref: string) => (await maybe(run, ['check-ref-format', ref])) !== undefined,
    /** Moves a ref if it still has its old value; false when somebody was faster. */
    updateRef: async (ref: string, newOid: string, oldOid: string) =>
      (await maybe(run, ['update-ref', ref, newOid, oldOid])) !== undefined,
    deleteRef: async (ref: string, oldOid: string) =>
      (await maybe(run, ['update-ref', '-d', ref, oldOid])) !== undefined,
  }
}

function objectsOf(run: Run, reader: ObjectReader) {
  const bytesOf = async (oid: string) => {
    const object = await reader.read(oid)
    if (object === undefined) throw new Error(`git has no object ${oid}`)
    return object.bytes
  }
  const text = async (oid: string) => (await bytesOf(oid)).toString('utf8')
  return {
    /** The commit that a full ref or an object id leads to. */
    commitOf: async (name: string) =>
      isPlainName(name) ? (await reader.read(`${name}^{commit}`))?.oid : undefined,
    /** The object id behind `<commit or tree>:<path>`, or of an object itself. */
    objectAt: async (name: string) => (await reader.read(name))?.oid,
    typeOf: async (oid: string) => (await reader.read(oid))?.type,
    blob: bytesOf,
    commit: async (oid: string): Promise<CommitObject> => parseCommit(oid, await text(oid)),
    tag: async (oid: string): Promise<TagObject> => parseTag(oid, await text(oid)),
    /** The entries of a tree; `recursive` lists folders and what is in them. */
    async tree(name: string, recursive = false): Promise<TreeEntry[]> {
      const flags = recursive ? ['-r', '-t'] : []
      return parseTree((await run(['ls-tree', '-z', '-l', ...flags, name])).toString('utf8'))
    },
    /** What lies directly in a tree, without a process of its own. */
    folder: async (oid: string): Promise<TreeEntry[]> => parseFolder(await bytesOf(oid)),
    isAncestor: async (older: string, newer: string) =>
      (await maybe(run, ['merge-base', '--is-ancestor', older, newer])) !== undefined,
    /** Ids of the commits that `git rev-list` gives for these words, newest first. */
    history: async (words: readonly string[]) =>
      (await line(run, ['rev-list', ...words])).split('\n').filter((oid) => oid !== ''),
    /** The newest commit that both have; undefined for histories without a common one. */
    mergeBase: (one: string, other: string) => maybe(run, ['merge-base', one, other]),
    /** The merged tree of two commits, or undefined when they conflict. */
    mergedTree: (ours: string, theirs: string) =>
      maybe(run, ['merge-tree', '--write-tree', ours, theirs]),
  }
}

function writingTo(run: Run) {
  return {
    writeBlob: (bytes: Uint8Array) => line(run, ['hash-object', '-w', '--stdin'], { input: bytes }),
    writeTree: (changes: readonly TreeChange[], base?: string) => writeTree(run, changes, base),
    writeCommit: (commit: NewCommit) => writeCommit(run, commit),
    /** Commits file changes onto a branch, or starts it; undefined when its head is not the given one any more. */
    commitFiles: (
      branch: string,
      head: string | undefined,
      commit: Pick<NewCommit, 'message' | 'author' | 'committer'>,
      changes: readonly FileChange[],
    ) => importCommit(run, branch, head, commit, changes),
    writeTag: (body: string) => line(run, ['mktag'], { input: body }),
  }
}

/** Whether a name is a name only: git also reads expressions such as `main~1` or `main@{1}`. */
function isPlainName(name: string) {
  return !/[~^:?*[\\\s]|\.\.|@\{/.test(name)
}

async function writeTree(run: Run, changes: readonly TreeChange[], base?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-index-'))
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  try {
    if (base !== undefined) await line(run, ['read-tree', base], { env })
    const input = changes
      .map(({ path, mode, oid }) =>
        oid === undefined ? `0 ${zeroOid}\t${path}\0` : `${mode ?? '100644'} ${oid}\t${path}\0`,
      )
      .join('')
    await line(run, ['update-index', '-z', '--index-info'], { env, input })
    return await line(run, ['write-tree'], { env })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function writeCommit(run: Run, commit: NewCommit) {
  const parents = commit.parents.flatMap((parent) => ['-p', parent])
  return line(run, ['commit-tree', commit.tree, ...parents, '-F', '-'], {
    input: commit.message,
    env: {
      ...identityEnvironment('AUTHOR', commit.author),
      ...identityEnvironment('COMMITTER', commit.committer),
    },
  })
}

function identityEnvironment(role: string, { name, email, date }: Identity) {
  return {
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: email,
    [`GIT_${role}_DATE`]: date,
  }
}

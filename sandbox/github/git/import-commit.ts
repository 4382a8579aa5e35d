import { randomUUID } from 'node:crypto'
import type { Identity } from './objects.ts'
import { GitFailure, type GitInput } from './run.ts'
import { zeroOid } from './zero.ts'

/** A file to write, or without `bytes` to delete. */
export interface FileChange {
  readonly path: string
  readonly bytes?: Uint8Array
}

interface Commit {
  readonly message: string
  readonly author: Identity
  readonly committer: Identity
}

type Run = (args: readonly string[], input?: GitInput) => Promise<Buffer>

/**
 * Writes blobs, trees and a commit on top of `head` with one `git fast-import`, then moves the
 * branch in one transaction that asks for the old head; without one the branch must not exist. Gives the commit's id, or undefined when
 * the branch had moved. Until then the commit hangs on a ref of its own.
 */
export async function importCommit(
  run: Run,
  branch: string,
  head: string | undefined,
  commit: Commit,
  changes: readonly FileChange[],
): Promise<string | undefined> {
  const ref = `refs/sandbox/${randomUUID()}`
  const input = Buffer.concat([
    Buffer.from(commitHeader(ref, head, commit)),
    ...changes.map(changeCommand),
    Buffer.from('\nget-mark :1\ndone\n'),
  ])
  const output = await run(['fast-import', '--quiet', '--done', '--date-format=raw'], { input })
  const oid = output.toString('utf8').trim()
  const transaction = `update ${branch} ${oid} ${head ?? zeroOid}\ndelete ${ref}\n`
  try {
    await run(['update-ref', '--stdin'], { input: transaction })
    return oid
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    await run(['update-ref', '-d', ref])
    return undefined
  }
}

function commitHeader(
  ref: string,
  head: string | undefined,
  { message, author, committer }: Commit,
) {
  const text = message.endsWith('\n') ? message : `${message}\n`
  const lines = [
    `commit ${ref}`,
    'mark :1',
    `author ${identityLine(author)}`,
    `committer ${identityLine(committer)}`,
    `data ${Buffer.byteLength(text)}`,
    text,
    ...(head === undefined ? [] : [`from ${head}`]),
  ]
  return `${lines.join('\n')}\n`
}

function identityLine({ name, email, date }: Identity) {
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`
}

function changeCommand({ path, bytes }: FileChange) {
  if (bytes === undefined) return Buffer.from(`D ${quote(path)}\n`)
  const head = `M 100644 inline ${quote(path)}\ndata ${bytes.length}\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\n')])
}

function quote(path: string) {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  return `"${escaped}"`
}

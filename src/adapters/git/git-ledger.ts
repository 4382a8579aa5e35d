import { ATTACHMENTS } from '../../domain/ledger/attachment.ts'
import type { LedgerText } from '../../domain/ledger/audit.ts'
import type { Change, LedgerCommitted } from '../../domain/ledger/history.ts'
import type { Measured } from '../../domain/release/measured.ts'
import { hashing } from '../digest.ts'
import { git } from './git.ts'

/** A ledger as a clone or a bundle has it, at one commit. */
export interface GitLedger {
  readonly commit: string
  /** When that commit was made. */
  readonly time: string
  /** Git's name of each content, by path. */
  readonly blobs: ReadonlyMap<string, string>
  /** What is text: attached files are not among them. */
  readonly files: readonly LedgerText[]
}

/** All files at a commit, with their texts. @throws Failure where git cannot read them. */
export function readLedger(folder: string, commit: string): GitLedger {
  const blobs = blobsAt(folder, commit)
  const own = [...blobs].filter(([path]) => !path.startsWith(ATTACHMENTS))
  const texts = textsOf(folder, [...new Set(own.map(([, blob]) => blob))])
  const files = own.map(([path, blob]) => ({ path, text: texts.get(blob) }))
  const time = git(folder, ['show', '-s', '--format=%cI', commit]).toString().trim()
  return { commit, time, blobs, files }
}

function blobsAt(folder: string, commit: string): ReadonlyMap<string, string> {
  const lines = git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit]).toString().split('\0')
  const rows = lines.flatMap((line) => {
    const [, blob, path] = /^\d{6} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
    return blob === undefined || path === undefined ? [] : [[path, blob] as const]
  })
  return new Map(rows)
}

/** Texts by the name of their content, all by one process; without those that are no UTF-8. */
function textsOf(folder: string, blobs: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [blob, bytes] of contentsOf(folder, blobs)) {
    const text = utf8(bytes)
    if (text !== undefined) texts.set(blob, text)
  }
  return texts
}

/** What the attached files of a commit are, by path. @param blobs Git's name of each content, by path. */
export function readAttachments(
  folder: string,
  blobs: ReadonlyMap<string, string>,
): ReadonlyMap<string, Measured> {
  const own = [...blobs].filter(([path]) => path.startsWith(ATTACHMENTS))
  const measured = new Map<string, Measured>()
  for (const [blob, bytes] of contentsOf(folder, [...new Set(own.map(([, name]) => name))])) {
    const hash = hashing()
    hash.take(bytes)
    measured.set(blob, hash.done())
  }
  return new Map(
    own.flatMap(([path, blob]) => {
      const one = measured.get(blob)
      return one === undefined ? [] : [[path, one] as const]
    }),
  )
}

/** The bytes of one file of a commit; undefined where it has none of that path. @param blobs As above. */
export function readBytes(
  folder: string,
  blobs: ReadonlyMap<string, string>,
  path: string,
): Uint8Array | undefined {
  const blob = blobs.get(path)
  return blob === undefined ? undefined : git(folder, ['cat-file', 'blob', blob])
}

function* contentsOf(
  folder: string,
  blobs: readonly string[],
): Generator<readonly [string, Buffer]> {
  const answer = git(folder, ['cat-file', '--batch'], blobs.map((blob) => `${blob}\n`).join(''))
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(0x0a, at)
    const [blob = '', , size = ''] = answer.toString('latin1', at, end).split(' ')
    const next = end + 1 + Number(size)
    yield [blob, answer.subarray(end + 1, next)]
    at = next + 1
  }
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Every commit up to this one, from the root on, with what it changed. */
export function readHistory(folder: string, commit: string): readonly LedgerCommitted[] {
  const ids = git(folder, ['rev-list', '--reverse', '--topo-order', '--parents', commit]).toString()
  const parents = new Map(
    ids
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .map(([id = '', ...own]) => [id, own]),
  )
  const changes = changesOf(folder, [...parents.keys()])
  return [...parents].map(([id, own]) => ({ id, parents: own, changes: changes.get(id) ?? [] }))
}

function changesOf(folder: string, ids: readonly string[]): ReadonlyMap<string, readonly Change[]> {
  const args = ['diff-tree', '--stdin', '-r', '-z', '--root', '--no-renames']
  const fields = git(folder, args, ids.map((id) => `${id}\n`).join(''))
    .toString()
    .split('\0')
  const found = new Map<string, Change[]>()
  let own: Change[] = []
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? ''
    const [, blob, status] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(field) ?? []
    if (blob !== undefined && status !== undefined)
      own.push({ path: fields[++i] ?? '', status, blob })
    else if (field !== '') {
      own = []
      found.set(field.trim(), own)
    }
  }
  return found
}

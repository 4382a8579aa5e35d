import { complaintOf } from '../config/complaint.ts'
import { canonical } from './canonical.ts'
import { Entry, type ReleaseKey } from './entry.ts'

/** What the chain says of the entry before it is read. */
export interface Expected {
  readonly release: ReleaseKey
  readonly seq: number
  /** Hash of the entry before; null for the first. */
  readonly previous: string | null
}

/** An entry, or in words why the text is none at this place of the chain. */
export type Judged = { readonly entry: Entry } | { readonly fault: string }

/** The newest form of an entry that this version reads. */
const SCHEMA = 1

/** A run reads a chain again after every wait, and a text always says the same. */
const known = new Map<string, Judged>()
/** Texts that are remembered, for whoever reads chain after chain. */
const MOST_KNOWN = 500

/** Read one entry of a chain: canonical, of the known form, of this release, at this place, after that entry. */
export function judgeEntry(text: string, expected: Expected): Judged {
  const judged = judgeText(text)
  const fault = 'entry' in judged ? placeFault(judged.entry, expected) : undefined
  return fault === undefined ? judged : { fault }
}

/** What can be said of an entry wherever it stands: it is canonical and of the known form. */
export function judgeText(text: string): Judged {
  const judged = known.get(text) ?? judgeForm(text)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, judged)
  return judged
}

function judgeForm(text: string): Judged {
  const value = jsonOf(text)
  if (value === undefined) return { fault: 'it is no JSON' }
  const { data: entry, error } = Entry.safeParse(value)
  if (entry === undefined) return { fault: shapeFault(value, error?.issues[0]) }
  const fault = canonicalFault(entry, text)
  return fault === undefined ? { entry } : { fault }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Issue = Parameters<typeof complaintOf>[0]

function shapeFault(value: unknown, issue: Issue | undefined): string {
  const schema = typeof value === 'object' && value !== null && 'schema' in value && value.schema
  if (typeof schema === 'number' && schema > SCHEMA)
    return `it was written by a newer version (schema ${schema}): use that version`
  const path = issue === undefined ? [] : complaintOf(issue).path
  return `it has an unknown form (${(path.join('.') || 'the whole').slice(0, 100)})`
}

/** Half of a surrogate pair has no canonical form. */
function canonicalFault(entry: Entry, text: string): string | undefined {
  try {
    return canonical(entry) === text ? undefined : 'it is not in canonical form'
  } catch {
    return 'it has no canonical form'
  }
}

function placeFault(entry: Entry, { release, seq, previous }: Expected): string | undefined {
  const { product, channel, version } = entry.release
  if (product !== release.product || channel !== release.channel || version !== release.version)
    return `it belongs to ${product} ${channel} ${version}`
  if (entry.seq !== seq) return `its seq is ${entry.seq}`
  if (entry.previous === previous) return undefined
  return previous === null
    ? 'it follows an entry that is not there'
    : `it does not follow entry ${seq - 1}: that one has another hash`
}

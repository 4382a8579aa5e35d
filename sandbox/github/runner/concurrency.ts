import { parse } from 'yaml'
import type { GitHub, RunStart } from '../index.ts'

/** The group in which a run takes its turn. */
export interface Group {
  readonly name: string
  /** `queue: max`: all that wait keep their place. Otherwise one waits at most: the newest. */
  readonly keepsAll: boolean
}

/** A run that takes its turn. */
interface Turn {
  begin(): void
  /** A newer one has taken its place. */
  replaced(): void
}

interface Waiting {
  running: boolean
  turns: Turn[]
}

/** The group of a file, or of its job where it has one only; undefined where there is none. */
export async function groupOf(github: GitHub, run: RunStart): Promise<Group | undefined> {
  const { git } = github.repository(run.repository)
  const oid = await git.objectAt(`${run.sha}:${run.workflow}`)
  const text = oid === undefined ? '' : (await git.blob(oid)).toString('utf8')
  const { concurrency, jobs = {} } = (parseQuietly(text) ?? {}) as {
    readonly concurrency?: unknown
    readonly jobs?: Readonly<Record<string, { readonly concurrency?: unknown } | null>>
  }
  const [only, ...others] = Object.values(jobs)
  return asGroup(concurrency ?? (others.length === 0 ? only?.concurrency : undefined))
}

/** What cannot be read is what the run itself reports. */
function parseQuietly(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function asGroup(written: unknown): Group | undefined {
  if (typeof written === 'string') return { name: written, keepsAll: false }
  const { group, queue } = (written ?? {}) as { readonly group?: unknown; readonly queue?: unknown }
  return typeof group === 'string' ? { name: group, keepsAll: queue === 'max' } : undefined
}

/** Runs of a group begin one after another. */
export function startGroups() {
  const groups = new Map<string, Waiting>()
  return {
    enter({ name, keepsAll }: Group, turn: Turn): void {
      const group = groups.get(name) ?? { running: false, turns: [] }
      groups.set(name, group)
      if (!keepsAll) for (const older of group.turns.splice(0)) older.replaced()
      group.turns.push(turn)
      if (!group.running) beginNext(group)
    },
    /** The run that had its turn has ended. */
    leave({ name }: Group): void {
      const group = groups.get(name)
      if (group !== undefined) beginNext(group)
    },
  }
}

function beginNext(group: Waiting): void {
  const next = group.turns.shift()
  group.running = next !== undefined
  next?.begin()
}

/** The requirements, what shows them, and how each of them stands. */
import { textOf } from '../files.ts'

/** One requirement: of a seed document, or a decision that makes one checkable. */
export interface Row {
  readonly id: string
  readonly section: string
  readonly seed: string
  readonly who: 'suite' | 'people or application' | 'later'
  /** The pieces of work that it needs; it is due in the last of them. */
  readonly capability: readonly string[]
  readonly requirement: string
  readonly see?: string
}

/** A test by its exact title, a house rule by its name, or a file that is the thing itself. */
export interface Proof {
  readonly file?: string
  readonly title?: string
  readonly rule?: string
}

/** The hand-kept half. */
export interface Mapping {
  /** Capabilities that are complete. */
  readonly built: readonly string[]
  readonly shown: Readonly<Record<string, readonly Proof[]>>
  /** Who does what the suite does not. */
  readonly people: Readonly<Record<string, string>>
}

const ROWS = 'test/data/acceptance-rows.json'
const MAPPING = 'test/data/conformance.json'

/** Rows and mapping, or undefined where a tree has none. */
export function acceptance(root: string): { rows: readonly Row[]; mapping: Mapping } | undefined {
  const rows = textOf(root, ROWS)
  const mapping = textOf(root, MAPPING)
  if (rows === undefined || mapping === undefined) return undefined
  return { rows: JSON.parse(rows) as Row[], mapping: JSON.parse(mapping) as Mapping }
}

/** `shown`, or `open` with what it waits for. */
export function statusOf({ id, capability }: Row, { built, shown }: Mapping): string {
  if (shown[id] !== undefined) return 'shown'
  const missing = capability.filter((name) => !built.includes(name))
  return `open (${(missing.length === 0 ? capability : missing).join(', ')})`
}

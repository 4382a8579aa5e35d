/** One changed answer, and the answers that there are to change. */
import type { Answered } from './body-mutants.ts'
import type { Path } from './field-mutants.ts'
import type { Reply } from './network.ts'
import type { Recorded } from './recorded.ts'

/** One run of which one answer is another. */
export interface Mutant {
  readonly run: Recorded
  readonly key: string
  /** Kind of answer, as the table of answers has it. */
  readonly answer: string
  /** The field that is changed, its array indices as `*`; empty where it is the whole. */
  readonly field: string
  readonly path: Path
  readonly kind: string
  reply(): Reply
}

const STATUS_OK = { status: 200, headers: {} } as const

const known = new Map<Recorded, readonly (readonly [string, Answered])[]>()

/** The answers of a run, result files among them; each once. */
export function answersOf(run: Recorded): readonly (readonly [string, Answered])[] {
  const answers = known.get(run) ?? listAnswers(run)
  known.set(run, answers)
  return answers
}

function listAnswers(run: Recorded): readonly (readonly [string, Answered])[] {
  const replies = [...run.conversation].flatMap(([key, [first]]) =>
    first !== undefined && 'status' in first ? [[key, first] as const] : [],
  )
  const files = Object.entries(run.files).map(
    ([name, text]) => [`FILE ${name}`, { ...STATUS_OK, body: Buffer.from(text) }] as const,
  )
  return [...replies, ...files]
}

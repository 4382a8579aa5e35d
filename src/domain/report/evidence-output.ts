import { type Evidence, overall } from '../judging/verdict.ts'

/** Characters. As much as an input of the next action takes; a job's outputs may have a million bytes in UTF-16 together. */
const LARGEST = 60_000
/** Characters of one text in it. */
const LONGEST = 2000

/**
 * Evidence as the JSON of an output. What is too much for one is cut where that can be read: a text ends with `…`, and
 * the last entry says how many there are that the summary alone has, with the verdict over them.
 */
export function evidenceOutput(evidence: readonly Evidence[]): string {
  const entries = evidence.map(shortened)
  let count = 0
  let size = 0
  for (const text of entries.map((entry) => JSON.stringify(entry))) {
    size += text.length + 1
    if (size > LARGEST) break
    count += 1
  }
  const rest = entries.slice(count)
  return JSON.stringify(rest.length === 0 ? entries : [...entries.slice(0, count), cut(rest)])
}

function cut(rest: readonly Evidence[]): Evidence {
  const answer = 'cut here: an output takes no more, see the summary'
  const { verdict } = overall(rest)
  return { name: `and ${rest.length} more`, verdict, question: '', answer, limit: '' }
}

function shortened(entry: Evidence): Evidence {
  const { name, question, answer, limit } = entry
  return {
    ...entry,
    ...{ name: short(name), question: short(question) },
    ...{ answer: short(answer), limit: short(limit) },
  }
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`.toWellFormed()
}

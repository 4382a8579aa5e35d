/** What an exception asks of a mutant. */
import { answersOf, type Mutant } from './mutant.ts'
import type { Reply } from './network.ts'

/** The good value at the first `depth` parts of the mutant's path. */
export function goodAt({ run, key, path }: Mutant, depth: number): unknown {
  const body =
    answersOf(run)
      .find(([own]) => own === key)?.[1]
      .body.toString('utf8') ?? ''
  return path
    .slice(0, depth)
    .reduce(
      (value, part) => (value as Record<string | number, unknown>)[part],
      JSON.parse(body) as unknown,
    )
}

/** Status of the good answer. */
export const statusOf = ({ run, key }: Mutant) =>
  answersOf(run).find(([own]) => own === key)?.[1].status

/** Text of a key of the good value at the first `depth` parts of the path. */
export const textAt = (mutant: Mutant, depth: number, key: string) =>
  String((goodAt(mutant, depth) as Record<string, unknown>)[key])

/** Whether the run asked for an address that ends so. */
export const asked = ({ run }: Mutant, part: string) =>
  [...run.conversation.keys()].some((key) => key.endsWith(part))

/** Of an asset that the run does not download. */
export const foreignAsset = (mutant: Mutant) =>
  !asked(mutant, `/releases/assets/${textAt(mutant, 3, 'id')}`)
/** Of another release than the one that the run is about. */
export const foreignRelease = (mutant: Mutant) =>
  textAt(mutant, 1, 'tag_name') !== 'v1.1.0' && !mutant.run.name.startsWith('plan')
/** Of a file of another version. */
export const foreignFile = (mutant: Mutant) => !textAt(mutant, 2, 'filename').includes('-1.1.0-')

/** The body is the good one, byte for byte, under the same status. */
export function sameBody({ run, key }: Mutant, reply: Reply): boolean {
  const good = answersOf(run).find(([own]) => own === key)?.[1]
  if (good === undefined || !('status' in reply) || reply.status !== good.status) return false
  return reply.body.equals(good.body)
}

/** A single byte of a body that stays JSON, or of a page of HTML: what it makes may be another valid answer. */
export function isHarmless(mutant: Mutant, reply: Reply): boolean {
  if (!('status' in reply)) return false
  const text = reply.body.toString('utf8')
  if (mutant.answer === 'package page' && text.startsWith('<')) return text.includes('-1.1.0-')
  try {
    JSON.parse(text)
    return mutant.kind !== 'cut at a byte'
  } catch {
    return false
  }
}

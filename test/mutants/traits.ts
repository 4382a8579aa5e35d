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

/** The hidden markers of an issue's good text all stand in the changed one. */
export function markersStay(mutant: Mutant, reply: Reply): boolean {
  const markers = textAt(mutant, 0, 'body').match(/<!--.*?-->/g) ?? []
  if (markers.length === 0 || !('status' in reply)) return false
  const { body } = JSON.parse(reply.body.toString('utf8')) as { readonly body: unknown }
  return markers.every((marker) => String(body).includes(marker))
}

/** Every issue of this list stands in another list of the same run too. */
export function isListedElsewhere({ run, key }: Mutant): boolean {
  const numbers = (text: string) =>
    (JSON.parse(text) as { readonly number: number }[]).map(({ number }) => number)
  const lists = answersOf(run).filter(([other]) => /\/issues\?/.test(other))
  const [own, others] = [true, false].map((is) =>
    lists
      .filter(([other]) => (other === key) === is)
      .flatMap(([, { body }]) => numbers(body.toString('utf8'))),
  )
  return own?.every((number) => others?.includes(number)) ?? false
}

/** All the values of a measurement but one are there as they were, in their order. */
export function isOneValue({ run, key, path }: Mutant, reply: Reply): boolean {
  const good = answersOf(run).find(([own]) => own === key)?.[1]
  if (good === undefined || !('status' in reply)) return false
  const [before, after] = [valuesOf(good.body), valuesOf(reply.body)]
  const index = Number(path.at(-1))
  const behind = before.length - index - 1
  const ends = (values: readonly unknown[]) =>
    JSON.stringify([values.slice(0, index), values.slice(values.length - behind)])
  return after.length >= before.length - 1 && ends(before) === ends(after)
}

function valuesOf(file: Buffer): readonly unknown[] {
  const { metrics } = JSON.parse(file.toString('utf8')) as {
    readonly metrics: { readonly time: { readonly values: readonly unknown[] } }
  }
  return metrics.time.values
}

/** What GitHub wraps in base64 is the same text. */
export function decodesTheSame({ run, key }: Mutant, reply: Reply): boolean {
  const good = answersOf(run).find(([own]) => own === key)?.[1]
  return good !== undefined && 'status' in reply && decoded(reply.body) === decoded(good.body)
}

function decoded(body: Buffer): string {
  const { content } = JSON.parse(body.toString('utf8')) as { readonly content: string }
  return Buffer.from(content, 'base64').toString()
}

/** Pairs of a time and a number that is not negative. */
export function isValidVector(reply: Reply): boolean {
  if (!('status' in reply)) return false
  const { data } = JSON.parse(reply.body.toString('utf8')) as {
    data: { result: { value: [unknown, unknown] }[] }
  }
  return data.result.every(
    ({ value: [time, value] }) =>
      typeof time === 'number' && typeof value === 'string' && Number(value) >= 0,
  )
}

/** Runs actions on changed answers, and says what may not have come of it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { knownAnswer, readOf } from './answers.ts'
import {
  type Answered,
  type BodyMutant,
  bodyMutants,
  cutAt,
  downMutants,
  spoiltAt,
} from './body-mutants.ts'
import { equivalence } from './equivalents.ts'
import { type FieldMutant, fieldMutants } from './field-mutants.ts'
import { act, type Outcome } from './in-process.ts'
import { answersOf, type Mutant } from './mutant.ts'
import { type Reply, replay } from './network.ts'
import type { Recorded } from './recorded.ts'

/** What came of a mutant. */
export interface Judged {
  /** What is wrong with it; undefined where nothing is. */
  readonly wrong: string | undefined
  /** Why it may pass; undefined where it did not pass. */
  readonly equivalent: string | undefined
  /** What the action said. */
  readonly reason: string
}

/** Every mutant of every field and of the whole of every answer of a run. */
export function allMutants(run: Recorded): Mutant[] {
  return answersOf(run).flatMap(([key, good]) => [
    ...ofFields(run, key, good),
    ...ofPayload(run, key, good),
    ...ofWhole(run, key, key.startsWith('FILE ') ? fileMutants(good) : bodyMutants(good)),
  ])
}

/** Every mutant that says that an answer cannot be had. */
export function allDown(run: Recorded): Mutant[] {
  return answersOf(run).flatMap(([key, good]) =>
    key.startsWith('FILE ') ? [] : ofWhole(run, key, downMutants(good)),
  )
}

/** A cut or a spoilt byte somewhere. */
export function someMutant(run: Recorded, random: () => number): Mutant {
  const answers = answersOf(run).filter(([, { body }]) => body.length > 0)
  const [key, good] = answers[Math.floor(random() * answers.length)] ?? answers[0] ?? []
  if (key === undefined || good === undefined) throw new Error('a run without answers')
  const byte = Math.floor(random() * good.body.length)
  const bit = Math.floor(random() * 9)
  const mutant = random() < 0.6 ? cutAt(good, byte) : spoiltAt(good, byte, bit)
  const [first] = ofWhole(run, key, [mutant])
  if (first === undefined) throw new Error('no mutant')
  return first
}

function ofFields(run: Recorded, key: string, good: Answered): Mutant[] {
  const { name: answer, reads } = knownAnswer(key)
  if (reads === undefined || good.body[0] === 0x3c || good.body.length === 0) return []
  const text = good.body.toString('utf8')
  return fieldMutants(JSON.parse(text)).map((mutant) => ({
    ...{ run, key, answer, ...mutant, field: mutant.field || '(whole)' },
    reply: () => ({ ...good, body: Buffer.from(mutant.text()) }),
  }))
}

/** What GitHub wraps: the config in base64, and the texts of the ledger in a text. */
function ofPayload(run: Recorded, key: string, good: Answered): Mutant[] {
  const payload = payloadIn(knownAnswer(key).name, good.body.toString('utf8'))
  if (payload === undefined) return []
  const { answer, inner, wrap } = payload
  const replyOf = (text: string) => ({ ...good, body: Buffer.from(wrap(text)) })
  const fields: FieldMutant[] = fieldMutants(parse(inner))
  const cuts = Array.from({ length: Math.ceil(inner.length / 7) }, (_, i) => inner.slice(0, i * 7))
  return [
    ...fields.map(({ field, path, kind, text }) => {
      const reply = () => replyOf(text())
      return { run, key, answer, field: field || '(whole)', path, kind, reply }
    }),
    ...cuts.map((text) => {
      return { run, key, answer, field: '', path: [], kind: 'cut', reply: () => replyOf(text) }
    }),
  ]
}

interface Payload {
  readonly answer: string
  readonly inner: string
  readonly wrap: (text: string) => string
}

function payloadIn(name: string, body: string): Payload | undefined {
  if (name === 'config') {
    const outer = JSON.parse(body) as { readonly content: string }
    const inner = Buffer.from(outer.content, 'base64').toString('utf8')
    const wrap = (text: string) => {
      const bytes = Buffer.from(text)
      return JSON.stringify({ ...outer, content: bytes.toString('base64'), size: bytes.length })
    }
    return { answer: 'text of the config', inner, wrap }
  }
  const [, text] = (name.startsWith('ledger') && /"text":("(?:[^"\\]|\\.)*")/.exec(body)) || []
  if (text === undefined) return undefined
  const wrap = (other: string) => body.replace(text, () => JSON.stringify(other))
  return { answer: 'text of the ledger', inner: JSON.parse(text), wrap }
}

function ofWhole(run: Recorded, key: string, mutants: readonly BodyMutant[]): Mutant[] {
  const { name: answer } = knownAnswer(key)
  return mutants.map(({ kind, reply }) => ({ run, key, answer, field: '', path: [], kind, reply }))
}

/** A file has no status and no headers. */
const fileMutants = (good: Answered) =>
  bodyMutants(good).filter(({ kind }) => !/^\d|content-type|says so/.test(kind))

/** Run an action on an answer of a mutant. */
async function runMutant({ run, key, answer }: Mutant, reply: Reply): Promise<Outcome> {
  // The config is read anew only where it is what was changed.
  const config = answer.includes('config') ? undefined : run.good.config
  if (!key.startsWith('FILE ')) return act(run, replay(run.conversation, { key, reply }), config)
  const name = key.slice(5)
  const path = join(run.env.GITHUB_WORKSPACE ?? '', name)
  if ('status' in reply) writeFileSync(path, reply.body)
  const outcome = await act(run, replay(run.conversation), config)
  writeFileSync(path, run.files[name] ?? '')
  return outcome
}

/** What no user may read: traces of a programming error. */
const INNER =
  /unexpected:|(?:Type|Range|Reference|Syntax)Error|\bundefined\b|\[object |\bNaN\b|^\s+at .+:\d+|\.ts:\d|node:internal/m

/** Run a mutant and say whether it came out as it must. */
export async function judge(mutant: Mutant): Promise<Judged> {
  const reply = mutant.reply()
  const outcome = await runMutant(mutant, reply)
  const { reason } = outcome
  const said = INNER.exec(outcome.shown)?.[0]
  // Only what was put there may be quoted.
  if (said !== undefined && !mutant.kind.includes(said))
    return { wrong: `says "${said}": ${reason.slice(0, 200)}`, equivalent: undefined, reason }
  if (outcome.verdict === 'pass') {
    const equivalent = readsTheSame(mutant, reply) ? UNREAD : equivalence(mutant, reply)
    return { wrong: equivalent === undefined ? 'passes' : undefined, equivalent, reason }
  }
  const more = isField(mutant) && readsTheSame(mutant, reply)
  const wrong = `reads more than the table of answers says: ${reason.slice(0, 200)}`
  return { wrong: more ? wrong : undefined, equivalent: undefined, reason }
}

const UNREAD = 'no field that is read has changed'

/** A key that stands twice may be refused, whatever JSON makes of it. */
const isField = ({ field, answer, kind }: Mutant) =>
  field !== '' && !answer.startsWith('text of') && !kind.startsWith('twice')

function readsTheSame({ run, key, answer }: Mutant, reply: Reply): boolean {
  const { reads } = knownAnswer(key)
  if (reads === undefined || !('status' in reply) || answer.startsWith('text of')) return false
  const { status, text } = goodRead(run, key, reads)
  if (reply.status !== status || reply.cut || text === undefined) return false
  return text === readOf(reply.body.toString('utf8'), reads)
}

const goodReads = new Map<string, { status: number; text: string | undefined }>()

/** What is read of the good answer, taken once. */
function goodRead(run: Recorded, key: string, reads: readonly string[]) {
  const name = `${run.name} ${key}`
  const known = goodReads.get(name)
  if (known !== undefined) return known
  const good = answersOf(run).find(([own]) => own === key)?.[1]
  const text = good && readOf(good.body.toString('utf8'), reads)
  const read = { status: good?.status ?? 0, text }
  goodReads.set(name, read)
  return read
}

/** A mutant in one line. */
export const describe = ({ run, answer, field, kind }: Mutant) =>
  `${run.name}: ${answer}${field === '' ? '' : `, ${field}`}: ${kind}`

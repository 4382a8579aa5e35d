import * as z from 'zod'
import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import { fill } from '../../domain/release/template.ts'
import { Audience, audienceText, isSameAudience } from '../../domain/rollout/audience.ts'
import type { Command } from '../../ports/command.ts'
import type { Http } from '../../ports/http.ts'
import type { Held, Traffic, Weights } from '../../ports/traffic.ts'
import { assertSame, assertWeights, versionIn } from './slots.ts'

type CommandConfig = Extract<TrafficConfig, { provider: 'command' }>

/** A step that was interrupted has happened or never will 30 s after its intent: who moves traffic has no more time. */
const TIMEOUT_MS = 10_000

const Answer = z.strictObject({
  weights: z.record(z.string(), z.number().min(0).max(100)),
  /** Absent or empty: everybody. */
  audience: z.union([Audience, z.strictObject({}).transform(() => undefined)]).optional(),
})

/** A router behind two commands of the consumer: `set` moves the traffic, `get` prints as JSON what the router holds. */
export function commandTraffic(config: CommandConfig, command: Command, http: Http): Traffic {
  const slots = Object.keys(config.slots)
  const run = async (key: 'set' | 'get', argv: readonly string[]) => {
    // The arguments stay unsaid: they, and what the command prints on its way, may hold what is nobody's business.
    const name = `traffic.${key} (${argv[0]})`
    const { exit, stdout } = await named(key, () => command.run(argv, { timeoutMs: TIMEOUT_MS }))
    if (exit === 0) return { name, stdout }
    const end = exit === null ? 'by a signal' : `with ${exit}`
    throw new Failure('refused', `${name} ended ${end}`, 'Run it by hand: it says why')
  }
  const held = async () => {
    const { name, stdout } = await run('get', config.get)
    return toHeld(stdout, name, slots)
  }
  return {
    held,
    weights: async () => (await held()).weights,
    async shift(wanted, audience) {
      assertWeights(wanted, slots)
      await run('set', filled(config.set, wanted, audience))
      const now = await held()
      assertSame(wanted, now.weights)
      assertSameAudience(audience, now.audience)
    },
    versionIn: (slot) => versionIn(config, slot, http),
  }
}

/** What stops a command does not know whose it is. */
async function named<T>(key: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(error.code, `traffic.${key}: ${error.message}`, error.remedy, {
      cause: error,
    })
  }
}

/** One pass over each argument: what a value holds is not read again, and no shell reads any of it. */
function filled(
  argv: readonly string[],
  weights: Weights,
  audience: Audience | undefined,
): readonly string[] {
  const bySlot = Object.entries(weights).map(([slot, w]) => [`weight:${slot}`, String(w)] as const)
  const values = {
    ...Object.fromEntries(bySlot),
    weights: JSON.stringify(weights),
    audience: JSON.stringify(audience ?? {}),
    tenants: audience !== undefined && 'tenants' in audience ? audience.tenants.join(',') : '',
    ring: audience !== undefined && 'ring' in audience ? audience.ring : '',
  }
  return argv.map((part) => fill(part, values))
}

function toHeld(stdout: string, name: string, slots: readonly string[]): Held {
  const { data, error } = Answer.safeParse(json(stdout, name))
  if (data === undefined) {
    const where = error.issues[0]?.path.join('.') || 'the whole'
    throw new Failure('bad-answer', `${name} printed JSON of an unknown shape (${where})`)
  }
  const { weights, audience } = data
  const names = Object.keys(weights)
  if (names.length !== slots.length || !slots.every((slot) => names.includes(slot)))
    throw new Failure('bad-answer', `${name} printed other slots than ${slots.join(' and ')}`)
  const sum = Object.values(weights).reduce((total, w) => total + w, 0)
  if (sum !== 100)
    throw new Failure('bad-answer', `${name} printed weights that sum to ${sum}, not 100`)
  return { weights, audience }
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('bad-answer', `${name} printed something that is no JSON`)
  }
}

/** @throws Failure `not-held` */
function assertSameAudience(wanted: Audience | undefined, held: Audience | undefined): void {
  if (isSameAudience(wanted, held)) return
  const said = (audience: Audience | undefined) => audienceText(audience) || 'everybody'
  throw new Failure(
    'not-held',
    `the router holds another audience than it was given: ${said(held)} instead of ${said(wanted)}`,
  )
}

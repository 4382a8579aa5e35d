import * as z from 'zod'
import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import { untaggedVersion } from '../../domain/release/scheme.ts'
import { parseVersion } from '../../domain/release/version.ts'
import type { Http } from '../../ports/http.ts'
import type { Weights } from '../../ports/traffic.ts'
import { readAnswer } from './answer.ts'

const TIMEOUT_MS = 10_000
const Version = z.looseObject({ version: z.string() })

/**
 * The version that answers in a slot, asked past the router. Undefined only when nothing listens there: every other
 * trouble is a Failure, because a slot that cannot be asked is not an empty one.
 */
export async function versionIn(
  config: TrafficConfig,
  slot: string,
  http: Http,
): Promise<string | undefined> {
  const base = config.slots[slot]?.url
  if (base === undefined)
    throw new Failure('absent', `there is no slot ${slot}`, 'Name one of traffic.slots')
  const url = base.replace(/\/$/, '') + config['version-path']
  try {
    const answer = await http.send({ method: 'GET', url, timeoutMs: TIMEOUT_MS })
    const { version } = readAnswer(answer, Version, `the slot ${slot}`)
    const parsed = parseVersion(version, 'v') ?? untaggedVersion(version)
    if (parsed !== undefined) return parsed.version
    throw new Failure('bad-answer', `the slot ${slot} answers a version that is none`)
  } catch (error) {
    if (isRefused(error)) return undefined
    throw error
  }
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Failure) || error.code !== 'connection') return false
  const { cause } = error
  return (
    typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED'
  )
}

/** @throws Failure `bad-weights` unless every slot has a whole percent and they sum to 100. */
export function assertWeights(weights: Weights, slots: readonly string[]): void {
  const values = slots.map((slot) => weights[slot] ?? Number.NaN)
  const whole = values.every((v) => Number.isInteger(v) && v >= 0 && v <= 100)
  const sum = values.reduce((total, v) => total + v, 0)
  if (!whole || sum !== 100 || Object.keys(weights).length !== slots.length)
    throw new Failure(
      'bad-weights',
      `weights must be whole percents of ${slots.join(' and ')} that sum to 100`,
    )
}

/** @throws Failure `not-held` when the router does not hold what it was told. */
export function assertSame(wanted: Weights, held: Weights): void {
  const off = Object.keys(wanted).filter((slot) => wanted[slot] !== held[slot])
  if (off.length === 0) return
  const text = off.map((slot) => `${slot} ${held[slot]} instead of ${wanted[slot]}`).join(', ')
  throw new Failure('not-held', `the router holds other weights than it was given: ${text}`)
}

import * as z from 'zod'
import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import type { Traffic, Weights } from '../../ports/traffic.ts'
import { readAnswer } from './answer.ts'
import { assertSame, assertWeights, versionIn } from './slots.ts'

type RouterConfig = Extract<TrafficConfig, { provider: 'router' }>

const TIMEOUT_MS = 10_000
const Backends = z.array(z.looseObject({ name: z.string(), weight: z.number().min(0).max(100) }))

/** A router with the admin API `GET /backends` and `PUT /backends {"blue":10,"green":90}`. */
export function routerTraffic(config: RouterConfig, http: Http): Traffic {
  const url = `${config.url.replace(/\/$/, '')}/backends`
  const slots = Object.keys(config.slots)
  const weights = async () => {
    const answer = await http.send({ method: 'GET', url, timeoutMs: TIMEOUT_MS })
    return toWeights(readAnswer(answer, Backends, 'the router'), slots)
  }
  return {
    weights,
    async shift(wanted) {
      assertWeights(wanted, slots)
      const body = JSON.stringify(wanted)
      const headers = { 'content-type': 'application/json' }
      const answer = await http.send({ method: 'PUT', url, body, headers, timeoutMs: TIMEOUT_MS })
      readAnswer(answer, Backends, 'the router')
      assertSame(wanted, await weights())
    },
    versionIn: (slot) => versionIn(config, slot, http),
  }
}

function toWeights(backends: z.infer<typeof Backends>, slots: readonly string[]): Weights {
  const weights = Object.fromEntries(backends.map((b) => [b.name, b.weight]))
  const known = slots.every((slot) => weights[slot] !== undefined)
  if (!known || backends.length !== slots.length)
    throw new Failure(
      'bad-answer',
      `the router has other backends than ${slots.join(' and ')}`,
      'Give its backends the names of traffic.slots',
    )
  const sum = Object.values(weights).reduce((total, w) => total + w, 0)
  if (sum !== 100)
    throw new Failure('bad-answer', `the weights of the router sum to ${sum}, not 100`)
  return weights
}

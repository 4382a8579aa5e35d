import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'
import type { Traffic, Weights } from '../../ports/traffic.ts'
import { askRuntime } from './runtime-socket.ts'
import { assertSame, assertWeights, versionIn } from './slots.ts'

type HaproxyConfig = Extract<TrafficConfig, { provider: 'haproxy' }>

/**
 * HAProxy by its runtime API: the backend has one server a slot, of the same name. Absolute weights, because a percent
 * there is relative to the weight of the configuration file; they last until a restart.
 */
export function haproxyTraffic(config: HaproxyConfig, http: Http): Traffic {
  const slots = Object.keys(config.slots)
  const server = (slot: string) => `${config.backend}/${slot}`
  const weights = async () => {
    const answers = slots.map(async (slot) => {
      const text = await askRuntime(config.socket, `get weight ${server(slot)}`)
      return [slot, weightOf(text)] as const
    })
    return toShares(Object.fromEntries(await Promise.all(answers)))
  }
  return {
    weights,
    async shift(wanted) {
      assertWeights(wanted, slots)
      const commands = slots.map((slot) => `set server ${server(slot)} weight ${wanted[slot]}`)
      // One line for all servers: no traffic is split by half a change.
      const answer = await askRuntime(config.socket, commands.join(';'))
      if (answer.trim() !== '') throw refused(answer)
      assertSame(wanted, await weights())
    },
    versionIn: (slot) => versionIn(config, slot, http),
  }
}

/** Answers are text for people: `10 (initial 100)`, or a sentence when something is wrong. */
function weightOf(text: string): number {
  const [, digits] = /^(\d{1,3}) \(initial \d{1,3}\)\s*$/.exec(text) ?? []
  if (digits === undefined) throw refused(text)
  return Number(digits)
}

/** HAProxy splits by weight over sum, so 1 and 1 are 50 % each. */
function toShares(raw: Weights): Weights {
  const sum = Object.values(raw).reduce((total, w) => total + w, 0)
  if (sum === 0) throw new Failure('bad-answer', 'every server of the HAProxy backend has weight 0')
  return Object.fromEntries(Object.entries(raw).map(([slot, w]) => [slot, (w * 100) / sum]))
}

function refused(text: string): Failure {
  const [first = ''] = text.trim().split('\n')
  const shown = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200)
  return new Failure('refused', `HAProxy refuses: ${shown === '' ? 'no answer' : shown}`)
}

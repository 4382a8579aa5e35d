import { type Audience, forAudience } from '../domain/rollout/audience.ts'
import type { Traffic, Weights } from '../ports/traffic.ts'

/** Weights in words, in the order of the slots' names: `blue 90 %, green 10 %`. */
export function weightsText(weights: Weights): string {
  const names = Object.keys(weights).sort()
  return names.map((name) => `${name} ${weights[name]} %`).join(', ')
}

/** What a router shall hold, in words: the weights, and for whom they are where that is not everybody. */
export function routingText(weights: Weights, audience: Audience | undefined): string {
  return weightsText(weights) + forAudience(audience)
}

/** The same of what it holds. @throws Failure when it cannot be asked. */
export async function heldText(traffic: Traffic): Promise<string> {
  if (traffic.held === undefined) return weightsText(await traffic.weights())
  const { weights, audience } = await traffic.held()
  return routingText(weights, audience)
}

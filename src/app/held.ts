import { type Audience, forAudience } from '../domain/rollout/audience.ts'
import type { Held, Traffic, Weights } from '../ports/traffic.ts'

/** Weights in words, in the order of the slots' names: `blue 90 %, green 10 %`. */
export function weightsText(weights: Weights): string {
  const names = Object.keys(weights).sort()
  return names.map((name) => `${name} ${weights[name]} %`).join(', ')
}

/** What a router shall hold, in words: the weights, and for whom they are where that is not everybody. */
export function routingText(weights: Weights, audience: Audience | undefined): string {
  return weightsText(weights) + forAudience(audience)
}

/** What a router holds; one that knows weights only has them for everybody. @throws Failure when it cannot be asked. */
export async function heldBy(traffic: Traffic): Promise<Held> {
  if (traffic.held !== undefined) return traffic.held()
  return { weights: await traffic.weights(), audience: undefined }
}

/** The same in words, as `routingText`. @throws Failure when it cannot be asked. */
export async function heldText(traffic: Traffic): Promise<string> {
  const { weights, audience } = await heldBy(traffic)
  return routingText(weights, audience)
}

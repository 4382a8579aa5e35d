import { Failure } from '../domain/failure.ts'
import type { Traffic, Weights } from '../ports/traffic.ts'
import { heldText, weightsText } from './held.ts'

/**
 * What a router holds, in words; where that is what it should hold, with each slot that gives users another version:
 * the same weights may be those of a later release.
 * @throws Failure when the router cannot be asked, or nothing answers in a slot that has traffic.
 */
export async function servedText(
  version: string,
  weights: Weights,
  traffic: Traffic,
): Promise<string> {
  const held = await heldText(traffic)
  if (held !== weightsText(weights)) return held
  const others: string[] = []
  for (const slot of Object.keys(weights).filter((name) => (weights[name] ?? 0) > 0)) {
    const running = await traffic.versionIn(slot)
    if (running === undefined) throw new Failure('silent', `nothing answers in the slot ${slot}`)
    if (running !== version) others.push(`${slot} runs ${running}`)
  }
  return [held, ...others].join(', ')
}

import type { Contestant, Decided } from './contestants.ts'
import { type Case, caseOf } from './document.ts'
import type { Family } from './families.ts'

/** So many rollouts are judged by one process. */
const AT_ONCE = 50

/** How many of which family, and from which seed. */
export interface Size {
  readonly seed: number
  readonly rollouts: number
}

/** What became of one family, by the name of the judge. */
export interface Played {
  readonly family: Family
  readonly by: ReadonlyMap<string, readonly Decided[]>
}

/** Plays the rollouts of a family for every judge: all see the same ones. */
export function play(
  family: Family,
  { seed, rollouts }: Size,
  contestants: readonly Contestant[],
): Played {
  const by = new Map<string, Decided[]>(contestants.map(({ name }) => [name, []]))
  for (let from = 0; from < rollouts; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, rollouts - from)
    const cases = Array.from({ length: count }, (_, i) => nth(family, seed, from + i))
    for (const { name, decide } of contestants) by.get(name)?.push(...decide(cases))
  }
  return { family, by }
}

/** The same rollout for the same seed, whatever else is played. */
function nth(family: Family, seed: number, i: number): Case {
  let hash = seed | 0
  for (const char of `${family.name}/${i}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return caseOf(family, hash, `c${i}`)
}

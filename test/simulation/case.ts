import type { Call, Fault, Struck } from '../fakes/fault.ts'
import type { Scenario } from './scenario.ts'

/** A world as data: played again it has the same history, and each part of it can be left out. */
export interface Case {
  /** How long calls take, how far reads lag, and what a noisy source says. */
  readonly seed: number
  readonly scenario: Scenario
  /** The faults that strike; whatever else is called goes well. */
  readonly strikes: readonly Struck[]
}

/** A case that once led to something forbidden, kept so that it is played with every change. */
export interface Kept extends Case {
  /** What went wrong then. */
  readonly what: string
}

/** The faults of a case, as a world asks for them. */
export function faultsOf({ strikes }: Case): (call: Call) => Fault {
  const keyOf = ({ process, site, index }: Call) => `${process} ${index} ${site}`
  const known = new Map(strikes.map((strike) => [keyOf(strike), strike.fault]))
  return (call) => known.get(keyOf(call)) ?? 'none'
}

import type { Operation, RecordedRequest } from './journal.ts'

/**
 * What goes wrong: an answer with this status, a cut connection, a page instead of JSON, no answer
 * at all, an answer after `delayMs`, one that never ends, or an answer of your own.
 */
export type FaultKind = number | 'reset' | 'html' | 'hang' | 'delay' | 'endless' | FaultAnswer

/** An answer that replaces GitHub's. */
export interface FaultAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A fault for the next requests that fit. */
export interface Fault {
  /** Any method unless given. */
  readonly method?: string
  /** Tried on the path without the query. */
  readonly path: RegExp
  /** Only GraphQL that reads, or only GraphQL that writes. */
  readonly operation?: Operation
  /** Only requests of this account; of anybody unless given. */
  readonly login?: string
  /** How many requests it hits; it counts down to 0. Once unless given. */
  times?: number
  /** Happens instead of the request's effect. */
  readonly before?: FaultKind
  /** An upload of a file stops half way: its asset stays `starter`, and this is the answer. */
  readonly during?: FaultKind
  /** Happens after the request's effect, instead of its answer; `cut` sends the first half of it. */
  readonly after?: FaultKind | 'cut'
  /** Reads answer what GitHub knew so many milliseconds ago, from the moment on when the fault was added. */
  readonly stale?: number
  /** Milliseconds for `delay`; 1,000 unless given. */
  readonly delayMs?: number
}

/** Takes the first fault that fits a request and counts it down. */
export function takeFault(
  faults: Fault[],
  { method, path, operation, tokenLogin }: RecordedRequest,
): Fault | undefined {
  const fault = faults.find(
    (each) =>
      (each.times ?? 1) > 0 &&
      (each.method ?? method) === method &&
      (each.operation ?? operation) === operation &&
      (each.login ?? tokenLogin) === tokenLogin &&
      path.search(each.path) !== -1,
  )
  if (fault !== undefined) fault.times = (fault.times ?? 1) - 1
  return fault
}

/**
 * What goes wrong: an answer with this status, a cut connection, a page instead of JSON, no answer
 * at all, an answer after `delayMs`, or an answer of your own.
 */
export type FaultKind = number | 'reset' | 'html' | 'hang' | 'delay' | FaultAnswer

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
  /** How many requests it hits; it counts down to 0. Once unless given. */
  times?: number
  /** Happens instead of the request's effect. */
  readonly before?: FaultKind
  /** Happens after the request's effect, instead of its answer. */
  readonly after?: FaultKind
  /** Milliseconds for `delay`; 1,000 unless given. */
  readonly delayMs?: number
}

/** Takes the first fault that fits a request and counts it down. */
export function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const fault = faults.find(
    (each) =>
      (each.times ?? 1) > 0 &&
      (each.method === undefined || each.method === method) &&
      path.search(each.path) !== -1,
  )
  if (fault !== undefined) fault.times = (fault.times ?? 1) - 1
  return fault
}

import type { Span } from '../../domain/metrics/json-value.ts'
import type { Window } from '../../ports/metrics.ts'

/** The time of a window as numbers. */
export function spanOf({ from, to }: Window): Span {
  return { from: from.getTime(), to: to.getTime() }
}

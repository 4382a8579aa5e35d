/** What goes wrong with one call, before or after its effect: nothing, an error, or the death of the process. */
export type Fault =
  | 'none'
  /** The connection is cut before, or the answer is cut off after. */
  | 'fail-before'
  | 'fail-after'
  | 'crash-before'
  | 'crash-after'
  /** A status of 500 and more. */
  | 'error-before'
  | 'error-after'
  /** No answer in all the time that a request is given. */
  | 'silent-before'
  | 'silent-after'
  /** Refused for its number: 429, or 403 with the time of the limit. */
  | 'limited'

/** Every fault but none. */
export const FAULTS: readonly Fault[] = [
  'fail-before',
  'fail-after',
  'crash-before',
  'crash-after',
  'error-before',
  'error-after',
  'silent-before',
  'silent-after',
  'limited',
]

/** What the adapters make of it; none tells more of a router or of a slot than that its answer was bad. */
export function codeOf(fault: Fault, site: string): string {
  if (fault.startsWith('error')) return isGitHub(site) ? 'server-error' : 'bad-answer'
  if (fault === 'limited') return isGitHub(site) ? 'rate-limited' : 'bad-answer'
  return fault === 'fail-before' ? 'connection' : 'timeout'
}

/** How long a silent call takes: what a request is given, milliseconds. */
export function silenceOf(site: string): number {
  if (site.startsWith('deployments.')) return 5000
  return isGitHub(site) ? 20_000 : 10_000
}

function isGitHub(site: string): boolean {
  return !['router.', 'slot.', 'metrics.'].some((part) => site.startsWith(part))
}

/** One call of a port, as the fault plan sees it. */
export interface Call {
  readonly process: string
  readonly site: string
  /** Counts the calls of this process from 0. */
  readonly index: number
}

/** A call and what struck it. */
export interface Struck extends Call {
  readonly fault: Fault
}

import { Failure } from '../failure.ts'
import type { Listing } from './listing.ts'

/** Minor version of the simple API that is known whole (PEP 792). */
const KNOWN_MINOR = 4

/** What a status means for a version that is there; one that is not listed here is not understood. */
const STATUS: Readonly<Record<string, string>> = {
  active: '',
  archived: 'the index calls the project archived: its owners publish nothing more there',
  deprecated: 'the index calls the project deprecated',
  quarantined: '',
}

/**
 * What a project page says of itself: the version of its form (PEP 629, 691) and the project's status (PEP 792).
 * @param said The status, from each place where pages have it.
 * @throws Failure `bad-answer` for another major version, and for a status that nobody knows: it may forbid the use.
 */
export function pageFacts(
  version: string | undefined,
  said: readonly (string | undefined)[],
): Pick<Listing, 'quarantined' | 'warnings'> {
  const notes = said.filter((status) => status !== undefined).map(statusNote)
  const warnings = [versionNote(version), ...notes].filter((each) => each !== '')
  return { quarantined: said.includes('quarantined'), warnings }
}

function statusNote(status: string): string {
  const note = Object.hasOwn(STATUS, status) ? STATUS[status] : undefined
  if (note !== undefined) return note
  throw new Failure('bad-answer', 'the index gives the project a status that is not known')
}

/** Pages of before there were versions say none. */
function versionNote(version = '1.0'): string {
  const [, minor] = /^1\.(\d{1,4})$/.exec(version) ?? []
  if (minor === undefined)
    throw new Failure('bad-answer', 'the index speaks another version of its API than 1.x')
  if (Number(minor) <= KNOWN_MINOR) return ''
  return `the index speaks version ${version} of its API, known is 1.${KNOWN_MINOR}: what is new in it is not read`
}

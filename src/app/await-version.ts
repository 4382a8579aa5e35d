import { Failure } from '../domain/failure.ts'
import {
  type Expectation,
  filesOfVersion,
  isComplete,
  missingFiles,
  undeclaredFiles,
} from '../domain/packages/expectation.ts'
import type { IndexFile, Listing } from '../domain/packages/listing.ts'
import type { Clock } from '../ports/clock.ts'
import type { PackageIndex } from '../ports/package-index.ts'

/** What the wait ended with. */
export type Awaited =
  | { readonly kind: 'visible'; readonly listing: Listing; readonly afterMs: number }
  | { readonly kind: 'absent'; readonly answer: string }
  | { readonly kind: 'trouble'; readonly failure: Failure }

/** What one read saw. */
type Seen = Awaited | { readonly kind: 'quarantined' }

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const CONFIRM_MS = 1000

/** Waiting cures none of these. */
const FINAL = ['unauthorised', 'forbidden-origin', 'cancelled']

/** The time that several packages share. */
export interface Wait {
  /** Milliseconds since 1970. */
  readonly from: number
  readonly ms: number
}

/**
 * Read the index until the version is complete on two reads in a row, or until the wait is over: then the last read
 * stands. The pause doubles from half a second to half a minute. Each read is fresh; one that failed counts as nothing.
 */
export async function awaitVersion(
  expectation: Expectation,
  wait: Wait,
  { index, clock }: { readonly index: PackageIndex; readonly clock: Clock },
): Promise<Awaited> {
  const elapsed = () => clock.now().getTime() - wait.from
  let firstMs: number | undefined
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const seen = await look(expectation, index, elapsed)
    if (seen.kind === 'visible') {
      // Caches in front of an index answer differently from read to read: one look is luck.
      if (firstMs !== undefined) return { ...seen, afterMs: firstMs }
      firstMs = seen.afterMs
      await clock.sleep(CONFIRM_MS)
      continue
    }
    firstMs = undefined
    const left = wait.ms - elapsed()
    if (left <= 0 || isFinal(seen)) return ended(seen)
    await clock.sleep(Math.min(pause, left))
  }
}

async function look(
  expectation: Expectation,
  index: PackageIndex,
  elapsed: () => number,
): Promise<Seen> {
  try {
    const listing = await index.read(expectation.project)
    if (listing === undefined) return { kind: 'absent', answer: 'the index has no such project' }
    if (listing.quarantined) return { kind: 'quarantined' }
    if (isComplete(expectation, listing.files))
      return { kind: 'visible', listing, afterMs: elapsed() }
    return { kind: 'absent', answer: lacking(expectation, listing.files) }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'trouble', failure: error }
    throw error
  }
}

function lacking(expectation: Expectation, files: readonly IndexFile[]): string {
  if (filesOfVersion(expectation, files).length === 0) return 'not visible'
  const extra = undeclaredFiles(expectation, files)
  return [
    `incomplete, missing ${missingFiles(expectation, files).join(', ')}`,
    ...(extra.length === 0 ? [] : [`undeclared ${extra.join(', ')}`]),
  ].join('; ')
}

function isFinal(seen: Seen): boolean {
  if (seen.kind === 'quarantined') return true
  return seen.kind === 'trouble' && FINAL.includes(seen.failure.code)
}

function ended(seen: Seen): Awaited {
  return seen.kind === 'quarantined'
    ? { kind: 'absent', answer: 'the index has quarantined the project' }
    : seen
}

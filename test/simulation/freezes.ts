import { FreezeMarker } from '../../src/domain/ledger/freeze.ts'
import { openFreezePath } from '../../src/domain/ledger/path.ts'
import { freezeEntryMarker } from '../../src/domain/report/freeze-issue.ts'
import type { Issue } from '../../src/ports/issues.ts'
import { isFreeze } from './record.ts'
import { type Rig, SCOPE } from './rig.ts'

/** How long before a promotion a freeze that is an issue only must have been open to be seen, beside the list's lag. */
const SEEN_MS = 30_000

type Files = ReadonlyMap<string, string>

/** The marker stands until the next plan, but a person closed its issue: the freeze is over. */
export function isLifted(files: Files, rig: Rig): boolean {
  return isClosed(files, rig) && issuesOf(files, rig).every((i) => i.state === 'closed')
}

/** A person closed its issue; another one may hold the scope by now. */
export function isClosed(files: Files, rig: Rig): boolean {
  return issuesOf(files, rig).some((i) => i.closedBy === 'ada')
}

function issuesOf(files: Files, { list }: Rig): readonly Issue[] {
  const marker = FreezeMarker.parse(JSON.parse(files.get(openFreezePath(SCOPE)) ?? ''))
  const text = freezeEntryMarker(marker.version, marker.seq)
  return list.all.filter((i) => i.body.includes(text))
}

/** A freeze that everybody can see by now. */
export function hasOpenIssue({ list, world }: Rig): boolean {
  return list.all.some(
    (i) => isFreeze(i) && i.trusted && list.createdAt(i.number) < world.now - world.lag - SEEN_MS,
  )
}

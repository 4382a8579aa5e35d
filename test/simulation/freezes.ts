import { FreezeMarker } from '../../src/domain/ledger/freeze.ts'
import { openFreezePath } from '../../src/domain/ledger/path.ts'
import { FREEZE_LABELS, freezeEntryMarker } from '../../src/domain/report/freeze-issue.ts'
import type { Issue } from '../../src/ports/issues.ts'
import { isFreeze } from './record.ts'
import { type Rig, SCOPE } from './rig.ts'

type Files = ReadonlyMap<string, string>

/**
 * The marker stands until the next plan, but a person closed its issue: the freeze is over for whoever asked at this
 * time. What is opened again later was closed when they asked.
 */
export function isLifted(files: Files, rig: Rig, asked: number): boolean {
  const wasClosed = ({ number }: Issue) =>
    rig.list.since(number, asked).some((i) => i.state === 'closed')
  return isClosed(files, rig, asked) && issuesOf(files, rig).every(wasClosed)
}

/** A person closed its issue, as whoever asked at this time could see; another one may hold the scope by now. */
export function isClosed(files: Files, rig: Rig, asked: number): boolean {
  return issuesOf(files, rig).some(({ number }) =>
    rig.list.since(number, asked).some((i) => i.closedBy === 'ada'),
  )
}

function issuesOf(files: Files, { list }: Rig): readonly Issue[] {
  const marker = FreezeMarker.parse(JSON.parse(files.get(openFreezePath(SCOPE)) ?? ''))
  const text = freezeEntryMarker(marker.version, marker.seq)
  return list.all.filter((i) => i.body.includes(text))
}

/**
 * A freeze that whoever asked at this time had to see, however far the list lagged behind. An issue that has lost its
 * label is one for whom the ledger says so, and nothing else: that is how a freeze is defined.
 */
export function hasOpenIssue({ list, world }: Rig, asked: number): boolean {
  const seen = asked - (world.calm ? 0 : world.lag)
  const label = FREEZE_LABELS[0]
  return list.all.some(
    ({ number, trusted }) =>
      trusted &&
      list.createdAt(number) < seen &&
      list.since(number, seen).every((i) => isFreeze(i) && i.labels.includes(label)),
  )
}

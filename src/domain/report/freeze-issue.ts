import { freezeMarkerText } from '../ledger/freeze.ts'
import type { Scope } from '../ledger/path.ts'
import { spoken } from '../release/spoken.ts'
import { inert, inertTitle, raw, table } from './markdown.ts'

export const FREEZE_LABELS = ['release-freeze', 'incident', 'priority:high'] as const

export interface FreezeFacts {
  readonly scope: Scope
  readonly version: string
  readonly buildType: string
  /** Undefined for a version that another run froze. */
  readonly commit: string | undefined
  readonly runUrl: string
  readonly reason: string
  readonly gate: string
  /** Seq of the freeze entry: the issue that lifts it must name it. */
  readonly seq: number
}

/** Marker of the very freeze: closing an older issue lifts nothing. */
export function freezeEntryMarker(version: string, seq: number): string {
  return `<!-- release-actions:freeze-entry ${version}/${seq} -->`
}

export function freezeTitle({ version, gate }: FreezeFacts): string {
  return `Release freeze: ${inertTitle(gate)} failed for ${spoken(version)}`
}

/** The issue people see: what happened, what to do, what lifts it. */
export function freezeBody(facts: FreezeFacts): string {
  const { scope, version, buildType, commit, runUrl, reason } = facts
  const rows = [
    ['Version', raw(`\`${spoken(version)}\``)],
    ['Build type', buildType],
    ['Product', `${scope.product}, channel ${scope.channel}`],
    ...(commit === undefined ? [] : [['Commit', raw(`\`${commit}\``)] as const]),
    ['Workflow run', raw(runUrl)],
    ['Reason', reason],
  ] as const
  return [
    freezeMarkerText(scope),
    freezeEntryMarker(version, facts.seq),
    `No release of ${inert(scope.product)} on ${inert(scope.channel)} goes out while this freeze is open.`,
    table(['', ''], rows),
    '### Required actions',
    '1. Stop promotion: do not start another release of this channel.',
    '2. Assess the health of the release in Sentry and in the metrics.',
    '3. Decide: roll back with `release-rollback.yml`, or publish a hotfix.',
    '### What lifts the freeze',
    'A person with write access closes this issue. The next release records who did.',
  ].join('\n\n')
}

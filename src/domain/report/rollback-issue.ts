import { spoken } from '../release/spoken.ts'
import { fenced, inert, raw, table } from './markdown.ts'

export const ROLLBACK_LABELS = ['rollback', 'emergency', 'priority-critical'] as const

export interface RollbackFacts {
  readonly product: string
  readonly current: string
  readonly target: string
  readonly reason: string
  readonly pypiAction: string
  readonly runUrl: string
}

/** Stands in the body of a rollback's tracking issue. */
export function rollbackMarkerText({ product, current, target }: RollbackFacts): string {
  return `<!-- release-actions:rollback ${product}/${current}/${target} -->`
}

export function rollbackTitle({ product, current, target }: RollbackFacts): string {
  return `Rollback of ${product} from ${spoken(current)} to ${spoken(target)}`
}

export function rollbackBody(facts: RollbackFacts): string {
  const rows = [
    ['From', raw(`\`${spoken(facts.current)}\``)],
    ['To', raw(`\`${spoken(facts.target)}\``)],
    ['Reason', facts.reason],
    ['Packages', facts.pypiAction],
    ['Workflow run', raw(facts.runUrl)],
  ] as const
  return [rollbackMarkerText(facts), table(['', ''], rows)].join('\n\n')
}

/** What a person does on the package index: it has no API for it. */
export function packageSteps(action: string, packages: readonly string[], version: string): string {
  const names = packages.map((p) => `\`${inert(p)}\``).join(', ')
  if (action === 'leave-as-is') return `${names} ${inert(version)} stays on the index.`
  const verb = action === 'yank' ? 'Yank' : 'Delete'
  const note =
    action === 'yank'
      ? ''
      : ' A deleted file name can never be used again, and whoever pinned it breaks: yank where that is enough.'
  return [
    `The index has no API for this. A maintainer does it by hand:`,
    `1. Open the page of the project (${names}) on the index and choose *Manage*, then *Releases*.`,
    `2. ${verb} the release ${inert(version)}.${note}`,
    '3. Check that the version is marked or gone:',
    fenced(
      packages.map((p) => `python3 -m pip download --no-deps "${p}==${version}"`).join('\n'),
      'bash',
    ),
  ].join('\n')
}

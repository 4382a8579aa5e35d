import type { FinalRecord } from '../attestation/release-record.ts'
import { fenced, inert, table } from './markdown.ts'

/** For the summary: what was attested of which files, and how anybody checks it. */
export function attestationBlocks(
  { statement, path }: FinalRecord,
  what: string,
): readonly string[] {
  const rows = statement.subject.map(({ name, digest }) => [name, digest.sha256] as const)
  return [
    inert(what),
    table(['File', 'SHA-256'], rows),
    `Check it:\n\n${fenced(checkCommand(path, statement.predicateType), 'bash')}`,
  ]
}

function checkCommand(path: string, type: string): string {
  return [
    'git fetch origin release-ledger',
    `git show FETCH_HEAD:${path} > record.json`,
    `gh attestation verify record.json --repo "$(gh repo view --json nameWithOwner --jq .nameWithOwner)" --predicate-type ${type}`,
  ].join('\n')
}

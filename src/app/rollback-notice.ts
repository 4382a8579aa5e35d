import type { Config } from '../domain/config/schema.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import type { Notice } from '../domain/report/notice.ts'
import type { Clock } from '../ports/clock.ts'
import type { RollbackInputs, RollbackReport } from './rollback-route.ts'

/** What people are told at the end of a rollback: about the version that was left. */
export function rollbackNotice(
  { verdict, outputs }: RollbackReport,
  { rollback_version: target, rollback_reason: why }: RollbackInputs,
  config: Config,
  { runUrl, clock }: { readonly runUrl: string; readonly clock: Clock },
): Notice {
  const done = verdict.verdict === 'pass'
  return {
    event: done ? 'rolled-back' : 'failed',
    release: chainOf(releaseKey('current_version', outputs?.current_version ?? '', config)),
    reason: done ? `to ${target}: ${why}` : `rollback to ${target}: ${verdict.reason}`,
    runUrl,
    issueUrl: undefined,
    time: clock.now().getTime(),
  }
}

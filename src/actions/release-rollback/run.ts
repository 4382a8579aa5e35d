import { runArtifacts } from '../../adapters/artifact/run-artifacts.ts'
import { digest } from '../../adapters/digest.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { alarmOf } from '../../app/alarm.ts'
import { releaseRollback } from '../../app/release-rollback.ts'
import { rollbackNotice } from '../../app/rollback-notice.ts'
import { tellOnce } from '../../app/tell-once.ts'
import type { Config } from '../../domain/config/schema.ts'
import { lastEnd } from '../../domain/ledger/told.ts'
import { connectDelivery } from '../delivery.ts'
import { connectReader, connectWriter, runUrl } from '../ledger.ts'
import { noticePorts } from '../notice-channels.ts'
import { connectTeams } from '../teams.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  // The other jobs of the workflow only look, and get no key. Without one the last job tells, and records it where it can.
  const isWriter =
    inputs.operation === 'traffic' ||
    (inputs.operation === 'finalize' && inputs['ledger-key'] !== undefined)
  const ledger = isWriter
    ? connectWriter(github.ledger, runner, config, inputs['ledger-key'])
    : connectReader(github.ledger, runner, config)
  const artifacts = runArtifacts(jobFiles(runner.context), runner.clock)
  const delivery = connectDelivery(config, github, runner)
  const run = { url: runUrl(runner), attempt: runner.context.runAttempt }
  const { roles } = config
  const teams = connectTeams(inputs, runner)
  const notices = noticePorts(inputs, config, runner)
  const alarm = alarmOf(run.url, { ...runner, ledger, notices })
  const ports = {
    ...github,
    ...delivery,
    ...runner,
    ledger,
    roles,
    teams,
    artifacts,
    run,
    alarm,
    digest,
  }
  const report = await releaseRollback(inputs, config, ports)
  if (inputs.operation !== 'finalize' || inputs['dry-run']) return report
  const notice = rollbackNotice(report, inputs, config, { runUrl: run.url, ...runner })
  const about = { chain: notice.release, entry: lastEnd }
  return tellOnce(report, notice, about, { ledger, clock: runner.clock, notices })
}

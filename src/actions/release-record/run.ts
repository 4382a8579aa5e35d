import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { trafficOf } from '../../adapters/traffic/traffic-of.ts'
import { withNotice } from '../../app/notify.ts'
import { recordRelease } from '../../app/record-release.ts'
import type { Config } from '../../domain/config/schema.ts'
import { chainOf, releaseKey } from '../../domain/release/key.ts'
import { consumerCommand } from '../consumer-command.ts'
import { connectReader, connectWriter, runUrl } from '../ledger.ts'
import { connectMirror } from '../mirror.ts'
import { noticePorts } from '../notice-channels.ts'
import { routerHttp } from '../router-http.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  // Other workflows only judge their jobs, and get no key.
  const ledger =
    inputs.report === 'pipeline'
      ? connectWriter(github.ledger, runner, config, inputs['ledger-key'])
      : connectReader(github.ledger, runner, config)
  const url = runUrl(runner)
  const traffic =
    config.traffic && trafficOf(config.traffic, routerHttp(config), consumerCommand(runner))
  const mirror = connectMirror(config, github, runner)
  const ports = { ...github, ledger, traffic, mirror, clock: runner.clock }
  const report = await recordRelease({ ...inputs, runUrl: url }, config, ports)
  const { result } = report.outputs
  // What this run did not plan has not ended, nor has what goes on.
  if (result === 'not-planned' || result === 'open') return report
  const notice = {
    event: result,
    release: chainOf(releaseKey('version', inputs.version, config)),
    reason: report.verdict.reason,
    runUrl: url,
    issueUrl: undefined,
    time: runner.clock.now().getTime(),
  }
  return withNotice(report, notice, noticePorts(inputs, config, runner))
}

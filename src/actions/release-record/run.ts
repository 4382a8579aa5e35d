import { jobAttachables } from '../../adapters/files/attachables.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { trafficOf } from '../../adapters/traffic/traffic-of.ts'
import { recordRelease } from '../../app/record-release.ts'
import { tellOnce } from '../../app/tell-once.ts'
import type { Config } from '../../domain/config/schema.ts'
import { lastEnd } from '../../domain/ledger/told.ts'
import { chainOf, releaseKey } from '../../domain/release/key.ts'
import { tellingParts } from '../../domain/secret-spellings.ts'
import { consumerCommand } from '../consumer-command.ts'
import { connectReader, connectWriter, runUrl } from '../ledger.ts'
import { connectMirror } from '../mirror.ts'
import { noticePorts } from '../notice-channels.ts'
import { routerHttp } from '../router-http.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  // Other workflows only judge their jobs, and get no key.
  const ledger =
    inputs.report === 'pipeline' || inputs.report === 'evidence'
      ? connectWriter(github.ledger, runner, config, inputs['ledger-key'])
      : connectReader(github.ledger, runner, config)
  const url = runUrl(runner)
  const traffic =
    config.traffic && trafficOf(config.traffic, routerHttp(config), consumerCommand(runner))
  const mirror = connectMirror(config, github, runner)
  const attachables = jobAttachables(runner.context, secretsOf(inputs))
  const ports = { ...github, ledger, traffic, mirror, attachables, clock: runner.clock }
  const report = await recordRelease({ ...inputs, runUrl: url }, config, ports)
  const { result } = report.outputs
  // What this run did not plan has not ended, nor has what goes on.
  if (result === 'not-planned' || result === 'open' || inputs.report === 'evidence') return report
  const release = chainOf(releaseKey('version', inputs.version, config))
  const notice = {
    event: result,
    release,
    reason: report.verdict.reason,
    runUrl: url,
    issueUrl: undefined,
    time: runner.clock.now().getTime(),
  }
  const notices = noticePorts(inputs, config, runner)
  const about = { chain: release, entry: lastEnd }
  return tellOnce(report, notice, about, { ledger, clock: runner.clock, notices })
}

/** What no attached file may hold. */
function secretsOf(inputs: Inputs): readonly string[] {
  const {
    token,
    'ledger-key': key,
    'slack-webhook-url': slack,
    'grafana-api-key': grafana,
  } = inputs
  return [token, key, slack, grafana].flatMap((secret) => tellingParts(secret ?? ''))
}

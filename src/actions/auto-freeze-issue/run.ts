import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { freeze } from '../../app/freeze.ts'
import { withNotice } from '../../app/notify.ts'
import type { Config } from '../../domain/config/schema.ts'
import { releaseKey } from '../../domain/release/key.ts'
import { tagOf } from '../../domain/release/version.ts'
import { freezeReport } from '../../domain/report/freeze.ts'
import { connectLedger, runUrl } from '../ledger.ts'
import { noticePorts } from '../notice-channels.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const { product, channel, version } = releaseKey('version', inputs.version, config)
  const tagged = () => github.repository.tagCommit(tagOf(version, config['tag-prefix']))
  const request = {
    scope: { product, channel },
    version,
    buildType: inputs['build-type'] ?? channel,
    commit: inputs.commit ?? (await tagged()) ?? runner.context.sha,
    runUrl: runUrl(runner),
    reason: inputs.reason,
    gate: inputs.gate,
  }
  if (inputs['dry-run']) return freezeReport(request, undefined)
  const ledger = connectLedger(github.ledger, runner)
  const frozen = await freeze(request, { ...github, ledger, clock: runner.clock })
  const notice = {
    event: 'frozen' as const,
    release: { product, channel, version },
    reason: `${request.gate}: ${request.reason}`,
    runUrl: request.runUrl,
    issueUrl: frozen.issue?.url,
    time: runner.clock.now().getTime(),
  }
  return withNotice(freezeReport(request, frozen), notice, noticePorts(inputs, config, runner))
}

import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { freezeAndTell } from '../../app/freeze-notice.ts'
import { versionCommit } from '../../app/version-commit.ts'
import type { Config } from '../../domain/config/schema.ts'
import { releaseKey } from '../../domain/release/key.ts'
import { freezeReport } from '../../domain/report/freeze.ts'
import { connectWriter, runUrl } from '../ledger.ts'
import { noticePorts } from '../notice-channels.ts'
import { connectTeams } from '../teams.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const { product, channel, version } = releaseKey('version', inputs.version, config)
  const own = () => versionCommit(version, config, github.repository)
  const request = {
    scope: { product, channel },
    version,
    buildType: inputs['build-type'] ?? channel,
    commit: inputs.commit ?? (await own()) ?? runner.context.sha,
    runUrl: runUrl(runner),
    reason: inputs.reason,
    gate: inputs.gate,
  }
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  if (inputs['dry-run']) return freezeReport(request, undefined)
  const teams = connectTeams(inputs, runner)
  const ports = { ...github, ledger, roles: config.roles, teams, clock: runner.clock }
  return freezeAndTell(request, ports, noticePorts(inputs, config, runner))
}

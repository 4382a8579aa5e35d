import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { tick } from '../../app/tick.ts'
import type { Config } from '../../domain/config/schema.ts'
import { tickReport } from '../../domain/report/tick.ts'
import { connectDelivery } from '../delivery.ts'
import { connectWriter, runUrl } from '../ledger.ts'
import { noticePorts } from '../notice-channels.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const profile = inputs.environment ?? ''
  const connect = async (planned: string) => {
    const own = planned === profile ? config : await readConfig(github.repository, planned)
    return { config: own, delivery: connectDelivery(own, github, runner, inputs['prometheus-url']) }
  }
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  const notices = noticePorts(inputs, config, runner)
  const request = { profile, runUrl: runUrl(runner), dryRun: inputs['dry-run'] }
  const { roles } = config
  const attended = await tick(request, { ...github, ...runner, ledger, roles, notices, connect })
  return tickReport(attended)
}

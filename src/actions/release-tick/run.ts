import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { tick } from '../../app/tick.ts'
import { watch } from '../../app/watch.ts'
import type { Config } from '../../domain/config/schema.ts'
import { tickReport } from '../../domain/report/tick.ts'
import { watchReport } from '../../domain/report/watch.ts'
import { connectDelivery } from '../delivery.ts'
import { connectWriter, runUrl } from '../ledger.ts'
import { noticePorts } from '../notice-channels.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const profile = inputs.environment ?? ''
  const configs = new Map([[profile, config]])
  const connect = async (planned: string) => {
    const own = configs.get(planned) ?? (await readConfig(github.repository, planned))
    configs.set(planned, own)
    return { config: own, delivery: connectDelivery(own, github, runner, inputs['prometheus-url']) }
  }
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  const notices = noticePorts(inputs, config, runner)
  const request = { profile, runUrl: runUrl(runner), dryRun: inputs['dry-run'] }
  const { roles } = config
  const ports = { ...github, ...runner, ledger, roles, notices, connect }
  const { watch: duration, successor } = inputs
  if (duration === undefined) return tickReport(await tick(request, ports))
  return watchReport(await watch({ ...request, duration, successor }, ports))
}

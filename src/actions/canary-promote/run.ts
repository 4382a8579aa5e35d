import { digest } from '../../adapters/digest.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { alarmOf } from '../../app/alarm.ts'
import { promote } from '../../app/promote.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectDelivery } from '../delivery.ts'
import { connectWriter, runUrl } from '../ledger.ts'
import { givenTo } from '../metrics-source.ts'
import { noticePorts } from '../notice-channels.ts'
import { connectTeams } from '../teams.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  const delivery = connectDelivery(config, github, runner, givenTo(inputs))
  const { roles } = config
  const teams = connectTeams(inputs, runner)
  const notices = noticePorts(inputs, config, runner)
  const alarm = alarmOf(runUrl(runner), { ...runner, ledger, notices })
  const ports = { ...github, ...delivery, ...runner, ledger, roles, teams, alarm, digest }
  const report = await promote(inputs, config, ports)
  return { ...report, summary: [...report.summary, ...alarm.notes] }
}

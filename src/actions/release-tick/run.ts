import { digest } from '../../adapters/digest.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { readConfig } from '../../app/read-config.ts'
import { type Planned, tick } from '../../app/tick.ts'
import { watch } from '../../app/watch.ts'
import type { Config } from '../../domain/config/schema.ts'
import { tickReport } from '../../domain/report/tick.ts'
import { watchReport } from '../../domain/report/watch.ts'
import { connectDelivery } from '../delivery.ts'
import { connectWriter, runUrl } from '../ledger.ts'
import { givenTo } from '../metrics-source.ts'
import { noticePorts } from '../notice-channels.ts'
import { connectTeams } from '../teams.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const profile = inputs.environment ?? ''
  const configOf = configReader(github, { product: config.product, profile }, config)
  const tried = new Set<string>()
  const connect = async (planned: Planned) => {
    const own = await configOf(planned)
    const delivery = connectDelivery(own, github, runner, givenTo(inputs))
    return { config: own, delivery, notices: noticePorts(inputs, own, runner, tried) }
  }
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  const { product } = inputs
  const request = { product, profile, runUrl: runUrl(runner), dryRun: inputs['dry-run'] }
  const { roles } = config
  const teams = connectTeams(inputs, runner)
  const ports = { ...github, ...runner, ledger, roles, teams, connect, digest }
  const { watch: duration, successor } = inputs
  if (duration === undefined) return tickReport(await tick(request, ports))
  return watchReport(await watch({ ...request, duration, successor }, ports))
}

/** Each config is read once, however many of its releases are open. @param config That of `first`. */
function configReader({ repository }: GitHub, first: Planned, config: Config) {
  const name = ({ product, profile }: Planned) => `${product}/${profile}`
  const known = new Map([[name(first), Promise.resolve(config)]])
  return (planned: Planned): Promise<Config> => {
    const { product, profile } = planned
    const reading = known.get(name(planned)) ?? readConfig(repository, profile, { product })
    known.set(name(planned), reading)
    return reading
  }
}

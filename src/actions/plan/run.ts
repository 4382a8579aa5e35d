import { digest } from '../../adapters/digest.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { trafficOf } from '../../adapters/traffic/traffic-of.ts'
import { inspectTeams } from '../../app/inspect-teams.ts'
import { planRelease } from '../../app/plan.ts'
import { planRequest } from '../../app/plan-request.ts'
import { servingVersion } from '../../app/serving-version.ts'
import type { Config } from '../../domain/config/schema.ts'
import { planReport } from '../../domain/report/plan.ts'
import { consumerCommand } from '../consumer-command.ts'
import { connectRegistry } from '../image-registry.ts'
import { connectWriter, runUrl } from '../ledger.ts'
import { routerHttp } from '../router-http.ts'
import { connectTeams } from '../teams.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const router = () => trafficOf(config.traffic, routerHttp(config), consumerCommand(runner))
  const ledger = connectWriter(github.ledger, runner, config, inputs['ledger-key'])
  const traffic = config.traffic === undefined ? undefined : router()
  const { roles } = config
  const teams = connectTeams(inputs, runner)
  const registry = connectRegistry(inputs, config, runner)
  const ports = { ...github, ledger, roles, teams, traffic, digest, registry, clock: runner.clock }
  const run = { url: runUrl(runner), dryRun: inputs['dry-run'] }
  const serving = () => servingVersion(router())
  await inspectTeams(roles, teams)
  const request = await planRequest(inputs, config, serving, ports, runner.context.sha)
  const planned = await planRelease(request, config, ports, run)
  return planReport(planned, config, run.dryRun)
}

import type { Config } from '../domain/config/schema.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import { passed } from '../domain/judging/verdict.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import { spoken } from '../domain/release/spoken.ts'
import { fenced } from '../domain/report/markdown.ts'
import {
  ROLLBACK_LABELS,
  rollbackBody,
  rollbackMarkerText,
  rollbackTitle,
} from '../domain/report/rollback-issue.ts'
import type { NewIssue } from '../ports/issues.ts'
import type { Releases } from '../ports/releases.ts'
import { oneIssue } from './one-issue.ts'
import {
  base,
  type RollbackInputs,
  type RollbackPorts,
  type RollbackReport,
  type Route,
} from './rollback-route.ts'
import { proveReleased } from './rollback-target.ts'

/** The rollback target stands, with version, digest and command, in an artefact before anybody needs it. */
export async function readiness(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<RollbackReport> {
  await proveReleased(route.target, config, ports)
  const command = commandOf(route, inputs, config)
  const configuration = {
    product: route.product,
    current: route.current,
    target: route.target,
    assets: await targetAssets(route.target, config, ports.releases),
    triggers: { 'error-rate': '10 %', 'response-time': '5000 ms', availability: '95 %' },
    command,
  }
  const suffix = ports.run.attempt === 1 ? '' : `-attempt-${ports.run.attempt}`
  const name = `rollback-configuration${suffix}`
  if (!inputs['dry-run'])
    await ports.artifacts.upload(name, {
      'rollback-configuration.json': `${JSON.stringify(configuration, null, 2)}\n`,
    })
  const outputs = { ...base(route), command, 'artifact-name': name }
  return {
    verdict: passed(`${spoken(route.target)} can take over at once`),
    outputs,
    summary: [fenced(command, 'bash')],
  }
}

async function targetAssets(target: string, config: Config, releases: Releases) {
  const tag = schemeOf(config).tag(target)
  const release = tag === undefined ? undefined : await releases.byTag(tag)
  return (release?.assets ?? []).map(({ name, digest }) => ({ name, digest }))
}

function commandOf(
  { product, target, current }: Route,
  { pypi_action: action, environment }: RollbackInputs,
  { products }: Config,
): string {
  const which = products === undefined ? '' : ` -f product=${product}`
  const profile = environment === undefined ? '' : ` -f environment=${environment}`
  return `gh workflow run release-rollback.yml${which} -f rollback_version=${target} -f rollback_reason="roll back ${current}" -f pypi_action=${action}${profile}`
}

/** The target can take over: say so in a tracking issue before anything moves. */
export async function validate(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<RollbackReport> {
  await proveReleased(route.target, config, ports)
  const outputs = { ...base(route), can_rollback: 'true' }
  if (inputs['dry-run'])
    return { verdict: passed(`dry run: ${spoken(route.target)} is a valid target`), outputs }
  const facts = {
    ...route,
    reason: inputs.rollback_reason,
    pypiAction: inputs.pypi_action,
    runUrl: ports.run.url,
  }
  const content = {
    title: rollbackTitle(facts),
    body: rollbackBody(facts),
    labels: [...ROLLBACK_LABELS],
  }
  const issue = await trackingIssue(rollbackMarkerText(facts), content, ports)
  return {
    verdict: passed(`from ${spoken(route.current)} to ${spoken(route.target)}${issue.note}`),
    outputs: { ...outputs, issue_number: issue.number },
  }
}

/** People want the issue, but traffic comes first: that it cannot be opened is said and stops nothing. */
async function trackingIssue(marker: string, content: NewIssue, ports: RollbackPorts) {
  try {
    const { issue } = await oneIssue(marker, content, ports)
    return { number: String(issue.number), note: '' }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const note = `the tracking issue could not be opened: ${failureLine(error)}`
    ports.log.warning(note)
    return { number: '', note: `; ${note}` }
  }
}

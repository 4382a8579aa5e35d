import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { overall, type Verdict } from '../domain/judging/verdict.ts'
import { releaseKey } from '../domain/release/key.ts'
import { evidenceOfJobs, type JobResult, judgeJobs } from '../domain/release/outcome.ts'
import { compareVersions, tagOf } from '../domain/release/version.ts'
import { inert } from '../domain/report/markdown.ts'
import {
  packageSteps,
  ROLLBACK_LABELS,
  rollbackBody,
  rollbackMarkerText,
  rollbackTitle,
} from '../domain/report/rollback-issue.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { Releases } from '../ports/releases.ts'
import type { AdvancePorts } from './advance.ts'
import { oneIssue } from './one-issue.ts'
import { proveReleased } from './rollback-target.ts'
import { servingVersion } from './serving-version.ts'
import { switchBack } from './switch-back.ts'

export interface RollbackInputs {
  readonly operation:
    | 'readiness'
    | 'validate'
    | 'traffic'
    | 'hotfix-branch'
    | 'packages'
    | 'finalize'
  readonly rollback_version: string
  readonly rollback_reason: string
  readonly pypi_action: 'yank' | 'leave-as-is' | 'delete-if-possible'
  /** The version to leave; absent means the one that serves. */
  readonly current_version?: string | undefined
  readonly jobs?: ReadonlyMap<string, JobResult> | undefined
  readonly 'dry-run': boolean
}

export interface RollbackPorts extends AdvancePorts {
  readonly releases: Releases
  readonly artifacts: Artifacts
  readonly run: { readonly url: string; readonly attempt: number }
}

interface Report {
  readonly verdict: Verdict
  readonly outputs?: Record<string, string>
  readonly summary?: readonly string[]
}

/** From where to where. */
interface Route {
  readonly product: string
  readonly current: string
  readonly target: string
}

/** One step of taking a completed release back; each job of the workflow is one. */
export async function releaseRollback(
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Report> {
  const route = await routeOf(inputs, config, ports)
  const operations = {
    readiness: () => readiness(route, inputs, config, ports),
    validate: () => validate(route, inputs, config, ports),
    traffic: () => traffic(route, inputs, config, ports),
    'hotfix-branch': () => hotfixBranch(route, inputs, config, ports),
    packages: async () => packages(route, inputs, config),
    finalize: () => finalizeRollback(route, inputs, ports),
  }
  return operations[inputs.operation]()
}

async function routeOf(
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Route> {
  const target = releaseKey('rollback_version', inputs.rollback_version, config).version
  const named = inputs.current_version
  const current =
    named === undefined
      ? await servingVersion(ports.traffic)
      : releaseKey('current_version', named, config).version
  if (compareVersions(target, current) >= 0)
    throw new Failure(
      'bad-input',
      `input rollback_version: ${target} is not older than ${current}, which serves`,
      'Name the version to go back to',
    )
  return { product: config.product, current, target }
}

/** The rollback target stands, with version, digest and command, in an artefact before anybody needs it. */
async function readiness(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Report> {
  await proveReleased(route.target, config, ports.releases)
  const command = commandOf(route, inputs)
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
    verdict: passed(`v${route.target} can take over at once`),
    outputs,
    summary: [block(command)],
  }
}

async function targetAssets(target: string, config: Config, releases: Releases) {
  const release = await releases.byTag(tagOf(target, config['tag-prefix']))
  return (release?.assets ?? []).map(({ name, digest }) => ({ name, digest }))
}

function commandOf({ target, current }: Route, { pypi_action: action }: RollbackInputs): string {
  return `gh workflow run release-rollback.yml -f rollback_version=${target} -f rollback_reason="roll back ${current}" -f pypi_action=${action}`
}

async function validate(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Report> {
  await proveReleased(route.target, config, ports.releases)
  const outputs = { ...base(route), can_rollback: 'true' }
  if (inputs['dry-run'])
    return { verdict: passed(`dry run: v${route.target} is a valid target`), outputs }
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
  const { issue } = await oneIssue(rollbackMarkerText(facts), content, ports)
  return {
    verdict: passed(`from v${route.current} to v${route.target}`),
    outputs: { ...outputs, issue_number: String(issue.number) },
  }
}

async function traffic(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Report> {
  if (inputs['dry-run'])
    return {
      verdict: passed(`dry run: all traffic would go to v${route.target}`),
      outputs: base(route),
    }
  const lines = await switchBack(route, inputs.rollback_reason, config, ports)
  return {
    verdict: passed(lines.at(-1) ?? ''),
    outputs: base(route),
    summary: [lines.map((l) => `1. ${inert(l)}`).join('\n')],
  }
}

/** A branch from the target's tag. Where the token may not make it, the commands do: the traffic is back already. */
async function hotfixBranch(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Report> {
  const branch = `hotfix/rollback-to-v${route.target}`
  const tag = tagOf(route.target, config['tag-prefix'])
  const commands = `git fetch origin tag ${tag}\ngit switch -c ${branch} ${tag}\ngit push -u origin ${branch}`
  const commit = await ports.repository.tagCommit(tag)
  if (commit === undefined)
    throw new Failure('absent', `tag ${tag} does not exist`, 'Name a released version')
  const made = inputs['dry-run'] ? 'dry run' : await ports.repository.createBranch(branch, commit)
  const reason =
    made === 'refused'
      ? `GitHub refuses the branch ${branch}: push it by hand`
      : `branch ${branch}: ${made}`
  return { verdict: passed(reason), outputs: base(route), summary: [block(commands)] }
}

function packages(route: Route, { pypi_action: action }: RollbackInputs, config: Config): Report {
  const names = config.artefacts.flatMap((a) => (a.kind === 'python-package' ? [a.name] : []))
  if (names.length === 0) return { verdict: passed('nothing declared'), outputs: base(route) }
  const reason =
    action === 'leave-as-is'
      ? 'the packages stay'
      : `a maintainer has to ${action} ${names.join(', ')} by hand, see the summary`
  return {
    verdict: passed(reason),
    outputs: base(route),
    summary: [packageSteps(action, names, route.current)],
  }
}

async function finalizeRollback(
  route: Route,
  inputs: RollbackInputs,
  ports: RollbackPorts,
): Promise<Report> {
  if (inputs.jobs === undefined)
    throw new Failure('bad-input', 'input jobs: is required with operation finalize')
  const verdict = overall(evidenceOfJobs(judgeJobs(inputs.jobs, [])))
  const facts = {
    ...route,
    reason: inputs.rollback_reason,
    pypiAction: inputs.pypi_action,
    runUrl: ports.run.url,
  }
  const [issue] = await ports.issues.withMarker(rollbackMarkerText(facts), 'open')
  if (issue !== undefined && !inputs['dry-run']) {
    const done = verdict.verdict === 'pass'
    await ports.issues.comment(
      issue.number,
      done ? `Rolled back to v${route.target}.` : `Not complete: ${inert(verdict.reason)}`,
    )
    if (done) await ports.issues.update(issue.number, { state: 'closed' })
  }
  return { verdict, outputs: { ...base(route), issue_number: String(issue?.number ?? '') } }
}

function base({ current }: Route) {
  return { current_version: current }
}

function block(commands: string): string {
  return `\`\`\`bash\n${commands}\n\`\`\``
}

function passed(reason: string): Verdict {
  return { verdict: 'pass', reason, evidence: [] }
}

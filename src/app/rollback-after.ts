import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { overall, passed } from '../domain/judging/verdict.ts'
import { hotfixBranchOf } from '../domain/release/hotfix-branch.ts'
import { evidenceOfJobs, judgeJobs } from '../domain/release/outcome.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import { spoken } from '../domain/release/spoken.ts'
import { fenced, inert } from '../domain/report/markdown.ts'
import { packageSteps, rollbackMarkerText } from '../domain/report/rollback-issue.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import {
  base,
  type RollbackInputs,
  type RollbackPorts,
  type RollbackReport,
  type Route,
} from './rollback-route.ts'
import { versionCommit } from './version-commit.ts'

/** A branch from the target's tag, or from the commit that it was planned with. Where the token may not make it, the commands do: the traffic is back already. */
export async function hotfixBranch(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<RollbackReport> {
  const tag = schemeOf(config).tag(route.target)
  const branch = hotfixBranchOf(route.target, tag)
  const commit =
    (await versionCommit(route.target, config, ports.repository)) ??
    (tag === undefined ? await plannedCommit(route, ports) : undefined)
  if (commit === undefined)
    throw new Failure(
      'absent',
      tag === undefined
        ? `no record says the commit of ${route.target}`
        : `tag ${tag} does not exist`,
      tag === undefined
        ? 'Branch by hand from the commit that it was built of'
        : 'Name a released version',
    )
  const [what, start] = tag === undefined ? [commit, commit] : [`tag ${tag}`, tag]
  const commands = `git fetch origin ${what}\ngit switch -c ${branch} ${start}\ngit push -u origin ${branch}`
  const made = inputs['dry-run'] ? 'dry run' : await ports.repository.createBranch(branch, commit)
  const reason =
    made === 'refused'
      ? `GitHub refuses the branch ${branch}: push it by hand`
      : `branch ${branch}: ${made}`
  return { verdict: passed(reason), outputs: base(route), summary: [fenced(commands, 'bash')] }
}

/** A digest names no commit, its plan does. */
async function plannedCommit({ product, target }: Route, { ledger }: RollbackPorts) {
  const entries = await ledger.entries({ product, channel: 'stable', version: target })
  return rolloutOf(entries)?.plan.commit
}

/** The index has no API: the summary tells a maintainer what to do. */
export function packages(
  route: Route,
  { pypi_action: action }: RollbackInputs,
  config: Config,
): RollbackReport {
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

/** Judge the jobs; the tracking issue is closed only when all of them are done. */
export async function finalizeRollback(
  route: Route,
  inputs: RollbackInputs,
  ports: RollbackPorts,
): Promise<RollbackReport> {
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
      done ? `Rolled back to ${spoken(route.target)}.` : `Not complete: ${inert(verdict.reason)}`,
    )
    if (done) await ports.issues.update(issue.number, { state: 'closed' })
  }
  return { verdict, outputs: { ...base(route), issue_number: String(issue?.number ?? '') } }
}

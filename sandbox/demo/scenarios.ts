import type { WorkflowRun } from '../act/index.ts'
import { REPOSITORY, type Sandbox } from './sandbox.ts'

/** One release of the demonstration and how it has to end. */
export interface Scenario {
  readonly name: 'healthy' | 'faulty' | 'frozen'
  readonly version: string
  /** For people. */
  readonly story: string
  /** What is not as it has to be after the run; empty when all is well. */
  readonly problems: (run: WorkflowRun, sandbox: Sandbox, before: Before) => Promise<string[]>
}

/** What stood before the run. */
export interface Before {
  readonly serving: string
  readonly issues: number
  readonly ledger: string | undefined
}

const job = (run: WorkflowRun, id: string) => run.jobs.find((j) => j.path === `release / ${id}`)

/** Collects what does not hold. */
function expectations() {
  const problems: string[] = []
  return {
    problems,
    that: (holds: boolean, what: string) => {
      if (!holds) problems.push(what)
    },
  }
}

async function healthy(run: WorkflowRun, sandbox: Sandbox): Promise<string[]> {
  const { problems, that } = expectations()
  const release = sandbox.github.releases(REPOSITORY).find((r) => r.tagName === 'v1.1.0')
  const tracking = sandbox.github.issues(REPOSITORY).find((i) => i.title.includes('v1.1.0'))
  that(run.conclusion === 'success', `the run ended with ${run.conclusion}`)
  that((await serving(sandbox)) === '1.1.0', '1.1.0 does not have all the traffic')
  that(release?.draft === false, 'the release is still a draft')
  that(
    release?.assets.some((a) => a.name === 'release-go-no-go.json') === true,
    'the release has no go or no-go',
  )
  that(
    sandbox.results.artifacts().some((a) => a.name === 'release-go-no-go-1.1.0'),
    'there is no artifact with the go or no-go',
  )
  that(tracking?.state === 'closed', 'the tracking issue is open')
  that(tracking?.body?.includes('- [ ]') === false, 'the checklist is not complete')
  return problems
}

async function faulty(run: WorkflowRun, sandbox: Sandbox, before: Before): Promise<string[]> {
  const { problems, that } = expectations()
  const issues = sandbox.github.issues(REPOSITORY)
  const freezes = issues.filter((i) => i.title.startsWith('Release freeze'))
  const tracking = issues.find((i) => i.title.includes('v1.2.0') && !freezes.includes(i))
  const rollout = job(run, 'deploy-release')
  that(run.conclusion === 'failure', `the run ended with ${run.conclusion}`)
  that(job(run, 'observability-gate')?.result === 'success', 'it was stopped before the rollout')
  that(rollout?.outputs.rolled_back === 'true', 'the rollout was not rolled back')
  that(rollout?.outputs.stage === '0', 'it was not stopped at its first stage')
  that((await serving(sandbox)) === before.serving, 'the old version does not have all traffic')
  that(freezes.length === 1, `there are ${freezes.length} freeze issues`)
  that(tracking?.state === 'open', 'the tracking issue is closed')
  that(
    tracking?.body?.includes(`-f rollback_version=${before.serving}`) === true,
    'the tracking issue has no rollback command',
  )
  return problems
}

async function frozen(run: WorkflowRun, sandbox: Sandbox, before: Before): Promise<string[]> {
  const { problems, that } = expectations()
  const refusal = run.annotations.find((a) => a.job.endsWith('pre-flight-validation'))?.message
  that(run.conclusion === 'failure', `the run ended with ${run.conclusion}`)
  that(refusal?.includes('is frozen by issue') === true, 'the refusal does not name the freeze')
  that(refusal?.includes('is lifted when') === true, 'the refusal does not say what lifts it')
  that((await serving(sandbox)) === before.serving, 'traffic moved')
  that(sandbox.github.issues(REPOSITORY).length === before.issues, 'an issue was opened')
  that((await ledgerHead(sandbox)) === before.ledger, 'the ledger changed')
  return problems
}

/** The version that has all the traffic; empty when none has. */
export async function serving({ world }: Sandbox): Promise<string> {
  const weights = await world.traffic.weights()
  const slot = world.platform.slots().find((s) => weights[s.slot] === 100)
  return slot?.version ?? ''
}

export async function ledgerHead({ github }: Sandbox): Promise<string | undefined> {
  return github.repository(REPOSITORY).git.objectAt('refs/heads/release-ledger')
}

/** In the order in which they are played. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'healthy',
    version: '1.1.0',
    story: 'a sound version goes out in four stages',
    problems: healthy,
  },
  {
    name: 'faulty',
    version: '1.2.0',
    story: 'its errors show only under real traffic: stopped, rolled back, frozen',
    problems: faulty,
  },
  {
    name: 'frozen',
    version: '1.2.1',
    story: 'the next version tries to go out while the channel is frozen',
    problems: frozen,
  },
]

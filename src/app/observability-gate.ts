import { Failure, failureLine } from '../domain/failure.ts'
import type { Evidence, Verdict } from '../domain/judging/verdict.ts'
import { SENTRY_RELEASE } from '../domain/judging/world-evidence.ts'
import type { GatePlan, SentryQuestion } from '../domain/observability/gate.ts'
import { weigh } from '../domain/rollout/weigh.ts'
import type { Clock } from '../ports/clock.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Sentry, SentryRelease } from '../ports/sentry.ts'
import { observe, unread } from './observe.ts'

export interface GatePorts {
  readonly clock: Clock
  readonly metrics: Metrics
  /** Undefined where the secret is empty. */
  readonly sentry: Sentry | undefined
  /** The version that serves now. @throws Failure */
  readonly serving: () => Promise<string>
}

export interface Gated {
  readonly verdict: Verdict
  /** The version whose objectives were read; empty when none was. */
  readonly measured: string
}

/**
 * Ask what the plan names: the Sentry release of the new version, and the objectives of the version that is measured.
 * Only providers that are named are asked; one that cannot be asked is inconclusive.
 */
export async function observabilityGate(plan: GatePlan, ports: GatePorts): Promise<Gated> {
  if (!plan.enforced) return unasked(`not enforced for ${plan.channel}`)
  if (plan.objectives.length === 0 && plan.sentry === undefined)
    return unasked('nothing declared: objectives are none and Sentry is not configured')
  const release = plan.sentry === undefined ? [] : [await releaseExists(plan.sentry, ports.sentry)]
  const { evidence, measured } = await measure(plan, ports)
  return { verdict: weigh([...release, ...evidence], plan), measured }
}

/** A gate that nobody asked for is open, and says why. */
function unasked(reason: string): Gated {
  return { verdict: { verdict: 'pass', reason, evidence: [] }, measured: '' }
}

async function measure(
  plan: GatePlan,
  { clock, metrics, serving }: GatePorts,
): Promise<{ readonly evidence: readonly Evidence[]; readonly measured: string }> {
  if (plan.objectives.length === 0) return { evidence: [], measured: '' }
  const to = clock.now()
  const window = { from: new Date(to.getTime() - plan.windowMs), to }
  try {
    const version = plan.measured ?? (await serving())
    const baseline = await baselineBeside(version, plan, serving)
    const look = { ...window, version, step: plan.stepMs, baseline }
    const evidence = await observe(plan.objectives, look, metrics)
    return { evidence, measured: version }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const why = failureLine(error)
    const nobody = { ...window, version: 'the version that serves' }
    return { evidence: plan.objectives.map((o) => unread(o, nobody, why)), measured: '' }
  }
}

/** What the new version is held against; undefined where it is the only one: nothing is better than itself. */
async function baselineBeside(
  version: string,
  { objectives, baseline }: GatePlan,
  serving: GatePorts['serving'],
): Promise<string | undefined> {
  if (objectives.every(({ versus }) => versus === undefined)) return undefined
  const other = baseline ?? (await serving())
  return other === version ? undefined : other
}

async function releaseExists(
  question: SentryQuestion,
  sentry: Sentry | undefined,
): Promise<Evidence> {
  const { organization = '', project = '', release } = question
  const base = {
    name: SENTRY_RELEASE,
    question: `release ${release} of ${organization || 'nobody'}`,
    limit: project === '' ? 'exists' : `exists in ${project}`,
  }
  const missing = missingParts(question, sentry)
  if (sentry === undefined || missing.length > 0)
    return { ...base, verdict: 'inconclusive', answer: missing.join('; ') }
  try {
    const found = await sentry.release(organization, release)
    if (found === undefined) return { ...base, verdict: 'fail', answer: 'does not exist' }
    return { ...base, ...judged(found, project, question.finalized) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ...base, verdict: 'inconclusive', answer: failureLine(error) }
  }
}

const FINALISE = 'finalise it, or set sentry.finalized to false'

/** An archived release, or one that nobody has finished, is there and says nothing yet. */
function judged(
  { projects, isArchived, isFinalized }: SentryRelease,
  project: string,
  finalized: boolean,
): Pick<Evidence, 'verdict' | 'answer'> {
  if (!projects.includes(project))
    return { verdict: 'fail', answer: `exists, but not in ${project}` }
  if (isArchived) return { verdict: 'inconclusive', answer: 'exists, but is archived' }
  if (finalized && !isFinalized)
    return { verdict: 'inconclusive', answer: `exists, but is not finalised: ${FINALISE}` }
  return { verdict: 'pass', answer: 'exists' }
}

/** What keeps Sentry from being asked. */
function missingParts(question: SentryQuestion, sentry: Sentry | undefined): readonly string[] {
  return [
    ...(question.organization === undefined ? [unnamed('organization', 'SENTRY_ORG')] : []),
    ...(question.project === undefined ? [unnamed('project', 'SENTRY_PROJECT')] : []),
    ...(sentry === undefined ? ['the secret SENTRY_AUTH_TOKEN is empty'] : []),
  ]
}

function unnamed(key: string, secret: string): string {
  return `sentry.${key} is not in the config, and the secret or variable ${secret} is empty`
}

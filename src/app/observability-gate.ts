import { Failure, failureLine } from '../domain/failure.ts'
import type { Evidence, Verdict } from '../domain/judging/verdict.ts'
import type { GatePlan } from '../domain/observability/gate.ts'
import type { GateRecord } from '../domain/observability/gate-file.ts'
import { unasked } from '../domain/observability/judge-gate.ts'
import {
  type SentryAnswer,
  type SentryQuestion,
  sentryEvidence,
} from '../domain/observability/sentry-release.ts'
import { weigh } from '../domain/rollout/weigh.ts'
import type { Clock } from '../ports/clock.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Sentry } from '../ports/sentry.ts'
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
  /** All that the verdict follows from. */
  readonly record: GateRecord
}

/**
 * Ask what the plan names: the Sentry release of the new version, and the objectives of the version that is measured.
 * Only providers that are named are asked; one that cannot be asked is inconclusive.
 */
export async function observabilityGate(plan: GatePlan, ports: GatePorts): Promise<Gated> {
  const nothing = unasked(plan)
  if (nothing !== undefined) return gated(plan, nothing, { measured: '', to: ports.clock.now() })
  const sentry = plan.sentry && {
    question: plan.sentry,
    answer: await sentryAnswer(plan.sentry, ports.sentry),
  }
  const release = sentry === undefined ? [] : [sentryEvidence(sentry.question, sentry.answer)]
  const { evidence, ...seen } = await measure(plan, ports)
  return gated(plan, weigh([...release, ...evidence], plan), { ...seen, sentry })
}

interface Seen {
  readonly measured: string
  readonly to: Date
  readonly sentry?: GateRecord['sentry']
}

function gated(plan: GatePlan, verdict: Verdict, { measured, to, sentry }: Seen): Gated {
  const { version, channel, enforced, windowMs: window, objectives, score } = plan
  const record = {
    ...{ schema: 1 as const, version, channel, enforced, measured, window, to: to.toISOString() },
    ...{ objectives: [...objectives], score, sentry, evidence: [...verdict.evidence] },
  }
  return { verdict, measured, record }
}

async function measure(
  plan: GatePlan,
  { clock, metrics, serving }: GatePorts,
): Promise<Seen & { readonly evidence: readonly Evidence[] }> {
  const to = clock.now()
  if (plan.objectives.length === 0) return { evidence: [], measured: '', to }
  const window = { from: new Date(to.getTime() - plan.windowMs), to }
  try {
    const version = plan.measured ?? (await serving())
    const baseline = await baselineBeside(version, plan, serving)
    const look = { ...window, version, step: plan.stepMs, baseline }
    const evidence = await observe(plan.objectives, look, metrics)
    return { evidence, measured: version, to }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const why = failureLine(error)
    const nobody = { ...window, version: 'the version that serves' }
    return { evidence: plan.objectives.map((o) => unread(o, nobody, why)), measured: '', to }
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

async function sentryAnswer(
  question: SentryQuestion,
  sentry: Sentry | undefined,
): Promise<SentryAnswer> {
  const missing = missingParts(question, sentry)
  if (sentry === undefined || missing.length > 0) return missing.join('; ')
  try {
    return (await sentry.release(question.organization ?? '', question.release)) ?? null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return failureLine(error)
  }
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

import type { Evidence } from '../judging/verdict.ts'
import { SENTRY_RELEASE } from '../judging/world-evidence.ts'

/** What Sentry knows of one release. */
export interface SentryRelease {
  /** Slugs of the projects that the release belongs to. */
  readonly projects: readonly string[]
  readonly isArchived: boolean
  /** Whether it has a date on which it was released: `sentry-cli releases finalize` gives it one. */
  readonly isFinalized: boolean
}

/** Which release must exist where; undefined is what nobody has named. */
export interface SentryQuestion {
  readonly url: string
  readonly organization?: string | undefined
  readonly project?: string | undefined
  readonly release: string
  /** Whether it must be finalised. */
  readonly finalized: boolean
}

/** What Sentry answered: a release, null for none of that name, or in words why it was not asked or did not answer. */
export type SentryAnswer = SentryRelease | null | string

/** The evidence that a release exists, by the answer alone: the same answer always gives the same. */
export function sentryEvidence(question: SentryQuestion, answer: SentryAnswer): Evidence {
  const { organization = '', project = '', release } = question
  return {
    name: SENTRY_RELEASE,
    question: `release ${release} of ${organization || 'nobody'}`,
    limit: project === '' ? 'exists' : `exists in ${project}`,
    ...judged(question, answer),
  }
}

const FINALISE = 'finalise it, or set sentry.finalized to false'

/** An archived release, or one that nobody has finished, is there and says nothing yet. */
function judged(
  { project = '', finalized }: SentryQuestion,
  answer: SentryAnswer,
): Pick<Evidence, 'verdict' | 'answer'> {
  if (typeof answer === 'string') return { verdict: 'inconclusive', answer }
  if (answer === null) return { verdict: 'fail', answer: 'does not exist' }
  if (!answer.projects.includes(project))
    return { verdict: 'fail', answer: `exists, but not in ${project}` }
  if (answer.isArchived) return { verdict: 'inconclusive', answer: 'exists, but is archived' }
  if (finalized && !answer.isFinalized)
    return { verdict: 'inconclusive', answer: `exists, but is not finalised: ${FINALISE}` }
  return { verdict: 'pass', answer: 'exists' }
}

import type { SentryHealthSource } from '../../domain/config/sentry-health-source.ts'
import { Failure } from '../../domain/failure.ts'
import {
  parseSentryQuestion,
  SENTRY_QUESTIONS,
  type SentryQuestion,
} from '../../domain/metrics/sentry-question.ts'
import type { Sessions } from '../../domain/metrics/sessions.ts'
import { type Part, worstOf } from '../../domain/metrics/worst-of.ts'
import { wilsonInterval } from '../../domain/statistics/wilson.ts'
import type { Http } from '../../ports/http.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { type SentryClient, sentryClient } from './client.ts'
import { assertDeployed, assertNoneLost, eventCount, newIssues } from './incidents.ts'
import { type Scope, scopesOf } from './scope.ts'
import { allSessions, sessionsOf } from './sessions.ts'

/** Release health of one release by Sentry's REST API. Of several projects the worst counts. */
export function sentryHealth(
  config: SentryHealthSource,
  product: string,
  http: Http,
  token: string,
): Metrics {
  const client = sentryClient(config, token, http)
  return {
    async read(objective, window) {
      const { query } = objective
      const question = parseSentryQuestion(query ?? '')
      if (question === undefined)
        throw new Failure('bad-config', `Sentry is asked for ${SENTRY_QUESTIONS}`)
      const parts: Part[] = []
      const scopes = await scopesOf(config, product, window, client)
      for (const scope of scopes) {
        if (config.deployed) await assertDeployed(client, scope, config.environment)
        parts.push(await answer(question, config.confidence, client, scope))
      }
      const { value, samples, interval } = worstOf(parts, objective)
      return { value, samples, interval, question: asked(query ?? '', scopes) }
    },
  }
}

function asked(query: string, scopes: readonly Scope[]): string {
  const places = scopes.map(({ place }) => place).join('; ')
  return `${query} of ${scopes[0]?.release} since ${scopes[0]?.from.toISOString()} in ${places}`
}

/** The samples of every answer are sessions, or users: without any a number of errors says nothing. */
async function answer(
  question: SentryQuestion,
  confidence: number,
  client: SentryClient,
  scope: Scope,
): Promise<Part> {
  const seen = await sessionsOf(client, scope)
  const share = (hits: number, trials: number): Part => ({
    value: hits / trials,
    samples: trials,
    interval: trials === 0 ? undefined : wilsonInterval({ hits, trials }, confidence),
  })
  switch (question.kind) {
    case 'adoption':
      return share(seen.sessions, Math.max(seen.sessions, await allSessions(client, scope)))
    case 'new-issues':
      await assertNoneLost(client, scope)
      return { value: await newIssues(client, scope), samples: seen.sessions }
    case 'events':
      await assertNoneLost(client, scope)
      return {
        value: await eventCount(client, scope, question.message),
        samples: seen.sessions,
      }
    default:
      return ofSessions(question.kind, seen, share)
  }
}

function ofSessions(
  kind: Exclude<SentryQuestion['kind'], 'adoption' | 'new-issues' | 'events'>,
  { sessions, crashedSessions, users, crashedUsers }: Sessions,
  share: (hits: number, trials: number) => Part,
): Part {
  switch (kind) {
    case 'crash-free-sessions':
      return share(sessions - crashedSessions, sessions)
    case 'crash-free-users':
      return share(users - crashedUsers, users)
    case 'crashed-sessions':
      return share(crashedSessions, sessions)
    case 'crashed-users':
      return share(crashedUsers, users)
    case 'sessions':
      return { value: sessions, samples: sessions }
    case 'users':
      return { value: users, samples: users }
  }
}

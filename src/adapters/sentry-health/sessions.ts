import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import { hasStopped, hitsOf, type Sessions } from '../../domain/metrics/sessions.ts'
import type { Query, SentryClient } from './client.ts'
import type { Scope } from './scope.ts'

const Count = z.number().int().nonnegative()
const Share = z.number().nullable()

const Totals = z.object({
  'sum(session)': Count,
  'count_unique(user)': Count,
  'crash_free_rate(session)': Share,
  'crash_free_rate(user)': Share,
})

const Answer = z.object({
  start: z.iso.datetime({ offset: true }),
  intervals: z.array(z.string()),
  groups: z.array(
    z.object({
      by: z.record(z.string(), z.union([z.string(), z.number()])),
      totals: Totals,
      series: z.object({ 'sum(session)': z.array(Count) }),
    }),
  ),
})

/** Rates are never asked for by status: Sentry refuses that. */
const FIELDS: Query = Object.keys(Totals.shape).map((field) => ['field', field])

/**
 * Sessions of one release in one project. One release a question: asked for many at once, Sentry leaves some out.
 * @throws Failure `no-data` where there are none, `stopped` where they end before the window does.
 */
export async function sessionsOf(client: SentryClient, scope: Scope): Promise<Sessions> {
  const { groups, start } = await ask(client, scope, [
    ['query', `release:"${scope.release}"`],
    ['groupBy', 'release'],
  ])
  assertNotBefore(start, scope)
  const group = groups.find(({ by }) => by.release === scope.release)
  const { totals, series } = group ?? {}
  if (totals === undefined || totals['sum(session)'] === 0)
    throw new Failure(
      'no-data',
      `Sentry has no session of ${scope.release} in ${scope.place}`,
      'Check the names of release, project and environment, and wait until somebody uses it',
    )
  if (series !== undefined && hasStopped(series['sum(session)']))
    throw new Failure(
      'stopped',
      `Sentry has no more sessions of ${scope.release} in ${scope.place} in the last hours of the window`,
      'Check that the release still reports',
    )
  const [sessions, users] = [totals['sum(session)'], totals['count_unique(user)']]
  const healthy = hits(totals['crash_free_rate(session)'], sessions, 'sessions')
  const happy = users === 0 ? 0 : hits(totals['crash_free_rate(user)'], users, 'users')
  return { sessions, crashedSessions: sessions - healthy, users, crashedUsers: users - happy }
}

/** Sessions of all releases of one project. @throws Failure */
export async function allSessions(client: SentryClient, scope: Scope): Promise<number> {
  const { groups, start } = await ask(client, scope, [])
  assertNotBefore(start, scope)
  return groups.reduce((sum, { totals }) => sum + totals['sum(session)'], 0)
}

function ask(client: SentryClient, { period, project, environment }: Scope, more: Query) {
  return client.get(Answer, client.organization('sessions'), [
    ...FIELDS,
    ...more,
    ...project,
    ...environment,
    ...period,
    ['interval', '1h'],
  ])
}

/** A rate of nothing is null, and says nothing. */
function hits(share: number | null, trials: number, of: string): number {
  const found = hitsOf(share, trials)
  if (found !== undefined) return found
  throw new Failure('no-data', `Sentry has no rate of ${of} without a crash`)
}

/** What Sentry rounds to an hour before the window may hold what came before the release. */
function assertNotBefore(start: string, { from }: Scope): void {
  if (Date.parse(start) >= from.getTime()) return
  throw new Failure('bad-answer', `Sentry answered from ${start} on, before the window`)
}

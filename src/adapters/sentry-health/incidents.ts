import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { SentryClient } from './client.ts'
import type { Scope } from './scope.ts'

const Events = z.object({
  data: z.array(z.object({ 'count()': z.number().int().nonnegative() })).length(1),
})

const Outcomes = z.object({
  groups: z.array(
    z.object({
      by: z.object({ outcome: z.string() }),
      totals: z.object({ 'sum(quantity)': z.number().nonnegative() }),
    }),
  ),
})

const Deploy = z.object({ environment: z.string() })

/** Events that Sentry was sent and did not keep. `invalid` ones and those of old clients are no errors of the release. */
const LOST = ['rate_limited', 'abuse', 'cardinality_limited']

/** Issues that were first seen in the release. */
export async function newIssues(client: SentryClient, scope: Scope): Promise<number> {
  const issues = await client.list(z.object({ id: z.string() }), client.organization('issues'), [
    ['query', `firstRelease:"${scope.release}"`],
    ...scope.project,
    ...scope.environment,
    ...scope.period,
    ['limit', '100'],
  ])
  return new Set(issues.map(({ id }) => id)).size
}

/** Events of the release whose message holds a text. */
export async function eventCount(
  client: SentryClient,
  scope: Scope,
  message: string,
): Promise<number> {
  const { data } = await client.get(Events, client.organization('events'), [
    ['dataset', 'errors'],
    ['field', 'count()'],
    ['query', `release:"${scope.release}" message:"*${message}*"`],
    ...scope.project,
    ...scope.environment,
    ...scope.period,
  ])
  return data[0]?.['count()'] ?? Number.NaN
}

/** @throws Failure `partial` where Sentry dropped events of the project in the window: a count of the rest is no count. */
export async function assertNoneLost(client: SentryClient, scope: Scope): Promise<void> {
  const { groups } = await client.get(Outcomes, client.organization('stats_v2'), [
    ['field', 'sum(quantity)'],
    ['groupBy', 'outcome'],
    ['category', 'error'],
    ['interval', '1h'],
    ...scope.project,
    ...scope.period,
  ])
  const lost = groups
    .filter(({ by }) => LOST.includes(by.outcome))
    .reduce((sum, { totals }) => sum + totals['sum(quantity)'], 0)
  if (lost === 0) return
  throw new Failure(
    'partial',
    `Sentry dropped ${lost} events of ${scope.place} in the window (quota or spike protection)`,
    'Raise the quota, or judge a window without it',
  )
}

/** @throws Failure `absent` where nobody recorded a deploy of the release to the environment. */
export async function assertDeployed(
  client: SentryClient,
  { release, place }: Scope,
  environment: string | undefined,
): Promise<void> {
  const path = client.organization('releases', release, 'deploys')
  const deploys = await client.list(Deploy, path, [])
  const isThere = deploys.some((d) => environment === undefined || d.environment === environment)
  if (isThere) return
  throw new Failure(
    'absent',
    `Sentry has no deploy of ${release} in ${place}`,
    'Record it with sentry-cli deploys new, or set deployed to false',
  )
}

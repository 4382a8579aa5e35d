import { type Answer, json, type Seen } from '../../actions/server.ts'
import type { Provider } from './behaviour.ts'
import { NOW, objectiveOf } from './rig.ts'

/** What the imitated Sentry has of one release, over the last two hours. */
export interface Health {
  readonly sessions: number
  readonly users?: number
  readonly freeSessions?: number | null
  readonly freeUsers?: number | null
  /** Release of the group; absent: the one that was asked for. */
  readonly release?: string
  readonly series?: readonly number[]
  /** Where the answer begins; absent: as asked. */
  readonly start?: string
}

const parametersOf = ({ url }: Seen) => new URL(url, 'http://it').searchParams

/** The release that a query names. */
const releaseIn = (query: string | null) => /release:"([^"]*)"/.exec(query ?? '')?.[1] ?? ''

/** Sentry's answer to a question about sessions; what it does not know it refuses, as it does. */
export function sessions(health: Health | undefined): Answer {
  return (request, response) => {
    const parameters = parametersOf(request)
    const fields = parameters.getAll('field')
    const by = parameters.getAll('groupBy')
    if (by.includes('session.status') && fields.some((field) => field.startsWith('crash_')))
      return json(response, { detail: 'Cannot group crash_free_rate by session.status' }, 400)
    if (!/^\d+$/.test(parameters.get('project') ?? ''))
      return json(response, { detail: 'Invalid project parameter.' }, 400)
    const start = health?.start ?? parameters.get('start') ?? ''
    const groups = health === undefined ? [] : [groupOf(health, releaseIn(parameters.get('query')))]
    return json(response, { start, end: parameters.get('end'), intervals: [start], groups })
  }
}

function groupOf(health: Health, release: string) {
  const { users = health.sessions, freeSessions = 1, freeUsers = 1 } = health
  return {
    by: { release: health.release ?? release },
    totals: {
      'sum(session)': health.sessions,
      'count_unique(user)': users,
      'crash_free_rate(session)': freeSessions,
      'crash_free_rate(user)': freeUsers,
    },
    series: { 'sum(session)': health.series ?? [health.sessions] },
  }
}

/** Answers of the other endpoints, by the end of their path. */
export type Paths = Readonly<Record<string, Answer>>

/** A Sentry of the projects `web` (7) and `ios` (8); what is not given answers 404. */
export function sentry(health: Health | undefined, more: Paths = {}): Answer {
  const known: Paths = {
    '/projects/acme/web/': (_, r) => json(r, { id: '7', slug: 'web' }),
    '/projects/acme/ios/': (_, r) => json(r, { id: '8', slug: 'ios' }),
    '/organizations/acme/sessions/': sessions(health),
    '/organizations/acme/stats_v2/': (_, r) => json(r, { groups: [] }),
    ...more,
  }
  return (request, response) => {
    const path = request.url.split('?')[0] ?? ''
    const answer = known[path.replace(/^\/api\/0/, '')]
    if (answer !== undefined) return answer(request, response)
    return json(response, { detail: 'The requested resource does not exist' }, 404)
  }
}

export const sentryConfig = (url: string) => ({
  ...{ provider: 'sentry-health', url, organization: 'acme', projects: ['web'] },
  environment: 'production',
})

const shares = (freeSessions: number | null) => sentry({ sessions: 100, freeSessions })

export const sentryHealth: Provider = {
  name: 'sentry-health',
  config: sentryConfig,
  objective: objectiveOf({
    ...{ query: 'crashed-sessions', unit: 'ratio', limit: 0.2, direction: 'at-most' },
  }),
  good: shares(0.93),
  value: 0.07,
  nothing: {
    'no group': sentry(undefined),
    'a group of another release': sentry({ sessions: 100, release: 'web@1.1.0' }),
    'no session': sentry({ sessions: 0, freeSessions: null }),
    'a rate of null': shares(null),
    'a rate above 1': shares(1.5),
    'a project of another name': sentry(
      { sessions: 100 },
      { '/projects/acme/web/': (_, r) => json(r, { id: '7', slug: 'website' }) },
    ),
    'sessions that stop': sentry({ sessions: 100, series: [100, 0, 0] }),
  },
  skewed: sentry({ sessions: 100, start: new Date(NOW.getTime() - 86_400_000).toISOString() }),
}

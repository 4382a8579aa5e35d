import type { Context, Hono } from 'hono'
import { needs, refusal } from './access.ts'
import { periodOf } from './period.ts'
import type { Organisation } from './releases.ts'
import type { SentryIssue, SessionCounts } from './store.ts'
import { term } from './term.ts'

/** Routes for sessions (release health) and issues. */
export function healthRoutes(app: Hono, organisation: Organisation): void {
  const { tokens } = organisation
  const sessions = needs(tokens, 'org:read')
  const issues = needs(tokens, 'event:read')
  app.get('/api/0/organizations/:org/sessions/', sessions, (c) => sessionAnswer(c, organisation))
  app.get('/api/0/organizations/:org/issues/', issues, (c) => issueAnswer(c, organisation))
  app.get('/api/0/projects/:org/:project/issues/', issues, (c) => issueAnswer(c, organisation))
}

const NOBODY: SessionCounts = { total: 0, crashed: 0, users: 0, crashedUsers: 0 }
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** The fields of `GET …/sessions/`; a rate of nothing is `null`. */
const FIELDS: Readonly<Record<string, (s: SessionCounts) => number | null>> = {
  'sum(session)': (s) => s.total,
  'count_unique(user)': (s) => s.users,
  'crash_rate(session)': (s) => share(s.crashed, s.total),
  'crash_free_rate(session)': (s) => share(s.total - s.crashed, s.total),
  'crash_rate(user)': (s) => share(s.crashedUsers, s.users),
  'crash_free_rate(user)': (s) => share(s.users - s.crashedUsers, s.users),
}

function sessionAnswer(c: Context, { store, now }: Organisation): Response {
  const fields = c.req.queries('field') ?? []
  if (fields.length === 0) throw refusal(400, 'Request is missing a "field"')
  const unknown = fields.find((field) => !Object.hasOwn(FIELDS, field))
  if (unknown !== undefined) throw refusal(400, `Invalid field: "${unknown}"`)
  const groupBy = c.req.queries('groupBy') ?? []
  if (groupBy.includes('session.status') && fields.some((field) => field.startsWith('crash_')))
    throw refusal(400, 'Cannot group a rate of crashes by session.status')
  const by = groupBy.includes('release')
  const query = c.req.query('query') ?? ''
  const wanted = term(query, 'release')
  const known = [...store.sessions].filter(
    ([release]) => wanted === undefined || release === wanted,
  )
  const total = known.map(([, counts]) => counts).reduce(added, NOBODY)
  const groups = by
    ? known.map(([release, counts]) => ({ by: { release }, totals: totals(fields, counts) }))
    : [{ by: {}, totals: totals(fields, total) }]
  const { start, hours } = periodOf(c, now())
  const intervals = Array.from({ length: hours }, (_, n) =>
    new Date(Date.parse(start) + n * 3_600_000).toISOString(),
  )
  // All of them in the last hour: when clients reported them is not kept.
  const series = (sums: Totals) =>
    Object.fromEntries(
      Object.entries(sums).map(([k, v]) => [k, intervals.map((_, n) => (n === hours - 1 ? v : 0))]),
    )
  const withSeries = groups.map((group) => ({ ...group, series: series(group.totals) }))
  return c.json({ start, end: now().toISOString(), query, intervals, groups: withSeries })
}

type Totals = Readonly<Record<string, number | null>>

function totals(fields: readonly string[], counts: SessionCounts): Totals {
  return Object.fromEntries(fields.map((field) => [field, FIELDS[field]?.(counts) ?? null]))
}

function added(a: SessionCounts, b: SessionCounts): SessionCounts {
  return {
    total: a.total + b.total,
    crashed: a.crashed + b.crashed,
    users: a.users + b.users,
    crashedUsers: a.crashedUsers + b.crashedUsers,
  }
}

function issueAnswer(c: Context, { org, projects, store }: Organisation): Response {
  const query = c.req.query('query') ?? 'is:unresolved'
  const status = term(query, 'is')
  const release =
    term(query, 'firstRelease') ?? term(query, 'first-release') ?? term(query, 'release')
  const project = c.req.param('project') ?? projects[0] ?? ''
  const listed = store.issues
    .map((issue, index) => shown(issue, index, org, project))
    .filter((issue) => status === undefined || issue.status === status)
    .filter((issue) => release === undefined || issue.firstRelease.version === release)
  c.header('Link', '<>; rel="next"; results="false"; cursor="0:100:0"')
  return c.json(listed)
}

function shown(issue: SentryIssue, index: number, org: string, project: string) {
  return {
    ...issue,
    id: String(index + 1),
    shortId: `${project.toUpperCase()}-${index + 1}`,
    // Sentry gives this number as a string.
    count: String(issue.count),
    firstRelease: { version: issue.firstRelease },
    project: { slug: project, name: project },
    permalink: `/organizations/${org}/issues/${index + 1}/`,
  }
}

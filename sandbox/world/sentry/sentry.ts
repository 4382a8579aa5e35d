import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serveHono } from '../server.ts'
import { DETAIL, needs, refusal, type Scope, scopesOf, type Tokens } from './access.ts'
import { eventRoutes } from './events.ts'
import { healthRoutes } from './health.ts'
import { type Organisation, releaseRoutes } from './releases.ts'
import {
  emptyStore,
  type SentryEvents,
  type SentryIssue,
  type SentryStore,
  type SessionCounts,
} from './store.ts'

export interface SentryOptions {
  readonly org?: string
  readonly projects?: readonly string[]
  /** By default one token, `sandbox-sentry-token`, that may do everything. */
  readonly tokens?: Tokens
  readonly port?: number
  readonly now?: () => Date
}

/** The Sentry server. */
export interface Sentry extends Listening {
  readonly org: string
  readonly projects: readonly string[]
  /** The first token. */
  readonly token: string
  readonly store: SentryStore
  readonly faults: FaultInjector
  setSessions(release: string, counts: SessionCounts): void
  addIssue(issue: SentryIssue): void
  addEvents(events: SentryEvents): void
}

const ALL: readonly Scope[] = ['org:read', 'project:read', 'project:releases', 'event:read']

/**
 * Starts a Sentry: releases and deploys (read, create, change), projects, sessions, issues, numbers of events, below `/api/0/`, with
 * the slash at the end that Sentry asks for. No or an unknown token is 401, a token without the scope
 * 403, an unknown organisation, project or release 404, all as `{ "detail": … }`.
 */
export async function startSentry(options: SentryOptions = {}): Promise<Sentry> {
  const tokens = options.tokens ?? { 'sandbox-sentry-token': ALL }
  const organisation: Organisation = {
    org: options.org ?? 'acme',
    projects: options.projects ?? ['checkout-service'],
    tokens,
    store: emptyStore(),
    now: options.now ?? (() => new Date()),
  }
  const faults = faultInjector()
  const listening = await serveHono(application(organisation, faults), options.port)
  const { org, projects, store } = organisation
  return {
    ...listening,
    ...{ org, projects, store, faults },
    token: Object.keys(tokens)[0] ?? '',
    setSessions: (release, counts) => store.sessions.set(release, counts),
    addIssue: (issue) => store.issues.push(issue),
    addEvents: (events) => store.events.push(events),
  }
}

function application(organisation: Organisation, faults: FaultInjector): Hono {
  const { tokens, org, projects } = organisation
  const app = new Hono()
  app.onError((error, c) =>
    error instanceof HTTPException
      ? error.getResponse()
      : c.json({ detail: 'Internal Error' }, 500),
  )
  app.notFound((c) => c.json({ detail: DETAIL.absent }, 404))
  app.use(faults.middleware)
  app.get('/api/0/', (c) => {
    const scopes = scopesOf(c, tokens)
    return c.json({ version: '0', auth: { scopes }, user: null })
  })
  app.use('/api/0/organizations/:org/*', async (c, next) => {
    scopesOf(c, tokens)
    if (c.req.param('org') !== org) throw refusal(404, DETAIL.absent)
    await next()
  })
  app.use('/api/0/projects/:org/:project/*', async (c, next) => {
    scopesOf(c, tokens)
    const known = c.req.param('org') === org && projects.includes(c.req.param('project'))
    if (!known) throw refusal(404, DETAIL.absent)
    await next()
  })
  releaseRoutes(app, organisation)
  healthRoutes(app, organisation)
  eventRoutes(app, organisation)
  app.get('/api/0/projects/:org/:project/', needs(tokens, 'project:read'), (c) => {
    const slug = c.req.param('project')
    return c.json({ id: String(projects.indexOf(slug) + 1), slug, name: slug })
  })
  return app
}

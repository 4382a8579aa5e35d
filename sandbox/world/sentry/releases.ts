import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { DETAIL, needs, refusal, type Tokens } from './access.ts'
import type { SentryRelease, SentryStore } from './store.ts'

/** What the routes of an organisation share. */
export interface Organisation {
  readonly org: string
  readonly projects: readonly string[]
  readonly tokens: Tokens
  readonly store: SentryStore
  readonly now: () => Date
}

const NewRelease = z.object({
  version: z
    .string()
    .max(200)
    .regex(/^(?!\.{1,2}$|latest$)[^\s/\\][^\n\t/\\]*$/),
  projects: z.array(z.string()).min(1),
  ref: z.string().nullish(),
  url: z.string().nullish(),
  dateStarted: z.string().nullish(),
  dateReleased: z.string().nullish(),
})
const Change = NewRelease.omit({ version: true }).partial()
const NewDeploy = z.object({
  environment: z.string().min(1).max(64),
  name: z.string().nullish(),
  url: z.string().nullish(),
  dateFinished: z.string().nullish(),
})

/** Routes under `/api/0/organizations/{org}/releases/` and `/api/0/projects/{org}/{project}/releases/`. */
export function releaseRoutes(app: Hono, organisation: Organisation): void {
  const { tokens, store } = organisation
  const read = needs(tokens, 'project:releases', 'project:read', 'org:read')
  const write = needs(tokens, 'project:releases')
  const base = '/api/0/organizations/:org/releases'
  app.get(`${base}/`, read, (c) => c.json(shownAll(organisation)))
  app.post(`${base}/`, write, (c) => create(c, organisation))
  app.get(`${base}/:version/`, read, (c) => c.json(shown(organisation, found(c, store))))
  app.put(`${base}/:version/`, write, (c) => update(c, organisation))
  app.delete(`${base}/:version/`, write, (c) => {
    store.releases.delete(found(c, store).version)
    return c.body(null, 204)
  })
  app.get(`${base}/:version/deploys/`, read, (c) => c.json(found(c, store).deploys))
  app.post(`${base}/:version/deploys/`, write, (c) => deploy(c, organisation))
  const ofProject = '/api/0/projects/:org/:project/releases'
  app.get(`${ofProject}/`, read, (c) => c.json(shownAll(organisation, c.req.param('project'))))
  app.get(`${ofProject}/:version/`, read, (c) => c.json(shown(organisation, found(c, store))))
}

async function create(c: Context, organisation: Organisation): Promise<Response> {
  const { store, now } = organisation
  const body = await parsed(c, NewRelease)
  const strange = body.projects.find((slug) => !organisation.projects.includes(slug))
  if (strange !== undefined) throw refusal(400, 'Invalid project ids or slugs')
  const known = store.releases.get(body.version)
  const dateCreated = known?.dateCreated ?? now().toISOString()
  const release: SentryRelease = {
    id: known?.id ?? store.releases.size + 1,
    version: body.version,
    projects: [...new Set([...(known?.projects ?? []), ...body.projects])],
    ref: body.ref ?? known?.ref ?? null,
    url: body.url ?? known?.url ?? null,
    dateCreated,
    dateStarted: body.dateStarted ?? known?.dateStarted ?? null,
    dateReleased: body.dateReleased ?? known?.dateReleased ?? null,
    deploys: known?.deploys ?? [],
  }
  store.releases.set(release.version, release)
  return c.json(shown(organisation, release), known ? 208 : 201)
}

async function update(c: Context, organisation: Organisation): Promise<Response> {
  const release = found(c, organisation.store)
  const body = await parsed(c, Change)
  const changed: SentryRelease = {
    ...release,
    projects: body.projects ?? release.projects,
    ref: body.ref ?? release.ref,
    url: body.url ?? release.url,
    dateStarted: body.dateStarted ?? release.dateStarted,
    dateReleased: body.dateReleased ?? release.dateReleased,
  }
  organisation.store.releases.set(changed.version, changed)
  return c.json(shown(organisation, changed))
}

async function deploy(c: Context, { store, now }: Organisation): Promise<Response> {
  const release = found(c, store)
  const body = await parsed(c, NewDeploy)
  const made = {
    id: String(release.deploys.length + 1),
    environment: body.environment,
    name: body.name ?? null,
    url: body.url ?? null,
    dateFinished: body.dateFinished ?? now().toISOString(),
  }
  store.releases.set(release.version, { ...release, deploys: [...release.deploys, made] })
  return c.json(made, 201)
}

function found(c: Context, store: SentryStore): SentryRelease {
  const release = store.releases.get(c.req.param('version') ?? '')
  const project = c.req.param('project')
  const visible = release && (project === undefined || release.projects.includes(project))
  if (!visible) throw refusal(404, DETAIL.absent)
  return release
}

function shownAll(organisation: Organisation, project?: string) {
  const all = [...organisation.store.releases.values()].reverse()
  const listed = project === undefined ? all : all.filter((r) => r.projects.includes(project))
  return listed.map((release) => shown(organisation, release))
}

function shown({ projects, store }: Organisation, release: SentryRelease) {
  const { deploys, ...fields } = release
  return {
    ...fields,
    shortVersion: release.version,
    status: 'open',
    newGroups: store.issues.filter((issue) => issue.firstRelease === release.version).length,
    commitCount: 0,
    deployCount: deploys.length,
    lastDeploy: deploys.at(-1) ?? null,
    authors: [],
    data: {},
    projects: release.projects.map((slug) => ({
      id: projects.indexOf(slug) + 1,
      slug,
      name: slug,
    })),
  }
}

async function parsed<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.json().catch(() => undefined)
  const result = schema.safeParse(body)
  if (!result.success)
    throw refusal(400, `Invalid field: ${result.error.issues[0]?.path.join('.')}`)
  return result.data
}

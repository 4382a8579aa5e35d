import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serveHono } from '../server.ts'

/** What a service account may do here. */
export type Permission = 'annotations:create' | 'annotations:read'

/** An annotation of the organisation, as its API takes it. Grafana ignores keys that it does not know; here they are refused. */
const NewAnnotation = z.strictObject({
  dashboardUID: z.string().optional(),
  panelId: z.int().optional(),
  /** Milliseconds since 1970. */
  time: z.int().min(1_000_000_000_000).optional(),
  timeEnd: z.int().optional(),
  tags: z.array(z.string().min(1)).optional(),
  text: z.string(),
})
export type Annotation = z.infer<typeof NewAnnotation>

/** A Grafana that keeps annotations. */
export interface Grafana extends Listening {
  /** A token that may create annotations. */
  readonly token: string
  /** One that may only read them. */
  readonly reader: string
  readonly annotations: readonly Annotation[]
  readonly faults: FaultInjector
}

const TOKENS: Readonly<Record<string, readonly Permission[]>> = {
  'glsa_sandbox-writer': ['annotations:create', 'annotations:read'],
  'glsa_sandbox-reader': ['annotations:read'],
}

/** All tags of one annotation together may have so many characters. */
const LONGEST_TAGS = 500

/**
 * Starts Grafana's annotations API below `/api/`. An unknown token is 401, one without the permission 403, a body that is
 * not as the reference says 400, all as `{ "message": … }`.
 */
export async function startGrafana(port = 0): Promise<Grafana> {
  const annotations: Annotation[] = []
  const faults = faultInjector()
  const app = new Hono()
  app.use(faults.middleware)
  app.notFound((c) => c.json({ message: 'Not found' }, 404))
  app.use('/api/*', async (c, next) => {
    const granted = permissionsOf(c)
    if (granted === undefined) return c.json({ message: 'Invalid API key' }, 401)
    if (c.req.method === 'POST' && !granted.includes('annotations:create'))
      return c.json({ title: 'Access denied', message: 'annotations:create is needed' }, 403)
    return next()
  })
  app.post('/api/annotations', async (c) => {
    const parsed = NewAnnotation.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return c.json({ message: 'bad request data' }, 400)
    const { text, tags = [] } = parsed.data
    if (text === '' || tags.join('').length > LONGEST_TAGS)
      return c.json({ message: 'Failed to save annotation' }, 400)
    annotations.push(parsed.data)
    return c.json({ message: 'Annotation added', id: annotations.length })
  })
  app.get('/api/annotations', (c) => {
    const wanted = c.req.queries('tags') ?? []
    const fits = ({ tags = [] }: Annotation) => wanted.every((tag) => tags.includes(tag))
    return c.json(annotations.map((a, index) => ({ id: index + 1, ...a })).filter(fits))
  })
  const listening = await serveHono(app, port)
  const [token = '', reader = ''] = Object.keys(TOKENS)
  return { ...listening, ...{ token, reader, annotations, faults } }
}

function permissionsOf(c: Context): readonly Permission[] | undefined {
  const [, token = ''] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? []
  return Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined
}

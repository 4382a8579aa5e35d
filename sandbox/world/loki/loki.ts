import { Hono } from 'hono'
import * as z from 'zod'
import { type Listening, serveHono } from '../server.ts'
import type { Line } from './line.ts'
import { countLines } from './logql.ts'

const Push = z.object({
  streams: z.array(
    z.object({
      stream: z.record(z.string(), z.string()),
      values: z.array(z.tuple([z.string().regex(/^\d+$/), z.string()])),
    }),
  ),
})

/**
 * Starts as much of Loki as counts lines: push and instant queries of `sum(count_over_time(…))`, by tenant. Without a
 * tenant it answers 401, to any other query 400, both in plain text, as Loki does.
 */
export function startImitatedLoki(): Promise<Listening> {
  const tenants = new Map<string, Line[]>()
  const app = new Hono()
  app.use('/loki/*', async (c, next) => {
    if (!c.req.header('x-scope-orgid')) return c.text('no org id\n', 401)
    return next()
  })
  const linesOf = (tenant = '') => tenants.get(tenant) ?? []
  app.post('/loki/api/v1/push', async (c) => {
    const pushed = Push.safeParse(await c.req.json().catch(() => undefined))
    if (!pushed.success) return c.text('loghttp.PushRequest: malformed\n', 400)
    const tenant = c.req.header('x-scope-orgid') ?? ''
    const lines = pushed.data.streams.flatMap(({ stream, values }) =>
      values.map(([time, text]) => ({ labels: stream, at: Number(time) / 1e6, text })),
    )
    tenants.set(tenant, [...linesOf(tenant), ...lines])
    return c.body(null, 204)
  })
  app.get('/loki/api/v1/query', (c) => {
    const at = Number(c.req.query('time')) * 1000
    const lines = linesOf(c.req.header('x-scope-orgid'))
    const found = countLines(c.req.query('query') ?? '', lines, at)
    if (found === undefined) return c.text('parse error at line 1, col 1: syntax error', 400)
    const result = found === 0 ? [] : [{ metric: {}, value: [at / 1000, String(found)] }]
    return c.json({ status: 'success', data: { resultType: 'vector', result, stats: {} } })
  })
  return serveHono(app)
}

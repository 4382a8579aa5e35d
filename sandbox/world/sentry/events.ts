import type { Context, Hono } from 'hono'
import { needs, refusal } from './access.ts'
import type { Organisation } from './releases.ts'
import { term } from './term.ts'

/** Routes for numbers of events, and for what became of all that were sent. */
export function eventRoutes(app: Hono, organisation: Organisation): void {
  const { tokens, store } = organisation
  app.get('/api/0/organizations/:org/events/', needs(tokens, 'event:read'), (c) =>
    countAnswer(c, organisation),
  )
  app.get('/api/0/organizations/:org/stats_v2/', needs(tokens, 'org:read'), (c) => {
    const quantity = store.events.reduce((sum, { count }) => sum + count, 0)
    const totals = { 'sum(quantity)': quantity }
    return c.json({ groups: [{ by: { outcome: 'accepted' }, totals }] })
  })
}

function countAnswer(c: Context, { store }: Organisation): Response {
  const fields = c.req.queries('field') ?? []
  if (fields.join() !== 'count()') throw refusal(400, `Invalid field: "${fields.join()}"`)
  const query = c.req.query('query') ?? ''
  const release = term(query, 'release')
  const message = term(query, 'message')?.replaceAll('*', '') ?? ''
  const count = store.events
    .filter((events) => release === undefined || events.release === release)
    .filter((events) => events.message.includes(message))
    .reduce((sum, events) => sum + events.count, 0)
  return c.json({ data: [{ 'count()': count }], meta: { fields: { 'count()': 'integer' } } })
}

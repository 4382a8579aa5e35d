import { setTimeout as sleep } from 'node:timers/promises'
import Fastify, { LogController } from 'fastify'
import { faultOf } from './fault.mjs'
import { openTelemetry } from './telemetry.mjs'

const CART = {
  type: 'object',
  required: ['items'],
  properties: {
    items: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['sku', 'quantity', 'unitPriceCents'],
        properties: {
          sku: { type: 'string', minLength: 1, maxLength: 64 },
          quantity: { type: 'integer', minimum: 1, maximum: 1000 },
          unitPriceCents: { type: 'integer', minimum: 0, maximum: 1_000_000 },
        },
      },
    },
  },
}

/** The service as a fastify instance that does not listen yet. `logger` is fastify's own option. */
export function buildApp({ release, orders, logger }) {
  const app = Fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  })
  const telemetry = openTelemetry(release.version)
  inspection(app, { release, orders, telemetry })
  checkout(app, { release, orders, telemetry })
  return app
}

function inspection(app, { release, orders, telemetry }) {
  app.get('/healthz', (_request, reply) => {
    const database = orders.check()
    const status = database === 'ok' ? 'ok' : 'failing'
    reply.code(status === 'ok' ? 200 : 503)
    return { status, version: release.version, checks: { database } }
  })
  app.get('/version', () => ({ version: release.version, commit: release.commit }))
  app.get('/metrics', (_request, reply) => {
    reply.type(telemetry.contentType)
    return telemetry.text()
  })
}

function checkout(app, { release, orders, telemetry }) {
  const fault = faultOf(release)
  const onResponse = (request, reply, done) => {
    const ms = Math.round(reply.elapsedTime * 100) / 100
    telemetry.answered(reply.statusCode, reply.elapsedTime / 1000)
    request.log.info({ version: release.version, status: reply.statusCode, ms }, 'order')
    done()
  }
  app.post('/checkout', { schema: { body: CART }, onResponse }, async (request, reply) => {
    const customer = request.headers['x-customer-id']
    const { fails, delayMs } = fault(customer !== undefined)
    if (delayMs > 0) await sleep(delayMs)
    if (fails) return reply.code(500).send({ error: 'the order could not be placed' })
    const { items } = request.body
    const total = items.reduce((sum, item) => sum + item.quantity * item.unitPriceCents, 0)
    return { orderId: orders.add({ customer: customer ?? null, total }), total }
  })
}

import { dirname, join } from 'node:path'
import { buildApp } from './app.mjs'
import { openOrders } from './orders.mjs'
import { readRelease } from './release.mjs'

// Not import.meta: in the bundle this code lies in another file than in the source.
const home = dirname(process.argv[1])

try {
  const release = readRelease(join(home, 'release.json'))
  const orders = openOrders(process.env.DATA_DIR ?? process.cwd())
  const app = buildApp({ release, orders, logger: { base: { service: 'checkout' } } })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close())
  app.addHook('onClose', async () => orders.close())
  await app.listen({ port: Number(process.env.PORT ?? 8080), host: '127.0.0.1' })
  app.log.info({ version: release.version, port: app.server.address().port }, 'listening')
} catch (error) {
  console.error(`checkout-service: ${error.message}`)
  process.exitCode = 1
}

// The child process of `startLoad`: sends orders with autocannon and reports its counts to the parent.
import autocannon, { type Options, type Request } from 'autocannon'
import { type LoadCounts, NO_LOAD, withAnswer } from './counts.ts'
import { orders } from './customers.ts'
import type { LoadPlan } from './load.ts'

const REPORT_MS = 200
const LONGER_THAN_ANY_RUN_S = 24 * 3600

function generate(plan: LoadPlan, report: (counts: LoadCounts) => void): () => void {
  const next = orders(plan.seed, plan.customers)
  let counts = NO_LOAD
  const setupRequest = (request: Request): Request => {
    const { customer, body } = next()
    const headers = { 'content-type': 'application/json', 'x-customer-id': customer }
    return { ...request, headers, body }
  }
  const options: Options = {
    url: plan.url,
    connections: plan.connections,
    overallRate: plan.ratePerSecond,
    duration: LONGER_THAN_ANY_RUN_S,
    timeout: 10,
    requests: [{ method: 'POST', path: '/checkout', setupRequest }],
  }
  // With a callback autocannon returns the instance, without one a promise of the final result.
  const instance = autocannon(options, () => {})
  instance.on('response', (_client, status) => {
    counts = withAnswer(counts, status)
  })
  instance.on('reqError', () => {
    counts = { ...counts, lost: counts.lost + 1 }
  })
  const timer = setInterval(() => report(counts), REPORT_MS)
  return () => {
    clearInterval(timer)
    instance.stop()
    report(counts)
  }
}

process.once('message', (plan) => {
  const stop = generate(plan as LoadPlan, (counts) => process.send?.(counts))
  process.once('message', () => {
    stop()
    process.disconnect()
  })
})
// The parent is gone: nobody counts any more, and requests under way would hold the process.
process.once('disconnect', () => process.exit(0))

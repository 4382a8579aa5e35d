import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The metrics of one release; every series carries its version. */
export function openTelemetry(version) {
  const registry = new Registry()
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Orders answered, by status code.',
    labelNames: ['version', 'code'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer an order.',
    labelNames: ['version'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1, 2.5],
    registers: [registry],
  })
  // A series that exists from the start makes "no errors yet" different from "no data".
  requests.inc({ version, code: '200' }, 0)
  requests.inc({ version, code: '500' }, 0)
  memory(registry)
  return {
    answered(code, seconds) {
      requests.inc({ version, code: String(code) })
      duration.observe({ version }, seconds)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function memory(registry) {
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the process.',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
}

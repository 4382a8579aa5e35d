// node bench/measure.mjs PATH
// One benchmark run of the version in PATH (its tarball or a folder with it unpacked): starts it on a
// free port, orders without a customer id, and prints one line of JSON with what it measured.
import { startService } from './service.mjs'
import { unpacked } from './unpack.mjs'

const WARM_UP = 40
const REQUESTS = 160
const PARALLEL = 8
const CART = JSON.stringify({ items: [{ sku: 'mug', quantity: 2, unitPriceCents: 1250 }] })

async function order(service) {
  const started = performance.now()
  const { status } = await service.ask('POST', '/checkout', CART)
  if (status !== 200) throw new Error(`/checkout answered ${status}`)
  return performance.now() - started
}

async function oneAfterTheOther(service, count) {
  const times = []
  for (let n = 0; n < count; n += 1) times.push(await order(service))
  return times.sort((a, b) => a - b)
}

async function throughput(service) {
  const started = performance.now()
  const shares = Array.from({ length: PARALLEL }, () =>
    oneAfterTheOther(service, REQUESTS / PARALLEL),
  )
  await Promise.all(shares)
  return REQUESTS / ((performance.now() - started) / 1000)
}

async function memory(service) {
  const { body } = await service.ask('GET', '/metrics')
  const line = /^process_resident_memory_bytes (\S+)$/m.exec(body.toString())
  if (!line) throw new Error('/metrics has no process_resident_memory_bytes')
  return Number(line[1]) / 1024 / 1024
}

async function measure(home) {
  const service = await startService(home)
  try {
    await oneAfterTheOther(service, WARM_UP)
    const times = await oneAfterTheOther(service, REQUESTS)
    return {
      startup_time: metric('ms', 'lower', service.startupMs),
      request_time_p50: metric('ms', 'lower', quantile(times, 0.5)),
      request_time_p95: metric('ms', 'lower', quantile(times, 0.95)),
      throughput: metric('ops/s', 'higher', await throughput(service)),
      memory_usage: metric('MB', 'lower', await memory(service)),
    }
  } finally {
    await service.stop()
  }
}

const quantile = (sorted, q) => sorted[Math.ceil(q * sorted.length) - 1]
const metric = (unit, direction, value) => ({ unit, direction, value: Number(value.toFixed(4)) })

async function main() {
  const path = process.argv[2]
  if (!path) throw new Error('usage: measure.mjs PATH')
  const version = unpacked(path)
  try {
    console.log(JSON.stringify({ metrics: await measure(version.home) }))
  } finally {
    version.discard()
  }
}

main().catch((error) => {
  console.error(`measure: ${error.message.split('\n')[0]}`)
  process.exitCode = 1
})

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ConsumerOptions, PortMap } from '../../../sandbox/world/consumer.ts'
import { type Consumer, instantiateConsumer } from '../../../sandbox/world/consumer.ts'
import { openReleases, type Releases } from '../../../sandbox/world/releases.ts'

export const EXAMPLE = fileURLToPath(new URL('../../../examples/checkout-service', import.meta.url))
export const CACHE = fileURLToPath(new URL('../../../.sandbox/cache', import.meta.url))

/** Ports as an example needs them whose servers are not asked for anything. */
export const UNUSED_PORTS: PortMap = Object.fromEntries(
  [18050, 18060, 18070, 18080, 18081, 18082, 18090, 18091, 18092].map((port) => [port, 1]),
)

/** A temporary folder; `remove` deletes it. */
export function temporary(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'world-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A consumer and its releases in a folder, with no server running. */
export async function consumerIn(
  folder: string,
  options: ConsumerOptions = {},
  ports: PortMap = UNUSED_PORTS,
): Promise<{ readonly consumer: Consumer; readonly releases: Releases }> {
  const consumer = await instantiateConsumer(EXAMPLE, join(folder, 'consumer'), ports, options)
  const releases = openReleases({ consumer, directory: join(folder, 'releases'), cache: CACHE })
  return { consumer, releases }
}

export const CART = JSON.stringify({ items: [{ sku: 'mug', quantity: 2, unitPriceCents: 1250 }] })

/** Places one order; its status and how long it took in milliseconds. */
export async function order(
  url: string,
  customer?: string,
): Promise<{ status: number; ms: number }> {
  const started = performance.now()
  const id: Record<string, string> = customer === undefined ? {} : { 'x-customer-id': customer }
  const headers = { 'content-type': 'application/json', ...id }
  const answer = await fetch(`${url}/checkout`, { method: 'POST', headers, body: CART })
  await answer.arrayBuffer()
  return { status: answer.status, ms: performance.now() - started }
}

/** Whether a process with this id runs; one that has ended and is not yet reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return (
      !existsSync('/proc/self/stat') || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    )
  } catch {
    return false
  }
}

/** Waits for a condition; fails after ten seconds instead of waiting for ever. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not happen within ten seconds')
    await sleep(20)
  }
}

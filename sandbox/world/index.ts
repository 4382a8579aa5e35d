import { join } from 'node:path'
import type { PortMap } from './consumer.ts'
import { type Load, type LoadPlan, startLoad } from './load/load.ts'
import { type Metrics, startMetrics } from './metrics.ts'
import { type PackageIndex, startPackageIndex } from './packages/package-index.ts'
import { type Platform, startPlatform } from './platform/platform.ts'
import { reservePort } from './ports.ts'
import { type Sentry, startSentry } from './sentry/sentry.ts'
import { startTraffic, type Traffic } from './traffic.ts'

export interface WorldOptions {
  /** `real` takes HAProxy and Prometheus where they are installed, each for itself. */
  readonly servers: 'embedded' | 'real'
  /** Folder for everything the servers write; is made. */
  readonly workdir: string
}

/** Everything outside GitHub that a release acts on, running. */
export interface World {
  /** The real port for each fixed port of the example. */
  readonly ports: PortMap
  readonly urls: {
    readonly front: string
    readonly platform: string
    readonly index: string
    readonly sentry: string
    /** Administration of the embedded router, if it runs. */
    readonly admin: string | undefined
    readonly prometheus: string | undefined
    readonly slots: Readonly<Record<string, string>>
  }
  readonly platform: Platform
  readonly traffic: Traffic
  readonly metrics: Metrics
  readonly index: PackageIndex
  readonly sentry: Sentry
  /** One line that says which parts are embedded and which real. */
  readonly describe: string
  /** Sends customers' orders to the front; ends with the world at the latest. */
  startLoad(plan?: Partial<Omit<LoadPlan, 'url'>>): Promise<Load>
  /** Ends all servers and processes; a second call does nothing more. */
  close(): Promise<void>
}

/** Starts all servers. If one cannot start, those that run are ended and its error is thrown. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end().catch(() => undefined)
  }
  const kept = async <T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const part = await starting
    closing.push(part.close)
    return part
  }
  try {
    const parts = await startParts(options, kept)
    const begin = async (plan: Partial<Omit<LoadPlan, 'url'>> = {}) => {
      const load = await startLoad({ ...plan, url: parts.traffic.url })
      closing.push(load.stop)
      return load
    }
    return { ...parts, ...addresses(parts), describe: describe(parts), startLoad: begin, close }
  } catch (error) {
    await close()
    throw error
  }
}

type Parts = Pick<World, 'platform' | 'traffic' | 'metrics' | 'index' | 'sentry'> & {
  readonly slots: Readonly<Record<'blue' | 'green', number>>
}

type Kept = <T extends { close(): Promise<void> }>(starting: Promise<T>) => Promise<T>

async function startParts({ servers, workdir }: WorldOptions, kept: Kept): Promise<Parts> {
  const slots = { blue: await reservePort(), green: await reservePort() }
  const real = servers === 'real'
  const traffic = await kept(startTraffic(slots, real, workdir))
  const weightOf = async (slot: string) => (await traffic.weights())[slot] ?? 0
  const platform = await kept(
    startPlatform({ slots, directory: join(workdir, 'platform'), weightOf }),
  )
  const index = await kept(startPackageIndex())
  const sentry = await kept(startSentry())
  const metrics = await kept(startMetrics(slots, real, workdir))
  return { slots, traffic, platform, index, sentry, metrics }
}

function addresses(parts: Parts): Pick<World, 'ports' | 'urls'> {
  const { slots, traffic, platform, index, sentry, metrics } = parts
  const ports = {
    18050: sentry.port,
    18060: index.port,
    18070: platform.port,
    18080: traffic.ports.front,
    18081: traffic.ports.admin,
    18082: traffic.ports.runtime,
    18090: metrics.port,
    18091: slots.blue,
    18092: slots.green,
  }
  const urls = {
    front: traffic.url,
    platform: platform.url,
    index: index.url,
    sentry: sentry.url,
    admin: traffic.router?.admin.url,
    prometheus: metrics.prometheus?.url,
    slots: Object.fromEntries(platform.slots().map(({ slot, url }) => [slot, url])),
  }
  return { ports, urls }
}

function describe({ traffic, metrics }: Parts): string {
  const rest = 'platform, package index and Sentry: embedded'
  return `router: ${traffic.description}; metrics: ${metrics.description}; ${rest}`
}

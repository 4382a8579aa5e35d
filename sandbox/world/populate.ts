import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Consumer, type ConsumerOptions, instantiateConsumer } from './consumer.ts'
import type { World } from './index.ts'
import { type BuiltRelease, openReleases, type Releases } from './releases.ts'

const SUITE = fileURLToPath(new URL('../../', import.meta.url))

export interface PopulateOptions extends ConsumerOptions {
  /** Folder for the consumer's repository and the built releases; is made. */
  readonly workdir: string
  /** The example to copy; by default the suite's own. */
  readonly example?: string
  /** Where the compiled service is kept between runs; by default `.sandbox/cache`. */
  readonly cache?: string
  /** Version that serves at the start; by default 1.0.0. */
  readonly baseline?: string
}

/** The consumer and its releases in a running world. */
export interface Population {
  readonly consumer: Consumer
  readonly releases: Releases
  readonly baseline: BuiltRelease
}

/**
 * Makes the consumer's repository for this world, builds the baseline and has it serve: in slot blue
 * with all traffic, its wheel on the index, its release finished in Sentry.
 */
export async function populate(world: World, options: PopulateOptions): Promise<Population> {
  const { workdir } = options
  const example = options.example ?? join(SUITE, 'examples', 'checkout-service')
  const checkout = join(workdir, 'consumer')
  const consumer = await instantiateConsumer(example, checkout, world.ports, options)
  const cache = options.cache ?? join(SUITE, '.sandbox', 'cache')
  const releases = openReleases({ consumer, directory: join(workdir, 'releases'), cache })
  const baseline = await releases.build(options.baseline ?? '1.0.0')
  world.index.publish(baseline.wheel.path)
  releaseInSentry(world, baseline.version)
  await world.platform.deploy('blue', baseline.version, readFileSync(baseline.tarball.path))
  return { consumer, releases, baseline }
}

function releaseInSentry({ sentry }: World, version: string): void {
  const now = new Date().toISOString()
  const dates = { dateCreated: now, dateStarted: now, dateReleased: now }
  const nothing = { ref: null, url: null, deploys: [] }
  const { projects, store } = sentry
  const id = store.releases.size + 1
  store.releases.set(version, { id, version, projects, ...dates, ...nothing })
}

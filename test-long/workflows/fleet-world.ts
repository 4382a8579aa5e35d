import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { SUITE } from '../../sandbox/demo/forge.ts'
import { type Consumer, instantiateConsumer } from '../../sandbox/world/consumer.ts'
import { reservePort } from '../../sandbox/world/ports.ts'
import { startRegistry } from '../../sandbox/world/registry/registry.ts'
import { type Router, startRouter } from '../../sandbox/world/router/router.ts'
import { run } from '../../sandbox/world/run.ts'
import { startImagePlatform } from './image-platform.ts'

const EXAMPLE = join(SUITE, 'examples/cloud-and-edge')
const PRODUCTS = ['cloud', 'edge'] as const
/** A product of the example. */
export type Product = (typeof PRODUCTS)[number]

/** Everything on which the example of two products acts, and its repository: of both, the first commit serves. */
export interface FleetWorld {
  readonly consumer: Consumer
  readonly routers: Readonly<Record<Product, Router>>
}

/** What ends the servers that run, in the order of their start. */
export type Closing = (() => Promise<void>)[]

/**
 * Each server that starts is noted, so that all of them end where a later one does not start.
 * @param workdir A folder for everything that is written.
 */
export async function startFleetWorld(workdir: string, closing: Closing): Promise<FleetWorld> {
  const kept = async <T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const part = await starting
    closing.push(part.close)
    return part
  }
  const slots = { cloud: await twoPorts(), edge: await twoPorts() }
  const directory = join(workdir, 'images')
  mkdirSync(directory)
  const registry = await kept(startRegistry())
  const platform = await kept(startImagePlatform({ registry: registry.url, directory, slots }))
  const routers = {
    cloud: await kept(twoSlots(slots.cloud)),
    edge: await kept(twoSlots(slots.edge)),
  }
  const addresses = addressesOf(platform.url, routers, slots)
  const consumer = await instantiateConsumer(
    EXAMPLE,
    join(workdir, 'consumer'),
    {},
    {
      versions: [{ version: '1.0.0', fault: null }],
      ...{ tagPrefix: 'edge/v', versionFile: 'edge/release.json' },
      edit: (path, text) => inSandbox(path, text, addresses, registry.url),
    },
  )
  const image = (name: string, file: string) => build(consumer.checkout, registry.url, name, file)
  await platform.start('cloud', 'blue', {
    version: consumer.sha,
    images: [await image('fleet-api', 'cloud/server.mjs')],
  })
  await platform.start('edge', 'blue', {
    version: '1.0.0',
    images: [await image('edge-events', 'edge/events.mjs')],
  })
  return { consumer, routers }
}

/** By the addresses that the example names. */
function addressesOf(
  platform: string,
  routers: FleetWorld['routers'],
  slots: Readonly<Record<Product, TwoPorts>>,
): readonly (readonly [string, string])[] {
  return [
    ['https://platform.example', platform],
    ['https://fleet.example', routers.cloud.front.url],
    ['https://edge.example', routers.edge.front.url],
    ...PRODUCTS.flatMap((product): [string, string][] => [
      [`https://router.${product}.example`, routers[product].admin.url],
      [`https://blue.${product}.example`, local(slots[product].blue)],
      [`https://green.${product}.example`, local(slots[product].green)],
    ]),
  ]
}

type TwoPorts = Readonly<Record<'blue' | 'green', number>>

const local = (port: number) => `http://127.0.0.1:${port}`
const twoPorts = async (): Promise<TwoPorts> => ({
  blue: await reservePort(),
  green: await reservePort(),
})

const twoSlots = ({ blue, green }: TwoPorts) =>
  startRouter({
    backends: [
      { name: 'blue', url: local(blue), weight: 100 },
      { name: 'green', url: local(green), weight: 0 },
    ],
  })

/** The example's files with the addresses of the sandbox; what bakes inside one run bakes for seconds. */
function inSandbox(
  path: string,
  text: string,
  addresses: readonly (readonly [string, string])[],
  registry: string,
): string {
  if (path.startsWith('.github/workflows/'))
    return text.replaceAll(
      /^( +)REGISTRY_USERNAME: \$\{\{ github\.actor.*$/gm,
      `$&\n$1REGISTRY_URL: ${registry}`,
    )
  if (path !== '.github/release-actions.yml') return text
  const allowed = [registry, ...addresses.map(([, url]) => url)]
  return addresses
    .reduce((all, [from, to]) => all.replaceAll(from, to), text)
    .replaceAll(/(kind: image, name: \S+) /g, `$1, registry: '${registry}' `)
    .replace('bake: 30m', 'bake: 2s')
    .concat(`looks: { interval: 500ms }\nallow-private: ${JSON.stringify(allowed)}\n`)
}

/** Builds and pushes an image as the example's workflow does; its name with its digest. */
async function build(cwd: string, registry: string, name: string, file: string): Promise<string> {
  const args = ['scripts/push-image.mjs', `ghcr.io/acme/${name}`, 'first', file]
  const env = { ...process.env, REGISTRY_URL: registry, NODE_OPTIONS: '' }
  return (await run(process.execPath, args, { cwd, env })).replace('=', '@')
}

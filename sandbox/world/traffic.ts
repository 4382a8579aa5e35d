import { join } from 'node:path'
import { reservePort } from './ports.ts'
import { type Haproxy, startHaproxy } from './real/haproxy.ts'
import { findHaproxy, type Program } from './real/programs.ts'
import { type Router, startRouter } from './router/router.ts'
import type { Weights } from './router/weights.ts'

/** What stands in front of the slots: the embedded router or a real HAProxy. */
export interface Traffic {
  readonly kind: 'embedded' | 'haproxy'
  /** Address of the front. */
  readonly url: string
  /** Ports of the front, of the embedded administration and of HAProxy's runtime socket. */
  readonly ports: { readonly front: number; readonly admin: number; readonly runtime: number }
  /** The embedded router, if it is one. */
  readonly router: Router | undefined
  /** HAProxy, if it is one. */
  readonly haproxy: Haproxy | undefined
  /** Weight of each slot now, in percent. */
  weights(): Promise<Weights>
  setWeights(weights: Weights): Promise<void>
  /** For people, for example `HAProxy 2.6.12 (real)`. */
  readonly description: string
  close(): Promise<void>
}

/**
 * Starts the router of the slots; the first slot gets all traffic. With `real` that is HAProxy where it
 * is installed. A port of the variant that does not run is reserved, and nobody listens there.
 */
export async function startTraffic(
  slots: Readonly<Record<string, number>>,
  real: boolean,
  workdir: string,
): Promise<Traffic> {
  const program = real ? findHaproxy() : undefined
  if (program) return haproxyTraffic(program, slots, join(workdir, 'haproxy'))
  return embeddedTraffic(slots, real ? 'embedded (haproxy is not installed)' : 'embedded')
}

async function embeddedTraffic(
  slots: Readonly<Record<string, number>>,
  description: string,
): Promise<Traffic> {
  const backends = Object.entries(slots).map(([name, port], index) => {
    return { name, url: `http://127.0.0.1:${port}`, weight: index === 0 ? 100 : 0 }
  })
  const router = await startRouter({ backends })
  const { front, admin, close } = router
  return {
    kind: 'embedded',
    url: front.url,
    ports: { front: front.port, admin: admin.port, runtime: await reservePort() },
    router,
    haproxy: undefined,
    weights: async () => Object.fromEntries(router.backends().map((b) => [b.name, b.weight])),
    setWeights: async (weights) => router.setWeights(weights),
    description,
    close,
  }
}

async function haproxyTraffic(
  program: Program,
  slots: Readonly<Record<string, number>>,
  directory: string,
): Promise<Traffic> {
  const servers = Object.entries(slots).map(([name, port], index) => {
    return { name, port, weight: index === 0 ? 100 : 0 }
  })
  const haproxy = await startHaproxy(program, { servers, directory })
  const { runtime, url, frontPort, runtimePort, close } = haproxy
  const weights = async () => {
    const pairs = servers.map(async ({ name }) => [name, await runtime.weightOf(name)] as const)
    return Object.fromEntries(await Promise.all(pairs))
  }
  const setWeights = async (wanted: Weights) => {
    for (const [name, weight] of Object.entries(wanted)) await runtime.setWeight(name, weight)
  }
  return {
    kind: 'haproxy',
    url,
    ports: { front: frontPort, admin: await reservePort(), runtime: runtimePort },
    router: undefined,
    haproxy,
    weights,
    setWeights,
    description: `HAProxy ${program.version} (real)`,
    close,
  }
}

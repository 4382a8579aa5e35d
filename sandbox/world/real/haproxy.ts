import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endChild, startChild } from '../children.ts'
import { reservePort } from '../ports.ts'
import { type RuntimeApi, runtimeApi } from './haproxy-runtime.ts'
import type { Program } from './programs.ts'
import { untilReady } from './ready.ts'

export interface HaproxyOptions {
  /** Name, port and first weight (0..256) of each server of the backend `checkout`. */
  readonly servers: readonly {
    readonly name: string
    readonly port: number
    readonly weight: number
  }[]
  /** For configuration and log; is made. */
  readonly directory: string
}

/** A running HAProxy: a front, and its runtime API on loopback TCP. */
export interface Haproxy {
  readonly url: string
  readonly frontPort: number
  readonly runtimePort: number
  readonly runtime: RuntimeApi
  close(): Promise<void>
}

/** Name of the backend that holds the slots. */
export const BACKEND = 'checkout'

/** Starts HAProxy in front of the servers and waits until its runtime API answers. */
export async function startHaproxy(program: Program, options: HaproxyOptions): Promise<Haproxy> {
  mkdirSync(options.directory, { recursive: true })
  const [frontPort, runtimePort] = [await reservePort(), await reservePort()]
  const file = join(options.directory, 'haproxy.cfg')
  writeFileSync(file, configuration(frontPort, runtimePort, options))
  const child = await startChild(program.path, ['-db', '-f', file], { stdio: 'ignore' })
  const runtime = runtimeApi(runtimePort, BACKEND)
  await untilReady('haproxy', child, async () =>
    (await runtime.ask('show info')).includes('Version'),
  )
  const close = () => endChild(child)
  return { url: `http://127.0.0.1:${frontPort}`, frontPort, runtimePort, runtime, close }
}

/**
 * `roundrobin` is exact and takes weights at run time. No health checks and no retries: a server that is
 * down or wrong must show as errors of its version, not be hidden by the other one.
 */
function configuration(front: number, runtime: number, { servers }: HaproxyOptions): string {
  const lines = servers.map(({ name, port, weight }) => {
    return `  server ${name} 127.0.0.1:${port} weight ${weight}`
  })
  return `global
  stats socket ipv4@127.0.0.1:${runtime} level admin
  nbthread 1
defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 5s
  timeout http-keep-alive 30s
  retries 0
frontend front
  bind 127.0.0.1:${front}
  default_backend ${BACKEND}
backend ${BACKEND}
  balance roundrobin
  option forwardfor
${lines.join('\n')}
`
}

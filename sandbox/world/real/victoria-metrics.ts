import { join } from 'node:path'
import { endChild, startChild } from '../children.ts'
import { reservePort } from '../ports.ts'
import type { Listening } from '../server.ts'
import type { Program } from './programs.ts'
import { untilReady } from './ready.ts'

export interface VictoriaMetricsOptions {
  /** For its data; is made. */
  readonly directory: string
  /** User and password that every request needs; absent: nobody needs one. */
  readonly login?: { readonly username: string; readonly password: string }
  /** How old samples are before range queries show them; `30s` is its own default. Absent: they show at once. */
  readonly latencyOffset?: string
}

/** Starts VictoriaMetrics, empty, and waits until it can be asked. What is imported can be queried at once. */
export async function startVictoriaMetrics(
  program: Program,
  { directory, login, latencyOffset = '0s' }: VictoriaMetricsOptions,
): Promise<Listening> {
  const port = await reservePort()
  const url = `http://127.0.0.1:${port}`
  const args = [
    `-httpListenAddr=127.0.0.1:${port}`,
    `-storageDataPath=${join(directory, 'data')}`,
    '-retentionPeriod=100y',
    `-search.latencyOffset=${latencyOffset}`,
    ...(login === undefined
      ? []
      : [`-httpAuth.username=${login.username}`, `-httpAuth.password=${login.password}`]),
  ]
  const child = await startChild(program.path, args, { stdio: 'ignore' })
  const probe = async () => [200, 401].includes((await fetch(`${url}/health`)).status)
  await untilReady('victoria-metrics', child, probe)
  return { port, url, close: () => endChild(child) }
}

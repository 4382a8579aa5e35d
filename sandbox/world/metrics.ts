import { join } from 'node:path'
import { reservePort } from './ports.ts'
import { findPrometheus } from './real/programs.ts'
import { type Prometheus, startPrometheus } from './real/prometheus.ts'

/** Where metrics come from: a real Prometheus, or nobody, and then the suite probes over HTTP. */
export interface Metrics {
  readonly kind: 'prober' | 'prometheus'
  readonly prometheus: Prometheus | undefined
  /** Port of Prometheus; without one it is reserved and nobody listens there. */
  readonly port: number
  readonly description: string
  close(): Promise<void>
}

/** Starts Prometheus where it is wanted and installed. */
export async function startMetrics(
  slots: Readonly<Record<string, number>>,
  real: boolean,
  workdir: string,
): Promise<Metrics> {
  const program = real ? findPrometheus() : undefined
  if (!program) {
    const description = `built-in HTTP prober${real ? ' (prometheus is not installed)' : ''}`
    const port = await reservePort()
    return { kind: 'prober', prometheus: undefined, port, description, close: async () => {} }
  }
  const prometheus = await startPrometheus(program, {
    slots,
    directory: join(workdir, 'prometheus'),
  })
  const { port, close } = prometheus
  const description = `Prometheus ${program.version} (real)`
  return { kind: 'prometheus', prometheus, port, description, close }
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { endChild, startChild } from '../children.ts'
import { reservePort } from '../ports.ts'
import type { Program } from './programs.ts'
import { untilReady } from './ready.ts'

export interface PrometheusOptions {
  /** What is scraped each second as job `checkout`, with the label `slot`. */
  readonly slots: Readonly<Record<string, number>>
  /** For configuration and data; is made. */
  readonly directory: string
}

/** A running Prometheus. */
export interface Prometheus {
  readonly url: string
  readonly port: number
  /**
   * Resolves after the first scrape of every slot, empty ones included. Prometheus hands new targets on
   * every 5 s only, so that is 5 to 6 s after its start.
   */
  untilScraping(): Promise<void>
  close(): Promise<void>
}

/** Starts Prometheus and waits until it is ready to be asked. */
export async function startPrometheus(
  program: Program,
  options: PrometheusOptions,
): Promise<Prometheus> {
  const port = await reservePort()
  const url = `http://127.0.0.1:${port}`
  const data = join(options.directory, 'data')
  mkdirSync(data, { recursive: true })
  const file = join(options.directory, 'prometheus.yml')
  writeFileSync(file, configuration(options.slots))
  const args = [
    `--config.file=${file}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=127.0.0.1:${port}`,
    // Without it the 5 s of `untilScraping` can become 10.
    '--scrape.discovery-reload-interval=100ms',
  ]
  const child = await startChild(program.path, args, { stdio: 'ignore' })
  const probe = async () => (await fetch(`${url}/-/ready`)).ok
  await untilReady('prometheus', child, probe)
  const all = Object.keys(options.slots).length
  const scraping = async () => (await targetsSeen(url)) === all
  const untilScraping = () => untilReady('prometheus', child, scraping, 20_000)
  return { url, port, untilScraping, close: () => endChild(child) }
}

/** How many targets have an `up` sample. */
async function targetsSeen(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/query?query=${encodeURIComponent('count(up)')}`)
  const { data } = Count.parse(await answer.json())
  return Number(data.result[0]?.value[1] ?? 0)
}

const Count = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
})

/** YAML is a superset of JSON, so the configuration is written as data. */
function configuration(slots: Readonly<Record<string, number>>): string {
  const targets = Object.entries(slots).map(([slot, port]) => ({
    targets: [`127.0.0.1:${port}`],
    labels: { slot },
  }))
  const global = { scrape_interval: '1s', scrape_timeout: '900ms', evaluation_interval: '1s' }
  return `${JSON.stringify({ global, scrape_configs: [{ job_name: 'checkout', static_configs: targets }] }, null, 2)}\n`
}
